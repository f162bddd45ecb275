import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sectors } from './cells.ts'
import { edges, middle, placePeople, type Person } from './place-people.ts'

const names = {
  family: 'Familie',
  friends: 'Venner',
  leisure: 'Fritid',
  public: 'Det offentlige',
  work: 'Jobb',
  home: 'Hjemme',
}

test('everybody placed stands in their own ring and sector, and no two stand on one another', () => {
  const person = fc.record({
    sector: fc.constantFrom(...sectors),
    ring: fc.integer({ min: 1, max: 3 }),
    name: fc.string({ minLength: 1, maxLength: 12 }),
    relation: fc.string({ maxLength: 12 }),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 24 }), (people: Person[]) => {
      const spots = placePeople(people, names)
      expect(spots).toHaveLength(people.length)
      for (const [at, spot] of spots.entries()) {
        if (!spot) continue
        const { ring, sector } = people[at]!
        const radius = Math.hypot(spot.x - middle, spot.y - middle)
        expect(radius).toBeGreaterThan(edges[ring - 1]!)
        expect(radius).toBeLessThan(edges[ring]!)
        const angle = (Math.atan2(spot.y - middle, spot.x - middle) * 180) / Math.PI + 90
        const off = ((((angle - 60 * sectors.indexOf(sector) + 180) % 360) + 360) % 360) - 180
        expect(Math.abs(off)).toBeLessThan(30)
        for (const other of spots.slice(at + 1))
          if (other) expect(Math.hypot(spot.x - other.x, spot.y - other.y)).toBeGreaterThan(10)
      }
    }),
  )
})

test('a family with ten people around it finds room for them all', () => {
  const people: Person[] = [
    { sector: 'family', ring: 1, name: 'Asha', relation: 'tante' },
    { sector: 'family', ring: 2, name: 'Inger', relation: 'farmor' },
    { sector: 'friends', ring: 1, name: 'Hodan', relation: 'venninne' },
    { sector: 'friends', ring: 2, name: 'Per', relation: 'nabo' },
    { sector: 'leisure', ring: 1, name: 'Torbjørn', relation: 'trener' },
    { sector: 'home', ring: 1, name: 'Liv', relation: 'i oppgangen' },
    { sector: 'work', ring: 2, name: 'Rosa', relation: 'kollega' },
    { sector: 'public', ring: 1, name: 'Solveig', relation: 'leder' },
    { sector: 'public', ring: 2, name: 'Kari', relation: 'lærer' },
    { sector: 'public', ring: 2, name: 'Tor', relation: 'NAV' },
  ]
  expect(placePeople(people, names).every(Boolean)).toBe(true)
})
