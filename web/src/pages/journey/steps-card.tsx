import { lineOf, type Journey, type View } from '@velferdslab/core/journey'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { authorOf, whenOf } from './journey-words.ts'
import type { PointKind } from './chart-geometry.ts'
import { Situation } from './situation.tsx'

/** The same journey in words, one step below the other: all that the drawing says, for whoever would rather read. */
export function StepsCard({ journey, view }: { journey: Journey; view: View }) {
  const { t } = useTranslation('journey')
  const line = lineOf(journey.placements, { subject: 'whole', view })
  const steps = [
    ...(line.start && line.start !== line.now ? [{ row: line.start, kind: 'start' as PointKind }] : []),
    ...line.between.map((row) => ({ row, kind: 'between' })),
    ...(line.now ? [{ row: line.now, kind: 'now' as PointKind }] : []),
    ...(line.goal ? [{ row: line.goal, kind: 'goal' as PointKind }] : []),
  ]
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
