import { expect, test } from 'vitest'
import { safeReturnPath } from './return-path.ts'

const here = 'https://lab.fjordvik.example'

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' /familien',
  '/x/..//evil.example',
  '/./\\evil.example',
  'https://evil.example',
  'https:evil',
  'javascript:alert(1)',
  'data:,x',
  '',
  'familien',
  '/sign-in',
  '/sign-in/signed-out',
  '/api/me',
  '/x/../api/me',
  '/demo-id/citizen',
  `/${'a'.repeat(1000)}`,
  undefined,
  null,
  7,
  ['/familien'],
])('%j is not a way back', (wanted) => {
  expect(safeReturnPath(wanted, here)).toBe('/')
})
test.each([
  '/',
  '/familien',
  '/familien/plan?side=2#mål'.replace('å', '%C3%A5'),
  '/sign-in-help',
  '/apinotes',
  '/x?to=//evil.example',
])('%s is', (wanted) => {
  expect(safeReturnPath(wanted, here)).toBe(wanted)
})
