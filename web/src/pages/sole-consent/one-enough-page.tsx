import type { SoleElsewhere } from '@velferdslab/core/sole-consent'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { PlainFrame } from '../../shells/plain-frame.tsx'
import { soleElsewhereQuery } from '../../sole-consent-api.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Elsewhere } from './sole-elsewhere.tsx'

/** For a parent who has signed in and belongs to no family here: what is written down of their child and them, and nothing else. */
export function OneEnoughPage() {
  const { t } = useTranslation('soleConsent')
  const query = useQuery(soleElsewhereQuery)
  return (
    <PlainFrame>
      <main className="page" id="content">
        <div className="stack">
          <h1>{t('elsewhereHeading')}</h1>
          <Fetched query={query} titled what={t('what')}>
            {(elsewhere: SoleElsewhere) =>
              elsewhere.recorded.length > 0 ? (
                <Elsewhere elsewhere={elsewhere} />
              ) : (
                <Card>
                  <EmptyState icon="check" title={t('elsewhereNone')}>
                    {t('elsewhereNoneText')}
                  </EmptyState>
                </Card>
              )
            }
          </Fetched>
        </div>
      </main>
    </PlainFrame>
  )
}
