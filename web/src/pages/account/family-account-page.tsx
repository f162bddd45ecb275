import type { Account } from '@velferdslab/core/ledger'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { usePlanLive } from '../../live/use-plan-live.ts'
import { page } from '../../paths.ts'
import { accountQuery, planQuery } from '../../plan-api.ts'
import { familyName } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AccountView } from './account-view.tsx'

/** The ledger of one family, for who leads and for each payer its own. */
export function FamilyAccountPage() {
  const { t } = useTranslation(['account', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  usePlanLive(familyId)
  const query = useQuery(accountQuery(familyId))
  // It has the names of goals and measures: money is not shown without them while they are on their way.
  const { data: plan, isPending } = useQuery(planQuery(familyId))
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('account:titleWork') })}</title>
      <Fetched query={query} what={t('account:what')}>
        {(account: Account) =>
          isPending ? (
            <Loading what={t('account:what')} />
          ) : (
            <AccountView account={account} plan={plan}>
              <div className="hello">
                {account.family && (
                  <>
                    <Link to={page.family} params={{ familyId }} className="link-button small">
                      <Icon name="left" small />
                      {t('account:back')}
                    </Link>
                    <p className="soft">
                      <bdi>{familyName(account.family)}</bdi>
                    </p>
                  </>
                )}
                <h1>{t('account:titleWork')}</h1>
                {account.family ? <p>{t('account:leadWork')}</p> : <Notice icon="lock">{t('account:ownWork')}</Notice>}
                <div className="row">
                  <ButtonLink look="second" icon="goal" to={page.familyPlan} params={{ familyId }}>
                    {t('account:toPlan')}
                  </ButtonLink>
                </div>
              </div>
            </AccountView>
          )
        }
      </Fetched>
    </main>
  )
}
