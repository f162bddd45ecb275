import type { FamilyId } from '@velferdslab/core/ids'
import type { Plan } from '@velferdslab/core/plan'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { usePlanLive } from '../../live/use-plan-live.ts'
import { page } from '../../paths.ts'
import { planQuery } from '../../plan-api.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { PlanView } from './plan-view.tsx'

/** The plan as the family meets it: what waits for my answer first, then the goals and what is done for them. */
export function MyPlanPage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Mine familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Mine({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('plan')
  usePlanLive(familyId)
  const query = useQuery(planQuery(familyId))
  return (
    <Fetched query={query} what={t('what')}>
      {(plan: Plan) => (
        <PlanView plan={plan} familyId={familyId} speaker="family">
          <div className="hello">
            <h1>{t(plan.family.onePerson ? 'titleOne' : 'titleFamily')}</h1>
            <p>{t(plan.family.onePerson ? 'leadOne' : 'leadFamily')}</p>
            <div className="row">
              <ButtonLink look="second" icon="economy" to={page.myAccount}>
                {t('toAccount')}
              </ButtonLink>
            </div>
          </div>
        </PlanView>
      )}
    </Fetched>
  )
}
