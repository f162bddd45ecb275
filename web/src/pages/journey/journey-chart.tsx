import { lineOf, situations, type Journey, type Placement, type View } from '@velferdslab/core/journey'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../../texts/format.ts'
import { Bands, BandPatterns } from './bands.tsx'
import { bandOf, frames, labelsOf, pointsOf, type ChartPoint, type Direction } from './chart-geometry.ts'
import { authorOf, fewWords, situationIn, whenOf, type Reader } from './journey-words.ts'
import { Situation } from './situation.tsx'

interface JourneyChartProps {
  journey: Journey
  /** Whose line is drawn. The other view's now stands beside it as a diamond, where it is another situation. */
  view: View
  direction: Direction
  reader: Reader
}

/**
 * The whole journey as a line of circles: start a ring, now filled, goal dashed. A step back is a part of the line. Each point says its day
 * and words when it is pointed at, reached or pressed; the list and the table say all of it as well.
 */
export function JourneyChart({ journey, view, direction, reader }: JourneyChartProps) {
  const { t } = useTranslation('journey')
  const id = useId()
  const [shown, setShown] = useState<string | null>(null)
  const frame = frames[direction]
  const line = lineOf(journey.placements, { subject: 'whole', view })
  const points = pointsOf(line, direction)
  const labels = labelsOf(points, (point) => linesOf(point), direction)
  const way = points.filter((point) => point.kind !== 'goal')
  const [now, goal] = [way.at(-1), points.find((point) => point.kind === 'goal')]
  const other = otherNow(journey, view, line.now, direction)
  const told = points.find((point) => point.row.id === shown) ?? now

  function linesOf(point: ChartPoint<Placement>): string[] {
    const day = shortDay(point.row.onDay)
    const when = point.kind === 'between' ? day : direction === 'across' ? whenOf(point.row, point.kind, journey) : ''
    const short =
      point.kind === 'now'
        ? t('nowAt', { day })
        : point.kind === 'start'
          ? t('startAt', { day })
          : whenOf(point.row, point.kind, journey)
    const words = direction === 'across' ? fewWords(point.row.words) : undefined
    return [when || short, ...(words ? [words] : [])]
  }

  return (
    <figure className="journey">
      <svg
        className="chart"
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="group"
        aria-labelledby={`${id}-title ${id}-summary`}
      >
        <title id={`${id}-title`}>{t('chartTitle')}</title>
        <BandPatterns id={id} />
        <Bands id={id} rectOf={(at) => bandOf(situations[at] ?? 'untenable', direction)} radius={12} />
        <g aria-hidden="true">
          <Axis direction={direction} />
          {way.length > 1 && <path className="chart__line" d={pathOf(way)} />}
          {now && goal && <path className="chart__line chart__line--goal" d={pathOf([now, goal])} />}
          {other && <Diamond {...other} />}
        </g>
        {points.map((point) => (
          <g
            key={point.row.id}
            role="button"
            tabIndex={0}
            className={`point point--${point.kind}`}
            transform={`translate(${round(point.x)} ${round(point.y)})`}
            aria-pressed={told === point}
            aria-label={t(point.row.words ? 'placeSays' : 'placeIs', {
              when: whenOf(point.row, point.kind, journey),
              situation: situationIn(point.row.situation),
              words: point.row.words ?? '',
            })}
            onPointerEnter={() => setShown(point.row.id)}
            onFocus={() => setShown(point.row.id)}
            onClick={() => setShown(point.row.id)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault()
                setShown(point.row.id)
              }
            }}
          >
            <circle className="point__hit" r="18" />
            <circle className="point__dot" r={radiusOf[point.kind]} />
          </g>
        ))}
        <g aria-hidden="true">
          {points.map((point) => {
            const label = labels.get(point)
            return (
              label && (
                <text key={point.row.id} className="chart__label" textAnchor={label.anchor}>
                  {label.lines.map((words, at) => (
                    <tspan
                      key={at}
                      x={round(label.x)}
                      y={round(label.y + at * frame.line)}
                      className={at === 0 ? 'chart__day' : undefined}
                    >
                      {words}
                    </tspan>
                  ))}
                </text>
              )
            )
          })}
        </g>
      </svg>
      <p id={`${id}-summary`} className="hidden">
        {line.start && line.now
          ? line.start === line.now
            ? t('summaryOne', { now: situationIn(line.now.situation) })
            : t('summary', { start: situationIn(line.start.situation), now: situationIn(line.now.situation) })
          : ''}{' '}
        {line.goal && t('summaryGoal', { goal: situationIn(line.goal.situation) })}
      </p>
      <ul className="key small">
        <li>
          <i className="key__dot" />
          {t('start')}
        </li>
        <li>
          <i className="key__dot key__dot--now" />
          {t('now')}
        </li>
        <li>
          <i className="key__dot key__dot--goal" />
          {t(reader === 'work' ? 'goalWork' : 'goalFamily')}
        </li>
        {other && (
          <li>
            <i className="key__diamond" />
            {t('teamNow')}
          </li>
        )}
      </ul>
      {told && (
        <figcaption className="journey__said">
          <p className="strong">{whenOf(told.row, told.kind, journey)}</p>
          {told.row.words && <p dir="auto">«{told.row.words}»</p>}
          <Situation situation={told.row.situation} />
          <p className="small soft">{authorOf(told.row, journey)}</p>
        </figcaption>
      )}
    </figure>
  )
}

const radiusOf = { start: 10, between: 6.5, now: 13, goal: 12 } as const

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function pathOf(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

/** The team's now beside the family's line, where the two place the whole differently. */
function otherNow(journey: Journey, view: View, mine: Placement | null, direction: Direction) {
  const theirs = lineOf(journey.placements, { subject: 'whole', view: 'team' }).now
  if (view !== 'family' || !mine || !theirs || theirs.situation === mine.situation) return null
  return pointsOf({ start: theirs, between: [], now: theirs, goal: null }, direction)[0] ?? null
}

function Diamond({ x, y }: { x: number; y: number }) {
  return <path className="chart__diamond" d={`M${round(x)} ${round(y - 13)}l13 13-13 13-13-13z`} />
}

/** The names of the bands, and which way life grows less vulnerable. */
function Axis({ direction }: { direction: Direction }) {
  const { t } = useTranslation('journey')
  const across = direction === 'across'
  return (
    <>
      {situations.map((situation) => {
        const band = bandOf(situation, direction)
        return across ? (
          <text
            key={situation}
            className={`chart__band b-${situation}`}
            x={band.x + band.width / 2}
            y={30}
            textAnchor="middle"
          >
            {t(situation)}
          </text>
        ) : (
          <text key={situation} className={`chart__band b-${situation}`} x={14} y={band.y + band.height - 14}>
            {t(situation)}
          </text>
        )
      })}
      {across ? (
        <>
          <text className="chart__axis" transform="translate(30 48) rotate(-90)" textAnchor="end">
            {t('very')}
          </text>
          <text className="chart__axis" transform="translate(30 460) rotate(-90)">
            {t('little')}
          </text>
          <path className="chart__arrow" d="M26 154V368m-5-7 5 7 5-7" />
        </>
      ) : (
        <>
          <text className="chart__axis" x={2} y={16}>
            {t('very')}
          </text>
          <path className="chart__arrow" d="M112 11H214m-7-5 7 5-7 5" />
          <text className="chart__axis" x={324} y={16} textAnchor="end">
            {t('little')}
          </text>
        </>
      )}
    </>
  )
}
