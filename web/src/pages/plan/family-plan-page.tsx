import type { Plan } from '@velferdslab/core/plan'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { usePlanLive } from '../../live/use-plan-live.ts'
import { page } from '../../paths.ts'
import { planQuery } from '../../plan-api.ts'
import { familyName } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PlanView } from './plan-view.tsx'

/** The plan of a family, for those at its table. */
export function FamilyPlanPage() {
  const { t } = useTranslation(['plan', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  usePlanLive(familyId)
  const query = useQuery(planQuery(familyId))
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('plan:titleWork') })}</title>
      <Fetched query={query} what={t('plan:what')}>
        {(plan: Plan) => (
          <PlanView plan={plan} familyId={familyId} speaker="work">
            <div className="hello">
              {plan.family.name === null ? (
                <>
                  <h1>{t('plan:ownWorkTitle')}</h1>
                  <Notice icon="lock">{t('plan:ownWork')}</Notice>
                </>
              ) : (
                <>
                  <Link to={page.family} params={{ familyId }} className="link-button small">
                    <Icon name="left" small />
                    {t('plan:back')}
                  </Link>
                  <p className="soft">
                    <bdi>{familyName({ name: plan.family.name, onePerson: plan.family.onePerson })}</bdi>
                  </p>
                  <h1>{t('plan:titleWork')}</h1>
                  <p>{t('plan:leadWork')}</p>
                </>
              )}
              <div className="row">
                <ButtonLink look="second" icon="economy" to={page.familyAccount} params={{ familyId }}>
                  {t('plan:toAccount')}
                </ButtonLink>
                <ButtonLink look="second" icon="mail" to={page.familySharing} params={{ familyId }}>
                  {t('plan:toSharing')}
                </ButtonLink>
                <ButtonLink look="second" icon="copy" to={page.familySharing} params={{ familyId }} hash="journal">
                  {t('plan:toJournal')}
                </ButtonLink>
              </div>
            </div>
          </PlanView>
        )}
      </Fetched>
    </main>
  )
}
