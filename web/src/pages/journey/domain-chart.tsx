import type { JourneyLine, Placement } from '@velferdslab/core/journey'
import { stepOf } from '@velferdslab/core/journey'
import { useId } from 'react'
import { Bands, BandPatterns } from './bands.tsx'
import { domainSpots, domainBand } from './domain-geometry.ts'

/** One domain in small: start, now and goal over the four bands. The words beside and the table say the same. */
export function DomainChart({ line, label }: { line: JourneyLine<Placement>; label: string }) {
  const id = useId()
  const { start, now, goal } = domainSpots({
    start: line.start && line.start !== line.now ? stepOf(line.start.situation) : null,
    now: line.now && stepOf(line.now.situation),
    goal: line.goal && stepOf(line.goal.situation),
  })
  return (
    <svg className="chart chart--domain" viewBox="0 0 300 48" role="img" aria-label={label}>
      <BandPatterns id={id} />
      <Bands id={id} rectOf={domainBand} radius={7} />
      {start !== null && now !== null && <path className="chart__line" d={`M${start} 24H${now}`} />}
      {now !== null && goal !== null && <path className="chart__line chart__line--goal" d={`M${now} 24H${goal}`} />}
      {start !== null && (
        <g className="point point--start">
          <circle className="point__dot" cx={start} cy="24" r="8" />
        </g>
      )}
      {goal !== null && (
        <g className="point point--goal">
          <circle className="point__dot" cx={goal} cy="24" r="9" />
        </g>
      )}
      {now !== null && (
        <g className="point point--now">
          <circle className="point__dot" cx={now} cy="24" r="9.5" />
        </g>
      )}
    </svg>
  )
}
