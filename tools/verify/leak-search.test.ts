import { expect, test } from 'vitest'
import type { CalendarDay } from '@velferdslab/core/dates'
import { syntheticIdentity } from '../../db/seed/synthetic-identity.ts'
import { prepareLeakSearch } from './leak-search.ts'

const number = syntheticIdentity('1988-03-02' as CalendarDay, 3)
const another = syntheticIdentity('2001-12-24' as CalendarDay, 1)
const look = prepareLeakSearch({
  numbers: [number],
  names: ['Tor Myhre', 'Tor', 'Åse'],
  contacts: ['tor@fjordvik.example', '41234567'],
})

test.each([
  ['one that is known', `{"pid":"${number}"}`],
  ['as people write it', `nummer ${number.slice(0, 6)} ${number.slice(6)}.`],
  ['of anybody, known or not', `/api/x?q=${another}`],
  ['in the bytes of a column', String.raw`(\x${Buffer.from(`xx${number}`).toString('hex')},1)`],
  ['a known one within more digits', `99${number}00`],
])('an identity number is found: %s', (_, text) => {
  expect(look(text, 'numbers')).toEqual(['an identity number'])
})

test.each([
  ['digits that are nobody’s', '12345678901 00000000000 2026112219'],
  ['a moment and a duration', '2026-11-22T19:21:39.123456Z took 88.12345678901 ms'],
  ['the fingerprint of words', `{"content":"c${number}${'e4'.repeat(26)}"}`],
  ['random ids', '9f8e7d6c-1234-4abc-8def-018812345678'],
  ['a name in another word', 'history, factor, vitrine, basen'],
])('what only looks like it is let pass: %s', (_, text) => {
  expect(look(text, 'all')).toEqual([])
})

test('names and contacts are found in a log or an address, encoded or not, and are let pass in a dump', () => {
  expect(look('GET /api/people?q=Tor%20Myhre', 'all')).toEqual(['a name'])
  expect(look('/my/%C3%85se', 'all')).toEqual(['a name'])
  expect(look('login_hint=tor%40fjordvik.example', 'all')).toContain('an e-mail address or telephone number')
  expect(look('sms to 41234567', 'all')).toEqual(['an e-mail address or telephone number'])
  expect(look('Tor Myhre, tor@fjordvik.example', 'numbers')).toEqual([])
})
