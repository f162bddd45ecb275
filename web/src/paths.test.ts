import { expect, test } from 'vitest'
import { idIn, ownPlace, signInAt } from './paths.ts'

test.each(['/my', '/my/consents?person=1', '/lab/families/1/cloth'])(
  '%s is a place of ours to come back to',
  (place) => {
    expect(ownPlace(place)).toBe(place)
  },
)

test.each([
  'https://elsewhere.example/my',
  '//elsewhere.example/my',
  '/myth',
  '/\\elsewhere.example',
  'my',
  undefined,
  7,
])('%s is none, so nobody is led away after signing in', (place) => {
  expect(ownPlace(place)).toBeUndefined()
})

test('the place is carried through sign-in whole', () => {
  expect(signInAt('citizen', '/my/consents?person=1&family=2')).toBe(
    '/sign-in/citizen?return=%2Fmy%2Fconsents%3Fperson%3D1%26family%3D2',
  )
})

test('what is no id is no id', () => {
  expect(idIn('00000000-0000-4000-8000-000000000001')).toBe('00000000-0000-4000-8000-000000000001')
  expect(idIn('1; drop table')).toBeUndefined()
})
