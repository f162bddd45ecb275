import type { SoleElsewhere } from '@velferdslab/core/sole-consent'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { QuickExit } from '../../shells/quick-exit.tsx'
import { soleElsewhereQuery } from '../../sole-consent-api.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Wordmark } from '../../ui/icon.tsx'
import { Elsewhere } from './sole-elsewhere.tsx'

/** For a parent who has signed in and belongs to no family here: what is written down of their child and them, and nothing else. */
export function OneEnoughPage() {
  const { t } = useTranslation(['soleConsent', 'shell'])
  const query = useQuery(soleElsewhereQuery)
  return (
    <div data-shell="family" data-size="lg">
      <title>{t('shell:neutralTitle')}</title>
      <header className="bar">
        <span className="bar__mark">
          <Wordmark label="Velferdslab" />
        </span>
        <div className="bar__end">
          <QuickExit />
        </div>
      </header>
      <main className="page" id="content">
        <div className="stack">
          <h1>{t('soleConsent:elsewhereHeading')}</h1>
          <Fetched query={query} titled what={t('soleConsent:what')}>
            {(elsewhere: SoleElsewhere) =>
              elsewhere.recorded.length > 0 ? (
                <Elsewhere elsewhere={elsewhere} />
              ) : (
                <Card>
                  <EmptyState icon="check" title={t('soleConsent:elsewhereNone')}>
                    {t('soleConsent:elsewhereNoneText')}
                  </EmptyState>
                </Card>
              )
            }
          </Fetched>
        </div>
      </main>
    </div>
  )
}
