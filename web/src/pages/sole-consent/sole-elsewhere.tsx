import '../start/start.css'
import '../consent-record/consent-record.css'
import type { SoleElsewhere } from '@velferdslab/core/sole-consent'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { soleElsewhereQuery } from '../../sole-consent-api.ts'
import { Card } from '../../ui/card.tsx'
import { SoleItem } from './sole-item.tsx'

/** Of a child I answer for, in a home that is not mine: above my own picture. Nothing where nothing is written down. */
export function SoleElsewhereNotice() {
  const { data } = useQuery(soleElsewhereQuery)
  return data && data.recorded.length > 0 ? <Elsewhere elsewhere={data} /> : null
}

export function Elsewhere({ elsewhere: { today, recorded } }: { elsewhere: SoleElsewhere }) {
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
