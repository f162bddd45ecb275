import type { FamilyId } from '@velferdslab/core/ids'
import type { Journey } from '@velferdslab/core/journey'
import type { Wellbeing } from '@velferdslab/core/wellbeing'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { journeyQuery, wellbeingQuery } from '../../journey-api.ts'
import { Fetched } from '../../fetched.tsx'
import { useMyFamily } from '../../shells/my-family.ts'
import { NotFound } from '../not-found/not-found-page.tsx'
import { MyPhaseCard } from '../phase/my-phase-card.tsx'
import { WellbeingCard } from '../wellbeing/wellbeing-card.tsx'
import { JourneyView } from './journey-view.tsx'

/** How I am doing, which is mine; and the journey, which is ours. */
export function MyJourneyPage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Mine familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Mine({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation(['wellbeing', 'journey'])
  const wellbeing = useQuery(wellbeingQuery(familyId))
  const journey = useQuery(journeyQuery(familyId))
  return (
    <Fetched query={wellbeing} what={t('wellbeing:what')}>
      {(mine: Wellbeing) => (
        <div className="doing">
          <div className="doing__hello">
            <h1>{t('wellbeing:title')}</h1>
            {mine.mayAnswer && <p>{t('wellbeing:lead')}</p>}
          </div>
          <div className="doing__mine">
            <WellbeingCard familyId={familyId} wellbeing={mine} />
          </div>
          {!mine.isChild && (
            <Fetched query={journey} titled what={t('journey:what')}>
              {(ours: Journey) => (
                <section className="doing__ours" aria-labelledby="journey-title">
                  <div className="doing__hello">
                    <h2 id="journey-title" className="doing__title">
                      {t(ours.family.onePerson ? 'journey:titleOne' : 'journey:titleFamily')}
                    </h2>
                    <p>{t(ours.family.onePerson ? 'journey:leadOne' : 'journey:leadFamily')}</p>
                  </div>
                  <MyPhaseCard familyId={familyId} />
                  <JourneyView journey={ours} reader={ours.family.onePerson ? 'one' : 'family'} direction="down" />
                </section>
              )}
            </Fetched>
          )}
        </div>
      )}
    </Fetched>
  )
}
