import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visitsOf, type SeenOpening } from './looked-rules.ts'

const noon = new Date('2026-12-10T13:10:20Z').getTime()
const minutes = (count: number) => new Date(noon + count * 60_000)
const anOpening = (more: Partial<SeenOpening> = {}): SeenOpening => ({
  reader: 'tor',
  name: 'Tor',
  service: 'NAV',
  ground: 'consent',
  areas: ['economy'],
  about: [],
  aboutMe: true,
  byMyYes: true,
  from: minutes(0),
  to: minutes(5),
  ...more,
})

describe('visits', () => {
  it('are none where nobody has read', () => {
    expect(visitsOf([])).toEqual([])
  })
  it('begin at a whole minute, and never say when they ended', () => {
    const [visit] = visitsOf([anOpening()])
    expect(visit).toMatchObject({ from: '2026-12-10T13:10:00.000Z', areas: ['economy'] })
    expect(Object.keys(visit ?? {})).not.toContain('to')
  })
  it('of one reader close together are one; later, by another right, or of another reader, they are another', () => {
    const openings = [
      anOpening(),
      anOpening({ from: minutes(15), to: minutes(16), areas: ['work'], about: ['Noor'] }),
      anOpening({ from: minutes(15), reader: 'kari', name: 'Kari', service: 'skolen' }),
      anOpening({ from: minutes(16), ground: 'table' }),
      anOpening({ from: minutes(40), to: minutes(40) }),
    ]
    expect(visitsOf(openings).map(({ name, ground, areas, about }) => [name, ground, areas, about])).toEqual([
      ['Tor', 'consent', ['economy'], []],
      ['Tor', 'table', ['economy'], []],
      ['Kari', 'consent', ['economy'], []],
      ['Tor', 'consent', ['economy', 'work'], ['Noor']],
    ])
  })
  it('are the same whether an opening was begun anew in between, because of what one does not see, or not', () => {
    // When each page was read, in minutes, and after which reads it was begun anew.
    const reads = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 40 }), anew: fc.boolean() }), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(reads, (steps) => {
        const play = (hidden: boolean) => {
          const openings: SeenOpening[] = []
          let at = 0
          for (const { wait, anew } of steps) {
            at += wait
            const last = openings.at(-1)
            const goesOn = last && at * 60_000 + noon < last.from.getTime() + 15 * 60_000 && !(hidden && anew)
            if (goesOn) openings[openings.length - 1] = { ...last, to: minutes(at) }
            else openings.push(anOpening({ from: minutes(at), to: minutes(at) }))
          }
          return visitsOf(openings)
        }
        expect(play(true)).toEqual(play(false))
      }),
    )
  })
})
