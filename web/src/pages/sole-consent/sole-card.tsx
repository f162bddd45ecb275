import type { FamilyId } from '@velferdslab/core/ids'
import type { SoleConsent, SoleConsents } from '@velferdslab/core/sole-consent'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { NotSent } from '../../not-sent.tsx'
import { endSoleConsent, soleConsentsQuery } from '../../sole-consent-api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useStart } from '../start/use-start.ts'
import { SoleForm } from './sole-form.tsx'
import { SoleItem } from './sole-item.tsx'

/** For the leader: writes down that one of two is enough, and that both are needed again. */
export function SoleCard({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('soleConsent')
  const { data } = useQuery(soleConsentsQuery(familyId))
  if (!data?.form) return null
  return (
    <Card title={t('title')}>
      <div className="stack">
        <p className="small soft">{t('lead')}</p>
        <p className="small soft">{t('leadElsewhere', { address: `${location.origin}${page.oneEnough}` })}</p>
        {data.recorded.length > 0 && (
          <ul className="records">
            {data.recorded.map((sole) => (
              <li key={sole.id}>
                <SoleItem sole={sole} today={data.today} />
                {sole.counts && <End familyId={familyId} sole={sole} />}
              </li>
            ))}
          </ul>
        )}
        {data.form.children.length === 0 ? <p>{t('noChildren')}</p> : <Form familyId={familyId} home={data} />}
      </div>
    </Card>
  )
}

function Form({ familyId, home }: { familyId: FamilyId; home: SoleConsents }) {
  return home.form && <SoleForm familyId={familyId} form={home.form} today={home.today} />
}

function End({ familyId, sole }: { familyId: FamilyId; sole: SoleConsent }) {
  const { t } = useTranslation('soleConsent')
  const ending = useStart<object>(familyId, (input) => endSoleConsent(familyId, sole.id, input))
  return (
    <div className="row">
      <Button look="second" aria-busy={ending.isPending} onClick={() => ending.isPending || ending.mutate({})}>
        {t('end')}
      </Button>
      <NotSent error={ending.error} />
    </div>
  )
}
