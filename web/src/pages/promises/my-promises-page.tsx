import './promises.css'
import type { FamilyPromises } from '@velferdslab/core/promise'
import { useQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FamilyId } from '@velferdslab/core/ids'
import { promisesQuery } from '../../signing-api.ts'
import { Fetched } from '../../fetched.tsx'
import { useMyFamily } from '../../shells/my-family.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { PromiseGroups } from './promise-groups.tsx'

/** What the municipality and its partners owe the family, late ones first; and what one promised oneself. */
export function MyPromisesPage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Mine familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Mine({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('promises')
  const { me } = useRouteContext({ from: '/my' })
  const query = useQuery(promisesQuery(familyId))
  return (
    <Fetched query={query} what={t('what')}>
      {({ family, today, promises }: FamilyPromises) => {
        const mine = promises.filter(({ owes }) => owes.is === 'member' && owes.personId === me.person.id)
        const others = promises.filter(({ owes }) => owes.is === 'member' && owes.personId !== me.person.id)
        const owed = promises.filter(({ owes }) => owes.is !== 'member')
        return (
          <div className="promises-page">
            <div className="hello">
              <h1>{t('title')}</h1>
              <p>{t('lead')}</p>
            </div>
            <Card title={t(family.onePerson ? 'owedOne' : 'owedMany')} className="promises">
              {owed.length === 0 ? (
                <EmptyState icon="check" title={t('owedNone')}>
                  {t('owedNoneText')}
                </EmptyState>
              ) : (
                <PromiseGroups promises={owed} today={today} tellsWho />
              )}
            </Card>
            <Card title={t('mine')} className="promises">
              {mine.length === 0 ? <p>{t('mineNone')}</p> : <PromiseGroups promises={mine} today={today} />}
            </Card>
            {others.length > 0 && (
              <Card title={t('others')} className="promises">
                <PromiseGroups promises={others} today={today} tellsWho />
              </Card>
            )}
          </div>
        )
      }}
    </Fetched>
  )
}
