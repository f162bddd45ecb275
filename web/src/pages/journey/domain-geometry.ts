import type { Rect } from './chart-geometry.ts'

const width = 70
const every = 73

export function domainBand(step: number): Rect {
  return { x: 4 + step * every, y: 4, width, height: 40 }
}

interface Steps<Value> {
  readonly start: Value
  readonly now: Value
  readonly goal: Value
}

/** Where start, now and goal stand along the bands: those in one band share it, in this order. */
export function domainSpots(steps: Steps<number | null>): Steps<number | null> {
  const order = ['start', 'now', 'goal'] as const
  const spot = (which: (typeof order)[number]): number | null => {
    const step = steps[which]
    if (step === null) return null
    const sharing = order.filter((other) => steps[other] === step)
    const band = domainBand(step)
    return Math.round(band.x + ((sharing.indexOf(which) + 1) / (sharing.length + 1)) * band.width)
  }
  return { start: spot('start'), now: spot('now'), goal: spot('goal') }
}
