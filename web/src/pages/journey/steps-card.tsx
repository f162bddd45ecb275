import { lineOf, type Journey, type View } from '@velferdslab/core/journey'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { stagesOf } from './chart-geometry.ts'
import { authorOf, whenOf } from './journey-words.ts'
import { Situation } from './situation.tsx'

/** The same journey in words, one step below the other: all that the drawing says, for whoever would rather read. */
export function StepsCard({ journey, view }: { journey: Journey; view: View }) {
  const { t } = useTranslation('journey')
  const steps = stagesOf(lineOf(journey.placements, { subject: 'whole', view }))
  if (steps.length === 0) return null
  return (
    <Card title={t('steps')}>
      <ol className="steps">
        {steps.map(({ row, kind }) => (
          <li key={row.id} className={`steps__${kind}`}>
            <i aria-hidden="true" />
            <div>
              <p className="strong">{whenOf(row, kind, journey)}</p>
              {row.words && <p dir="auto">{row.words}</p>}
              <p className="row">
                <Situation situation={row.situation} />
                <span className="small soft">{authorOf(row, journey)}</span>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
