import './looked.css'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Looked } from '@velferdslab/core/looked'
import { useQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ByDay } from '../../by-day.tsx'
import { Fetched } from '../../fetched.tsx'
import { lookedQuery } from '../../looked-api.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { happeningSentence } from './looked-words.ts'
import { MyHolds } from './my-holds.tsx'
import { VisitList } from './visit-list.tsx'

/** Who has read about me, and beside it what has happened: each sees what they could read themself. */
export function LookedPage() {
  const family = useMyFamily()
  return (
    <main className="page page--wide" id="content">
      {family ? <Mine familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Mine({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('looked')
  const { me } = useRouteContext({ from: '/my' })
  const query = useQuery(lookedQuery(familyId))
  return (
    <Fetched query={query} what={t('what')}>
      {({ family, today, visits, happened }: Looked) => (
        <div className="looked">
          <div className="hello looked__hello">
            <h1>{t('title')}</h1>
            <p>{t(family.onePerson ? 'leadOne' : 'lead')}</p>
          </div>
          <div className="looked__main">
            <Card title={t('title')} titleHidden>
              {visits.length === 0 ? (
                <EmptyState icon="eye" title={t('none')}>
                  {t('noneText')}
                </EmptyState>
              ) : (
                <>
                  <VisitList visits={visits} today={today} />
                  <p className="soft visits__span">{t('span')}</p>
                </>
              )}
            </Card>
            <MyHolds />
            <Card title={t('wrongTitle')}>
              <p>{t('wrongText', { phone: me.municipality.phone })}</p>
            </Card>
          </div>
          <Card title={t('happenedTitle')} className="looked__happened">
            {happened.length === 0 ? (
              <p>{t('happenedNone')}</p>
            ) : (
              <ByDay items={happened} dayOf={({ on }) => on} today={today} more={t('more')}>
                {(those) => (
                  <ul className="happened">
                    {those.map((each, index) => (
                      <li key={index}>{happeningSentence(t, each)}</li>
                    ))}
                  </ul>
                )}
              </ByDay>
            )}
          </Card>
        </div>
      )}
    </Fetched>
  )
}
