import type { Signing } from '@velferdslab/core/signing'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FamilyId } from '@velferdslab/core/ids'
import { signingQuery } from '../../signing-api.ts'
import { Fetched } from '../../fetched.tsx'
import { useMyFamily } from '../../shells/my-family.ts'
import { NotFound } from '../not-found/not-found-page.tsx'
import { SigningView } from './signing-view.tsx'

/** The family reads the plan as it was put up, and signs it each for themself. */
export function MySigningPage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Mine familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Mine({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('signing')
  const query = useQuery(signingQuery(familyId))
  return (
    <Fetched query={query} what={t('what')}>
      {(signing: Signing) => <SigningView signing={signing} />}
    </Fetched>
  )
}
