import type { FamilyId } from '@velferdslab/core/ids'
import type { Account } from '@velferdslab/core/ledger'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { usePlanLive } from '../../live/use-plan-live.ts'
import { page } from '../../paths.ts'
import { accountQuery, planQuery } from '../../plan-api.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { AccountView } from './account-view.tsx'

/** What was planned, decided and spent for us, as the family reads it. */
export function MyAccountPage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Mine familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Mine({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('account')
  usePlanLive(familyId)
  const query = useQuery(accountQuery(familyId))
  // It has the names of goals and measures: money is not shown without them while they are on their way.
  const { data: plan, isPending } = useQuery(planQuery(familyId))
  return (
    <Fetched query={query} what={t('what')}>
      {(account: Account) =>
        isPending ? (
          <Loading what={t('what')} />
        ) : (
          <AccountView account={account} plan={plan}>
            <div className="hello">
              <h1>{t('titleFamily')}</h1>
              <p>{t(account.family?.onePerson ? 'leadOne' : 'leadFamily')}</p>
              <div className="row">
                <ButtonLink look="second" icon="goal" to={page.myPlan}>
                  {t('toPlan')}
                </ButtonLink>
              </div>
            </div>
          </AccountView>
        )
      }
    </Fetched>
  )
}
