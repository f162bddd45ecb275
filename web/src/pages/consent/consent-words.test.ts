import type { ConsentArea } from '@velferdslab/core/areas'
import type { Consent, ConsentPicture } from '@velferdslab/core/consent'
import { expect, test } from 'vitest'
import { sentenceFor, type Person, type Service } from './consent-words.ts'

const person = (id: string, isMe = false) => ({ id, calledName: id, isMe }) as Person
const amina = person('amina', true)
const noor = person('noor')
const picture = {
  areas: ['work', 'mental_health', 'economy', 'school'],
  persons: [amina, noor],
} as unknown as ConsentPicture

function yes(areas: ConsentArea[], persons: Person[]): Consent {
  return { answer: 'yes', state: 'active', areas, persons: persons.map(({ id }) => id) } as unknown as Consent
}
const service = (...mine: Consent[]) => ({ mine }) as unknown as Service

test('a square is a sentence by itself where nothing is said to the service', () => {
  expect(sentenceFor(service(), noor, 'school', picture)).toEqual({
    areas: ['school'],
    persons: [noor],
    replaces: false,
  })
})

test('an area joins the sentence of the same one person, and all that was said is kept', () => {
  expect(sentenceFor(service(yes(['economy'], [amina])), amina, 'work', picture)).toEqual({
    areas: ['work', 'economy'],
    persons: [amina],
    replaces: true,
  })
})

test('a person joins the sentence about the same one area, me first', () => {
  expect(sentenceFor(service(yes(['work'], [noor])), amina, 'work', picture)?.persons).toEqual([amina, noor])
})

test('a sentence that ends soon is said again as it was', () => {
  expect(sentenceFor(service(yes(['work', 'economy'], [amina, noor])), noor, 'work', picture)).toEqual({
    areas: ['work', 'economy'],
    persons: [amina, noor],
    replaces: true,
  })
})

test('no sentence widens what was said: where they do not make one, everything is chosen anew', () => {
  expect(sentenceFor(service(yes(['work', 'economy'], [amina, noor])), noor, 'school', picture)).toBeNull()
  expect(sentenceFor(service(yes(['work'], [amina]), yes(['economy'], [noor])), amina, 'school', picture)).toBeNull()
})

test('a stopped or refused answer is no sentence to keep', () => {
  const stopped = { ...yes(['work'], [amina, noor]), state: 'stopped' } as Consent
  expect(sentenceFor(service(stopped), noor, 'school', picture)?.replaces).toBe(false)
})

test('the areas that are always asked by themselves come last', () => {
  expect(sentenceFor(service(yes(['mental_health'], [amina])), amina, 'economy', picture)?.areas).toEqual([
    'economy',
    'mental_health',
  ])
})
