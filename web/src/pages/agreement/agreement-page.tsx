import './agreement.css'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { agreementQuery } from '../../agreement-api.ts'
import { Fetched } from '../../fetched.tsx'
import { familyQuery } from '../../queries.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { NotFound } from '../not-found/not-found-page.tsx'
import { Agreement } from './agreement.tsx'

/** What the lab is, what we agree on, and my own answer. */
export function AgreementPage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Read familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Read({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('agreement')
  const query = useQuery(agreementQuery(familyId))
  const home = useQuery(familyQuery(familyId))
  return (
    <Fetched query={query} what={t('what')}>
      {(agreement) => <Agreement agreement={agreement} familyId={familyId} today={home.data?.today} />}
    </Fetched>
  )
}
