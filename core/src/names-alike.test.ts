import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canBeOneName, distanceBetween, namesAlike } from './names-alike.ts'
import { onePerson, twoPeople } from './names-alike-golden.ts'

/** Core has no console of its own; the rates belong in what the test prints. */
const { info: say } = (globalThis as unknown as { console: { info: (line: string, more: object) => void } }).console

describe('two names', () => {
  it('are measured on what a desk meets: at least 95 of 100 found, at most 15 of 100 false alarms among the close ones', () => {
    const missed = onePerson.filter(([one, other]) => !canBeOneName(one, other))
    const alarms = twoPeople.filter(([one, other]) => canBeOneName(one, other))
    const percent = (part: readonly unknown[], of: readonly unknown[]) =>
      Math.round((part.length / of.length) * 1000) / 10
    say(
      `names: ${onePerson.length + twoPeople.length} pairs; hits ${100 - percent(missed, onePerson)} % of ${onePerson.length}, ` +
        `false alarms ${percent(alarms, twoPeople)} % of ${twoPeople.length}`,
      { missed, alarms },
    )
    expect(onePerson.length + twoPeople.length).toBeGreaterThanOrEqual(120)
    expect(percent(missed, onePerson)).toBeLessThanOrEqual(5)
    expect(percent(alarms, twoPeople)).toBeLessThanOrEqual(15)
  })

  it('are not alike when there is none', () => {
    expect(namesAlike('', '')).toBe(0)
    expect(namesAlike('Leila', ' - ')).toBe(0)
  })

  it('of one word are no whole name: many are called Leila', () => {
    expect(canBeOneName('Leila', 'Leila Haddad')).toBe(false)
    expect(canBeOneName('Leila', 'leila')).toBe(true)
  })

  const letter = fc.constantFrom(...Array.from('abcdefghijklmnoprstuvæøåáčđŋšŧž'))
  const word = fc.array(letter, { minLength: 2, maxLength: 9 }).map((letters) => letters.join(''))
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

  it('are alike both ways, never more than wholly, and each like itself, in whatever letters and order', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const like = namesAlike(one, other)
        expect(like).toBeCloseTo(namesAlike(other, one), 10)
        expect(like).toBeGreaterThanOrEqual(0)
        expect(like).toBeLessThanOrEqual(1)
        expect(namesAlike(one, one.toUpperCase())).toBe(1)
      }),
      { numRuns: 500 },
    )
  })

  it('are as far apart as letters must be put in, taken out, changed or swapped', () => {
    expect(distanceBetween('leila', 'lelia')).toBe(1)
    expect(distanceBetween('haddad', 'hadad')).toBe(1)
    expect(distanceBetween('', 'ab')).toBe(2)
    fc.assert(
      fc.property(word, word, word, (one, other, third) => {
        expect(distanceBetween(one, other)).toBe(distanceBetween(other, one))
        expect(distanceBetween(one, other) === 0).toBe(one === other)
        expect(distanceBetween(`${third}${one}`, `${third}${other}`)).toBeLessThanOrEqual(distanceBetween(one, other))
      }),
    )
  })
})
