import { describe, expect, test } from 'vitest'
import { maySee } from '../access.ts'
import type { RoleFact } from './facts.ts'
import {
  aFamily,
  after,
  always,
  anAct,
  aNote,
  before,
  hansen,
  id,
  nav,
  now,
  school,
  type Name,
} from './a-family-for-tests.ts'
import { maySeeGlassReview } from './glass.ts'

const holds = (name: Name, role: RoleFact['role'], more: Partial<RoleFact> = {}): RoleFact => ({
  person: id(name),
  role,
  ...always,
  ...more,
})
const glass = anAct('guest', ['economy'], { kind: 'break_glass' })
const row = aNote(['child'], 'economy')
const reads = (roles: RoleFact[], act = glass, area = row) =>
  maySee(aFamily({ acts: [act], roles }), id('guest'), area, now)

describe('break-glass', () => {
  test('opens nothing without the role for it, after its minutes, or in another area', () => {
    const role = holds('guest', 'break_glass')
    expect(reads([])).toBe(false)
    expect(reads([holds('guest', 'caseworker')])).toBe(false)
    expect(reads([{ ...role, to: now }])).toBe(false)
    expect(reads([role], { ...glass, to: now })).toBe(false)
    expect(reads([role], { ...glass, endedAt: now })).toBe(false)
    expect(reads([role], glass, aNote(['child'], 'school'))).toBe(false)
  })
  test('opens the areas that were chosen, while it lasts', () => {
    expect(reads([holds('guest', 'break_glass')])).toBe(true)
    expect(reads([holds('guest', 'break_glass', { to: after(1) })], { ...glass, to: after(1) })).toBe(true)
  })
})

describe('what was read by break-glass', () => {
  const review = { family: hansen, reader: id('guest'), party: nav }
  const sees = (name: Name, roles: RoleFact[], more = review) =>
    maySeeGlassReview(aFamily({ roles }), id(name), more, now)
  test('is looked at by nobody of the family, nobody who read it, and by no other service', () => {
    expect(sees('mother', [holds('mother', 'manager')])).toBe(false)
    expect(sees('guest', [holds('guest', 'manager', { party: nav })])).toBe(false)
    expect(sees('guest', [holds('guest', 'privacy_officer')])).toBe(false)
    expect(sees('mother', [holds('mother', 'privacy_officer')])).toBe(false)
    expect(sees('teacher', [holds('teacher', 'manager', { party: school })])).toBe(false)
    expect(sees('teacher', [holds('teacher', 'caseworker', { party: nav })])).toBe(false)
    expect(sees('worker', [holds('worker', 'manager', { party: nav, to: before(1) })])).toBe(false)
  })
  test('is looked at by the manager of the service; by who is manager of all only where the service has none', () => {
    const [ofService, ofAll] = [holds('worker', 'manager', { party: nav }), holds('leader', 'manager')]
    expect(sees('worker', [ofService, ofAll])).toBe(true)
    expect(sees('leader', [ofService, ofAll])).toBe(false)
    expect(sees('leader', [ofAll])).toBe(true)
    expect(sees('leader', [ofAll, { ...ofService, person: id('guest') }])).toBe(true)
  })
  test('is known to the privacy officer', () => {
    expect(sees('leader', [holds('leader', 'privacy_officer')])).toBe(true)
  })
})
