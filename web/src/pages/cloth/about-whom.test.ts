import type { PersonId } from '@velferdslab/core/ids'
import { describe, expect, test } from 'vitest'
import { aCloth, amina, jonas, tor } from '../../live/testing-cloth.ts'
import { aboutAtFirst, aboutIn, writableIn } from './about-whom.ts'

/** NAV as Tor: a yes from Jonas to work and economy, from both to housing. */
const atNav = aCloth([], {
  mayWrite: [
    { area: 'work', whole: false, persons: [jonas] },
    { area: 'housing', whole: true, persons: [amina, jonas] },
    { area: 'economy', whole: false, persons: [jonas] },
  ],
})

describe('whom a note is about', () => {
  test('nobody, where one may not write', () => {
    expect(writableIn(atNav, 'school')).toBeUndefined()
  })

  test('the whole family at first, where all have said yes', () => {
    expect(aboutAtFirst(atNav, tor, 'housing')).toEqual({ whole: true })
  })

  test('those who have said yes at first, where not all have: the others’ silence is no yes', () => {
    expect(aboutAtFirst(atNav, tor, 'work')).toEqual({ persons: [jonas] })
  })

  test('a child writes about itself at first', () => {
    const sara = 'sara' as PersonId
    const cloth = aCloth()
    const withSara = { ...cloth, members: [...cloth.members, { ...cloth.members[0]!, id: sara, isChild: true }] }
    expect(aboutAtFirst(withSara, sara, 'work')).toEqual({ persons: [sara] })
  })

  test('moved to where not all have said yes, it is about those who have', () => {
    expect(aboutIn(atNav, tor, 'work', { whole: true })).toEqual({ persons: [jonas] })
    expect(aboutIn(atNav, tor, 'work', { persons: [amina, jonas] })).toEqual({ persons: [jonas] })
    expect(aboutIn(atNav, tor, 'work', { persons: [amina] })).toEqual({ persons: [jonas] })
  })

  test('moved to where I may write the same, it stays about the same', () => {
    expect(aboutIn(atNav, tor, 'housing', { whole: true })).toEqual({ whole: true })
    expect(aboutIn(atNav, tor, 'economy', { persons: [jonas] })).toEqual({ persons: [jonas] })
  })
})
