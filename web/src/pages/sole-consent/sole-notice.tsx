import '../start/start.css'
import '../consent-record/consent-record.css'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { soleConsentsQuery } from '../../sole-consent-api.ts'
import { Card } from '../../ui/card.tsx'
import { SoleItem } from './sole-item.tsx'

/** For those who answer for the child, the one who is left out as well: above the picture, where both look. Nothing where nothing is written down. */
export function SoleNotice({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('soleConsent')
  const { data } = useQuery(soleConsentsQuery(familyId))
  if (!data || data.recorded.length === 0) return null
  return (
    <Card title={t('title')} className="who__above">
      <ul className="records">
        {data.recorded.map((sole) => (
          <li key={sole.id}>
            <SoleItem sole={sole} today={data.today} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
