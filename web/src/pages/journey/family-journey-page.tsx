import type { Journey } from '@velferdslab/core/journey'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { journeyQuery, wellbeingQuery } from '../../journey-api.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { familyName } from '../../texts/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { PhaseCard } from '../phase/phase-card.tsx'
import { SharedAnswers } from '../wellbeing/shared-answers.tsx'
import { JourneyView } from './journey-view.tsx'

/** The journey of one family as its team sees it: both views, and what members have let the one who leads read. */
export function FamilyJourneyPage() {
  const { t } = useTranslation(['journey', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  const wide = useWide()
  const query = useQuery(journeyQuery(familyId))
  const { data: shared } = useQuery(wellbeingQuery(familyId))
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('journey:titleWork') })}</title>
      <Fetched query={query} what={t('journey:what')}>
        {(journey: Journey) => (
          <div className="doing">
            <div className="doing__hello">
              <Link to={page.family} params={{ familyId }} className="link-button small">
                <Icon name="left" small />
                {t('journey:back')}
              </Link>
              <p className="soft">
                <bdi>{familyName(journey.family)}</bdi>
              </p>
              <h1>{t('journey:titleWork')}</h1>
              <p>{t('journey:leadWork')}</p>
            </div>
            <PhaseCard familyId={familyId} />
            <JourneyView journey={journey} reader="work" direction={wide ? 'across' : 'down'}>
              {shared && <SharedAnswers wellbeing={shared} />}
            </JourneyView>
          </div>
        )}
      </Fetched>
    </main>
  )
}
