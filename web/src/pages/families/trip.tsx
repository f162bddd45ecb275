import '../../ui/situations.css'
import './trip.css'
import type { FamilyList } from '@velferdslab/core/family'
import { situations, stepOf, type Situation } from '@velferdslab/core/journey'
import { useTranslation } from 'react-i18next'

const band = { width: 48, gap: 1, start: 4, height: 30 } as const
/** Circles that fall in one situation stand beside each other: start to the left, now in the middle, goal to the right. */
const within = { start: 0.22, now: 0.5, goal: 0.8 } as const

function xOf(situation: Situation, which: keyof typeof within): number {
  return band.start + stepOf(situation) * (band.width + band.gap) + band.width * within[which]
}

/** A family's journey on one line: where it says it started, is, and wants to be. The sentence beside it says the same. */
export function Trip({ journey }: { journey: FamilyList['families'][number]['journey'] }) {
  const { t } = useTranslation('families')
  const { start, now, goal } = journey
  if (!now) return <span className="small soft">{t('tripNone')}</span>
  const words = [
    start && start !== now ? t('tripFrom', { start: t(start), now: t(now) }) : t('tripNow', { now: t(now) }),
    goal && t('tripGoal', { goal: t(goal) }),
  ]
  const [from, at, to] = [start && xOf(start, 'start'), xOf(now, 'now'), goal && xOf(goal, 'goal')]
  const y = band.height / 2
  return (
    <svg className="trip-line" viewBox="0 0 204 30" role="img" aria-label={words.filter(Boolean).join(' ')}>
      {situations.map((situation, step) => (
        <rect
          key={situation}
          className={`trip-line__band b-${situation}`}
          x={band.start + step * (band.width + band.gap)}
          width={band.width}
          height={band.height}
          rx="5"
        />
      ))}
      {from !== null && <path d={`M${from} ${y}H${at}`} />}
      {to !== null && <path className="trip-line__ahead" d={`M${at} ${y}H${to}`} />}
      {from !== null && <circle className="trip-line__start" cx={from} cy={y} r="5.5" />}
      {to !== null && <circle className="trip-line__goal" cx={to} cy={y} r="6" />}
      <circle className="trip-line__now" cx={at} cy={y} r="6.5" />
    </svg>
  )
}

/** What the three circles mean, for the eye: the sentence of each drawing says it to the ear. */
export function TripKey() {
  const { t } = useTranslation('families')
  return (
    <ul className="trip-key small" aria-hidden="true">
      {(['start', 'now', 'goal'] as const).map((mark) => (
        <li key={mark}>
          <svg viewBox="0 0 18 18">
            <circle className={`trip-line__${mark}`} cx="9" cy="9" r="6" />
          </svg>
          {t(mark)}
        </li>
      ))}
    </ul>
  )
}
