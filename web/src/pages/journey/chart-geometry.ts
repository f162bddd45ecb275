import { degreeOf, situations, type JourneyLine, type Placement, type Situation } from '@velferdslab/core/journey'

/**
 * Where everything of the journey chart stands. Across (a wide screen): situations beside each other, vulnerability from the top.
 * Down (a phone, and the family's own page): situations below each other, vulnerability from the start of the line. Numbers only.
 */
export type Direction = 'across' | 'down'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Frame {
  /** The drawing: what the viewBox says. */
  readonly width: number
  readonly height: number
  /** Where points and their words may stand. */
  readonly plot: Rect
  /** Nearer the edge of a band than this stands no point. */
  readonly edge: number
  /** An estimate of one letter's width and one line's height. */
  readonly letter: number
  readonly line: number
}

const gap = 4

export const frames: Record<Direction, Frame> = {
  across: {
    width: 1200,
    height: 470,
    plot: { x: 64, y: 44, width: 1124, height: 420 },
    edge: 34,
    letter: 7.9,
    line: 20,
  },
  down: { width: 326, height: 720, plot: { x: 0, y: 30, width: 326, height: 684 }, edge: 34, letter: 7.9, line: 18 },
}

export function bandOf(situation: Situation, direction: Direction): Rect {
  const { plot } = frames[direction]
  const at = situations.indexOf(situation)
  const length =
    ((direction === 'across' ? plot.width : plot.height) - gap * (situations.length - 1)) / situations.length
  const from = at * (length + gap)
  return direction === 'across'
    ? { x: plot.x + from, y: plot.y, width: length, height: plot.height }
    : { x: plot.x, y: plot.y + from, width: plot.width, height: length }
}

export type PointKind = 'start' | 'between' | 'now' | 'goal'

export interface ChartPoint<Row> {
  readonly row: Row
  readonly kind: PointKind
  readonly x: number
  readonly y: number
}

type Drawn = Pick<Placement, 'situation' | 'vulnerability'>

interface Stage<Row> {
  readonly row: Row
  readonly kind: PointKind
}

/** What is drawn of a line, in its order, the goal last. One that is both start and now is there once, as now. */
export function stagesOf<Row>({ start, between, now, goal }: JourneyLine<Row>): Stage<Row>[] {
  const stage = (kind: PointKind) => (row: Row) => ({ row, kind })
  return [
    ...(start && start !== now ? [start].map(stage('start')) : []),
    ...between.map(stage('between')),
    ...(now ? [now].map(stage('now')) : []),
    ...(goal ? [goal].map(stage('goal')) : []),
  ]
}

/** Where each stage of a line stands. */
export function pointsOf<Row extends Drawn>(line: JourneyLine<Row>, direction: Direction): ChartPoint<Row>[] {
  const way = stagesOf(line)
  const degrees = knownDegrees(way.map(({ row }) => degreeOf(row.vulnerability)))
  return way.map(({ row, kind }, at) => {
    // Those in one band share its length in the order they were said, so that none hides another.
    const sharing = way.filter((other) => other.row.situation === row.situation)
    const share = (sharing.findIndex((other) => other.row === row && other.kind === kind) + 1) / (sharing.length + 1)
    return { row, kind, ...spot(row.situation, share, degrees[at] ?? 5, direction) }
  })
}

/**
 * What nobody answered is drawn at the height of the answer before it, or the first one after; in the middle where there is none at all.
 * A goal has a situation and no degree: it is drawn where now is. The words beside say that it was not answered.
 */
function knownDegrees(degrees: readonly (number | null)[]): number[] {
  const first = degrees.find((degree) => degree !== null) ?? 5
  let last = first
  return degrees.map((degree) => (last = degree ?? last))
}

function spot(situation: Situation, share: number, degree: number, direction: Direction): { x: number; y: number } {
  const band = bandOf(situation, direction)
  const { edge } = frames[direction]
  const down = 1 - Math.min(10, Math.max(0, degree)) / 10
  return direction === 'across'
    ? { x: band.x + share * band.width, y: band.y + edge + down * (band.height - 2 * edge) }
    : { x: band.x + edge + down * (band.width - 2 * edge), y: band.y + share * band.height }
}

export interface Label {
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
  /** Where the anchor stands, and the baseline of the first line. */
  readonly x: number
  readonly y: number
  readonly box: Rect
}

const radius = 16
const urgency: Record<PointKind, number> = { now: 0, start: 1, goal: 2, between: 3 }

/**
 * Words beside the points: now, start and goal first, then the newest of the others. Words that would cover a point or other words, or leave
 * the drawing, are left out there; they stand in the list and in the table all the same.
 */
export function labelsOf<Row>(
  points: readonly ChartPoint<Row>[],
  linesOf: (point: ChartPoint<Row>) => readonly string[],
  direction: Direction,
): Map<ChartPoint<Row>, Label> {
  const frame = frames[direction]
  const dots = points.map(({ x, y }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }))
  const placed = new Map<ChartPoint<Row>, Label>()
  const inOrder = [...points].reverse().sort((a, b) => urgency[a.kind] - urgency[b.kind])
  const strokes = points.slice(1).map((to, at) => ({ from: points[at] ?? to, to }))
  for (const point of inOrder) {
    const fitting = candidates(point, linesOf(point), frame).filter(
      ({ box }) =>
        within(box, frame.plot) &&
        !dots.some((dot) => overlap(box, dot)) &&
        ![...placed.values()].some((other) => overlap(box, other.box)),
    )
    // Off the line where there is room; upon it rather than not at all.
    const label = fitting.find(({ box }) => !strokes.some((stroke) => crosses(stroke, box))) ?? fitting[0]
    if (label) placed.set(point, label)
  }
  return placed
}

/** The ways words can stand by a point, the calmest first: beside, under, over; at last with fewer lines. */
function candidates({ x, y }: { x: number; y: number }, lines: readonly string[], frame: Frame): Label[] {
  if (lines.length === 0) return []
  const width = Math.max(...lines.map((line) => [...line].length)) * frame.letter
  const height = lines.length * frame.line
  const aside = radius + 4
  const middle = y - height / 2
  const boxes: [Label['anchor'], number, number][] = [
    ['start', x + aside, middle],
    ['end', x - aside, middle],
    ['middle', x, y + aside],
    ['middle', x, y - aside - height],
    ['start', x + aside, y + aside / 2],
    ['end', x - aside, y + aside / 2],
    ['start', x + aside, y - aside / 2 - height],
    ['end', x - aside, y - aside / 2 - height],
  ]
  const whole = boxes.map(([anchor, at, top]): Label => {
    const left = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2
    return { lines, anchor, x: at, y: top + frame.line * 0.75, box: { x: left, y: top, width, height } }
  })
  return lines.length === 1 ? whole : [...whole, ...candidates({ x, y }, lines.slice(0, 1), frame)]
}

interface Spot {
  readonly x: number
  readonly y: number
}

/** Whether a straight stroke goes through a box: the part of it that lies between the box's sides, in both directions at once. */
export function crosses({ from, to }: { from: Spot; to: Spot }, box: Rect): boolean {
  let [enters, leaves] = [0, 1]
  for (const [start, step, low, high] of [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false
      continue
    }
    const sides = [(low - start) / step, (high - start) / step]
    enters = Math.max(enters, Math.min(...sides))
    leaves = Math.min(leaves, Math.max(...sides))
  }
  return enters <= leaves
}

export function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
