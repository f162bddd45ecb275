import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import { likenessOf, whoIsMeant } from './duplicate-rules.ts'
import type { Found } from './duplicate.ts'

const somebody = (name: string, born: string) => ({ name, born: born as CalendarDay })
const leila = somebody('Leila Haddad', '1997-03-14')

describe('one person named twice', () => {
  it('is nobody of another name, whatever the day', () => {
    expect(likenessOf(leila, somebody('Mariam Haddad', '1997-03-14'))).toBeNull()
    expect(likenessOf(leila, somebody('Leila Hansen', '1997-03-14'))).toBeNull()
  })
  it('with another day is only the very same name, and not a first name alone', () => {
    expect(likenessOf(leila, somebody('Leila Hadad', '1962-11-02'))).toBe('other_day')
    expect(likenessOf(leila, somebody('Lelia Haddad', '1962-11-02'))).toBeNull()
    expect(likenessOf(somebody('Leila', '1997-03-14'), somebody('Leila', '1962-11-02'))).toBeNull()
  })
  it.each([
    ['the same day', '1997-03-14', 'same_day'],
    ['day and month changed about', '1997-12-05', null],
    ['another year', '1979-03-14', 'near_day'],
    ['another month', '1997-08-14', 'near_day'],
    ['another day', '1997-03-15', 'near_day'],
  ])('with %s', (_which, born, like) => {
    expect(likenessOf(leila, somebody('Lelia Haddad', born))).toBe(like)
  })
  it('with day and month changed about is one slip away', () => {
    expect(likenessOf(somebody('Tone Dal', '1990-04-12'), somebody('Tone Dahl', '1990-12-04'))).toBe('near_day')
  })
})

describe('a search', () => {
  const people = ['Leila Haddad', 'Åse Bråten', 'Ánne Utsi', 'Muhammad Farah', 'Anne Moe', 'Aamir Khan'].map(
    (name, at) => ({
      id: String(at),
      name,
      born: null,
      family: { id: 'f', name: 'F' },
      atDoor: false,
    }),
  ) as unknown as Found['people']
  const names = (typed: string) => whoIsMeant(typed, people).map(({ name }) => name)
  it('finds nobody by what is nobody’s name', () => {
    expect(names('Xander Quist')).toEqual([])
    expect(names('Leila Hansen')).toEqual([])
  })
  it('finds by a typing error, by Aa for Å, with and without Sámi marks, and by the beginning of a name', () => {
    expect(names('Lelia Hadad')).toEqual(['Leila Haddad'])
    expect(names('Aase')).toEqual(['Åse Bråten'])
    expect(names('ase braten')).toEqual(['Åse Bråten'])
    expect(names('anne utsi')).toEqual(['Ánne Utsi'])
    expect(names('Mohammed F')).toEqual(['Muhammad Farah'])
    expect(names('Åmir')).toEqual(['Aamir Khan'])
    expect(names('hadd')).toEqual(['Leila Haddad'])
    expect(names('Anne').toSorted()).toEqual(['Anne Moe', 'Ánne Utsi'])
  })
})
