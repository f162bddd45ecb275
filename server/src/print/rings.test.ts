import { sectors } from '@velferdslab/core/cloth'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectorsAround, spotsForNames, spotsForNumbers } from './rings.ts'

const names = ['Familie', 'Venner', 'Fritid', 'Det offentlige', 'Jobb', 'Hjemme']
const person = fc.record({
  sector: fc.constantFrom(...sectors),
  ring: fc.integer({ min: 1, max: 3 }),
  name: fc.string({ minLength: 1, maxLength: 12 }),
  lines: fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 2 }),
})
const edges = [0.19, 0.46, 0.73, 1]

describe('the people around the family', () => {
  it('stand in their own ring and their own sector, by name or by number', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 20 }), (people) => {
        const placed = [...(spotsForNames(people, names) ?? []), ...spotsForNumbers(people, names)]
        for (const { x, y, ring, sector } of placed) {
          const radius = Math.hypot(x, y)
          expect(radius).toBeGreaterThan(edges[ring - 1]!)
          expect(radius).toBeLessThan(edges[ring]!)
          const degrees = (Math.atan2(y, x) * 180) / Math.PI + 90 - 60 * sectorsAround.indexOf(sector)
          expect(Math.abs(((degrees + 540) % 360) - 180)).toBeLessThan(30)
        }
      }),
    )
  })

  it('are all named, or none is', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 20 }), (people) => {
        const named = spotsForNames(people, names)
        expect(named === null || named.length === people.length).toBe(true)
      }),
    )
  })

  it('have room for a usual circle of ten', () => {
    const ten = [
      { name: 'Asha', lines: ['tante'], sector: 'family', ring: 1 },
      { name: 'Inger', lines: ['farmor'], sector: 'family', ring: 2 },
      { name: 'Hodan', lines: ['venninne'], sector: 'friends', ring: 1 },
      { name: 'Per', lines: ['nabo'], sector: 'friends', ring: 2 },
      { name: 'Torbjørn', lines: ['trener'], sector: 'leisure', ring: 1 },
      { name: 'Rosa', lines: ['kollega'], sector: 'work', ring: 2 },
      { name: 'Liv', lines: ['i oppgangen'], sector: 'home', ring: 1 },
      { name: 'Solveig', lines: ['leder'], sector: 'public', ring: 1 },
      { name: 'Kari', lines: ['lærer'], sector: 'public', ring: 2 },
      { name: 'Tor', lines: ['NAV'], sector: 'public', ring: 2 },
    ] as const
    expect(
      spotsForNames(
        ten.map((one) => ({ ...one, lines: [...one.lines] })),
        names,
      ),
    ).toHaveLength(10)
  })
})
