import './journey.css'
import './chart.css'
import { lineOf, type Journey, type JourneySubject, type Mark } from '@velferdslab/core/journey'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DomainsCard } from './domains-card.tsx'
import { JourneyChart } from './journey-chart.tsx'
import { WholeTable } from './journey-tables.tsx'
import type { Reader } from './journey-words.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { StepsCard } from './steps-card.tsx'
import { BothViewsCard, DifferencesCard } from './views-cards.tsx'
import type { Direction } from './chart-geometry.ts'

interface JourneyViewProps {
  journey: Journey
  reader: Reader
  direction: Direction
  /** What stands between the drawing and the domains on the work page. */
  children?: ReactNode
}

/** The whole journey of a family, the same for both shells: the drawing, the steps in words, the domains, and the two views. */
export function JourneyView({ journey, reader, direction, children }: JourneyViewProps) {
  const { t } = useTranslation('journey')
  const [placing, setPlacing] = useState<{ subject: JourneySubject; mark: Mark } | null>(null)
  const own = lineOf(journey.placements, { subject: 'whole', view: 'family' })
  const team = lineOf(journey.placements, { subject: 'whole', view: 'team' })
  const view = own.now || !team.now ? 'family' : 'team'
  const drawn = own.now ?? team.now ?? own.goal
  const mayPlace = journey.mayPlace.some((each) => each.subject === 'whole')
  const asksMe = reader !== 'work' && journey.mayPlace.length > 0
  return (
    <div className={`trip trip--${direction}`}>
      <Card title={t('whole')} className="trip__whole">
        {drawn ? (
          <>
            {view === 'team' && <p className="small soft">{t('fromTeam')}</p>}
            <JourneyChart journey={journey} view={view} direction={direction} reader={reader} />
          </>
        ) : (
          <EmptyState icon="goal" title={t(asksMe ? 'none' : 'noneWorkTitle')}>
            {t(asksMe ? 'noneFamily' : 'noneWork')}
          </EmptyState>
        )}
        {mayPlace && (
          <div className="row trip__do">
            <Button icon="pen" onClick={() => setPlacing({ subject: 'whole', mark: 'now' })}>
              {t('place')}
            </Button>
            {journey.speaksFor === 'family' && (
              <Button look="second" icon="goal" onClick={() => setPlacing({ subject: 'whole', mark: 'goal' })}>
                {t('setGoal')}
              </Button>
            )}
          </div>
        )}
        <WholeTable journey={journey} />
      </Card>
      <div className="trip__col">
        <BothViewsCard journey={journey} reader={reader} />
        <DifferencesCard journey={journey} reader={reader} />
        <StepsCard journey={journey} view={view} />
        {direction === 'down' && (
          <DomainsCard journey={journey} onPlace={(subject, mark) => setPlacing({ subject, mark })} />
        )}
        {children}
      </div>
      {direction === 'across' && (
        <DomainsCard journey={journey} onPlace={(subject, mark) => setPlacing({ subject, mark })} />
      )}
      {placing && (
        <PlaceDialog
          key={`${placing.subject} ${placing.mark}`}
          journey={journey}
          reader={reader}
          {...placing}
          onClose={() => setPlacing(null)}
        />
      )}
    </div>
  )
}
