import { expect, test } from 'vitest'
import { aFamily, after, before, hansen, id, lab, nav, now, yes } from './a-family-for-tests.ts'
import type { LinkFact } from './facts.ts'
import { maySeeLink } from './links.ts'

const promise = {
  is: 'promise',
  family: hansen,
  about: { family: hansen, whole: false, persons: [id('father')] },
  area: 'economy',
  privacy: 'table',
  party: nav,
  author: id('father'),
  boundUntil: null,
} as const
const link = (changes: Partial<LinkFact> = {}): LinkFact => ({
  promise,
  helper: id('guest'),
  declaredAt: before(1),
  endsAt: after(1),
  endedAt: null,
  ...changes,
})
const facts = aFamily({
  consents: [yes('father', nav, ['father'], ['economy']), yes('father', lab, ['father'], ['economy'])],
})

test('who has a link sees it from when confidentiality is declared, until its end or until it is stopped', () => {
  expect(maySeeLink(facts, id('guest'), link({ declaredAt: null }), now)).toBe(false)
  expect(maySeeLink(facts, id('guest'), link({ endsAt: now }), now)).toBe(false)
  expect(maySeeLink(facts, id('guest'), link({ endedAt: before(1) }), now)).toBe(false)
  expect(maySeeLink(facts, id('guest'), link(), now)).toBe(true)
})
test('of the family and its leader, who sees the promise sees who has a link; no other seat does, and nobody else', () => {
  for (const name of ['mother', 'worker', 'teacher', 'away', 'guest'] as const)
    expect(maySeeLink(facts, id(name), link({ helper: id('trusted') }), now), name).toBe(false)
  for (const name of ['father', 'leader'] as const) {
    expect(maySeeLink(facts, id(name), link(), now), name).toBe(true)
    expect(maySeeLink(facts, id(name), link({ declaredAt: null, endedAt: before(1) }), now), name).toBe(true)
  }
})
