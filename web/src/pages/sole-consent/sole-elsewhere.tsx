import '../start/start.css'
import '../consent-record/consent-record.css'
import type { SoleElsewhere } from '@velferdslab/core/sole-consent'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { PlainFrame } from '../../shells/plain-frame.tsx'
import { soleElsewhereQuery } from '../../sole-consent-api.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SoleItem } from './sole-item.tsx'

/** Of a child I answer for, in a home that is not mine: above my own picture. Nothing where nothing is written down. */
export function SoleElsewhereNotice() {
  const { data } = useQuery(soleElsewhereQuery)
  return data && data.recorded.length > 0 ? <Elsewhere elsewhere={data} /> : null
}

function Elsewhere({ elsewhere: { today, recorded } }: { elsewhere: SoleElsewhere }) {
  const { t } = useTranslation('soleConsent')
  return (
    <Card title={t('elsewhereTitle')} className="who__above">
      <p>{t('elsewhereText')}</p>
      <ul className="records">
        {recorded.map((sole) => (
          <li key={sole.id}>
            <SoleItem sole={sole} today={today} elsewhere />
          </li>
        ))}
      </ul>
    </Card>
  )
}

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
