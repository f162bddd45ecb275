import { lineOf, marks, situations, type Placement } from '@velferdslab/core/journey'
import type { Answer } from '@velferdslab/core/wellbeing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, crosses, frames, labelsOf, overlap, pointsOf, within, type Direction } from './chart-geometry.ts'

const directions: Direction[] = ['across', 'down']
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.integer({ min: 0, max: 10 }).map((score) => ({ kind: 'score' as const, score })),
  fc.constantFrom({ kind: 'rather_not' as const }, { kind: 'skipped' as const }),
)
type Row = Pick<Placement, 'subject' | 'view' | 'mark' | 'situation' | 'vulnerability' | 'onDay'>
const anyRow: fc.Arbitrary<Row> = fc.record({
  subject: fc.constant('whole' as const),
  view: fc.constant('family' as const),
  mark: fc.constantFrom(...marks),
  situation: fc.constantFrom(...situations),
  vulnerability: fc.option(fc.record({ strength: anyAnswer, ability: anyAnswer })),
  onDay: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01') as unknown as fc.Arbitrary<Placement['onDay']>,
})
const anyLine = fc.array(anyRow, { maxLength: 30 }).map((rows) => lineOf(rows, { subject: 'whole', view: 'family' }))
const score = (value: number): Answer => ({ kind: 'score', score: value })
const row = (situation: Row['situation'], strength: Answer, mark: Row['mark'] = 'now'): Row => ({
  subject: 'whole',
  view: 'family',
  mark,
  situation,
  vulnerability: mark === 'goal' ? null : { strength, ability: strength },
  onDay: '2026-01-01' as Placement['onDay'],
})
const drawn = (rows: Row[], direction: Direction) =>
  pointsOf(lineOf(rows, { subject: 'whole', view: 'family' }), direction)

describe.each(directions)('the chart drawn %s', (direction) => {
  const frame = frames[direction]

  it('has four bands inside its box, and none upon another', () => {
    const bands = situations.map((situation) => bandOf(situation, direction))
    for (const band of bands) {
      expect(within(band, { x: 0, y: 0, width: frame.width, height: frame.height })).toBe(true)
      expect(bands.filter((other) => overlap(band, other))).toEqual([band])
    }
  })
  it('keeps every point in the band of its situation, whatever was answered', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        for (const point of pointsOf(line, direction)) {
          const band = bandOf(point.row.situation, direction)
          expect(within({ x: point.x, y: point.y, width: 0, height: 0 }, band)).toBe(true)
        }
      }),
    )
  })
  it('draws everything that was placed, and nothing twice', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const rows = pointsOf(line, direction).map((point) => point.row)
        const wanted = new Set([line.start, ...line.between, line.now, line.goal].filter((each) => each !== null))
        expect(rows).toHaveLength(wanted.size)
        expect(new Set(rows)).toEqual(wanted)
      }),
    )
  })
  it('never lays two points in the same spot', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const spots = pointsOf(line, direction).map(({ x, y }) => `${x} ${y}`)
        expect(new Set(spots).size).toBe(spots.length)
      }),
    )
  })
  it('keeps words inside its box, off the points and off one another', () => {
    fc.assert(
      fc.property(anyLine, fc.array(fc.string({ maxLength: 60 }), { maxLength: 3 }), (line, words) => {
        const points = pointsOf(line, direction)
        const boxes = [...labelsOf(points, () => words, direction).values()].map((label) => label.box)
        for (const box of boxes) {
          expect(within(box, frame.plot)).toBe(true)
          expect(boxes.filter((other) => overlap(box, other)).length).toBeLessThanOrEqual(1)
          for (const { x, y } of points) expect(overlap(box, { x: x - 1, y: y - 1, width: 2, height: 2 })).toBe(false)
        }
      }),
    )
  })
})

describe('a stroke', () => {
  const box = { x: 10, y: 10, width: 10, height: 10 }
  it('goes through a box, or past it, or ends before it', () => {
    expect(crosses({ from: { x: 0, y: 15 }, to: { x: 30, y: 15 } }, box)).toBe(true)
    expect(crosses({ from: { x: 0, y: 0 }, to: { x: 30, y: 30 } }, box)).toBe(true)
    expect(crosses({ from: { x: 0, y: 15 }, to: { x: 5, y: 15 } }, box)).toBe(false)
    expect(crosses({ from: { x: 0, y: 25 }, to: { x: 30, y: 25 } }, box)).toBe(false)
    expect(crosses({ from: { x: 0, y: 12 }, to: { x: 12, y: 0 } }, box)).toBe(false)
  })
})

describe('a point', () => {
  it('stands higher the more vulnerable life is, or nearer the start when drawn down', () => {
    const [much] = drawn([row('untenable', score(1))], 'across')
    const [little] = drawn([row('untenable', score(9))], 'across')
    expect(much!.y).toBeLessThan(little!.y)
    const [muchDown] = drawn([row('untenable', score(1))], 'down')
    const [littleDown] = drawn([row('untenable', score(9))], 'down')
    expect(muchDown!.x).toBeLessThan(littleDown!.x)
  })
  it('that was not answered is not drawn as the most vulnerable', () => {
    const silent: Answer = { kind: 'rather_not' }
    const [start, now] = drawn([row('untenable', score(6)), row('vulnerable', silent)], 'across')
    expect(now!.y).toBe(start!.y)
    const [alone] = drawn([row('untenable', silent)], 'across')
    const [zero] = drawn([row('untenable', score(0))], 'across')
    expect(alone!.y).toBeGreaterThan(zero!.y)
  })
  it('of a step back stands in the band it went back to, as a part of the line', () => {
    const points = drawn([row('untenable', score(2)), row('stable', score(6)), row('vulnerable', score(4))], 'across')
    expect(points.map((point) => point.kind)).toEqual(['start', 'between', 'now'])
    expect(points[2]!.x).toBeLessThan(points[1]!.x)
  })
})
