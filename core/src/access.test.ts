import { describe, expect, test } from 'vitest'
import { maySee } from './access.ts'
import {
  now,
  before,
  after,
  fjordvik,
  id,
  turns,
  aFamily,
  answers,
  seat,
  yes,
  aNote,
  aMeeting,
  anAct,
  sees,
  bornAs,
  withoutTime,
  nav,
  school,
  lab,
  aunt,
} from './access/a-family-for-tests.ts'
import type { AccessFacts, SeatFact } from './access/facts.ts'
import { addDays, dayInOslo, type CalendarDay } from './dates.ts'
import type { MunicipalityId } from './ids.ts'

describe('nobody sees', () => {
  test('a row where nothing ties them to the family', () => {
    const facts = aFamily()
    for (const name of ['guest', 'guardian', 'away'] as const) {
      expect(sees(facts, name, aNote('whole', 'school'))).toBe(false)
    }
  })

  test('a row of another municipality, even one that names them', () => {
    const facts = aFamily()
    const elsewhere = facts.persons.map((each) =>
      each.id === id('mother') ? { ...each, municipality: 'elsewhere' as MunicipalityId } : each,
    )
    expect(sees({ ...facts, persons: elsewhere }, 'mother', aNote(['mother'], 'school'))).toBe(false)
  })

  test('a row of a family nobody knows of, nor does anybody nobody knows of see one', () => {
    const row = aNote(['mother'], 'school')
    expect(sees(aFamily({ families: [] }), 'mother', row)).toBe(false)
    expect(sees(aFamily({ persons: [] }), 'mother', row)).toBe(false)
    expect(sees(aFamily({ families: [], persons: [] }), 'mother', row)).toBe(false)
  })

  test('a note only because they once wrote it', () => {
    const facts = aFamily({ seats: [seat('worker', nav, { endedAt: now })] })
    expect(sees(facts, 'worker', aNote(['mother'], 'economy', { author: id('worker') }))).toBe(false)
  })

  test('own words that are set down about several persons', () => {
    const row = aNote(['mother', 'father'], 'school', { privacy: 'own' })
    expect(sees(aFamily(), 'mother', row)).toBe(false)
    expect(sees(aFamily(), 'mother', aNote('whole', 'school', { privacy: 'child' }))).toBe(false)
  })

  test('a row about a whole family that nobody is left in', () => {
    const facts = aFamily({ members: [], ...aMeeting('school'), acts: [anAct('leader', ['school'])] })
    for (const name of ['mother', 'worker', 'guest', 'leader'] as const) {
      expect(sees(facts, name, aNote('whole', 'school'))).toBe(false)
    }
  })
})

describe('own (case 1)', () => {
  test('a grown person does not see what another grown person keeps as their own', () => {
    const row = aNote(['father'], 'school', { privacy: 'own' })
    expect(sees(aFamily(), 'mother', row)).toBe(false)
    expect(sees(aFamily(), 'father', row)).toBe(true)
  })

  test('a parent who lives in another household does not read this table', () => {
    const facts = aFamily({ responsibilities: [answers('child', 'away'), answers('child', 'mother')] })
    expect(sees(facts, 'away', aNote(['child'], 'school'))).toBe(false)
    expect(sees(facts, 'mother', aNote(['child'], 'school'))).toBe(true)
  })

  test('a parent who does not take part, has moved out or is not grown does not read for the child', () => {
    const facts = aFamily()
    const without = (changes: object) => ({
      ...facts,
      members: facts.members.map((each) => (each.person === id('mother') ? { ...each, ...changes } : each)),
    })
    expect(sees(without({ takesPart: false }), 'mother', aNote(['child'], 'school'))).toBe(false)
    expect(sees(without({ to: now }), 'mother', aNote(['child'], 'school'))).toBe(false)
    expect(sees(bornAs(facts, 'mother', turns(18, 1)), 'mother', aNote(['child'], 'school'))).toBe(false)
    expect(sees(bornAs(facts, 'mother', turns(18, 0)), 'mother', aNote(['child'], 'school'))).toBe(true)
  })

  test("a child's life is closed to parents on the birthday of the child rule, and open the day before", () => {
    const row = aNote(['teen'], 'school')
    expect(sees(bornAs(aFamily(), 'teen', turns(16, 0)), 'mother', row)).toBe(false)
    expect(sees(bornAs(aFamily(), 'teen', turns(16, -1)), 'mother', row)).toBe(false)
    expect(sees(bornAs(aFamily(), 'teen', turns(16, 1)), 'mother', row)).toBe(true)
  })

  test('a parent reads nothing of their child’s from the eighteenth birthday on', () => {
    const rules = aFamily().childRules.map((each) => ({ ...each, parentsUntil: 18 }))
    const asTeen = (days: number) => bornAs(aFamily({ childRules: rules }), 'teen', turns(18, days))
    expect(sees(asTeen(0), 'mother', aNote(['teen'], 'school'))).toBe(false)
    expect(sees(asTeen(1), 'mother', aNote(['teen'], 'school'))).toBe(true)
    const aside = (facts: AccessFacts) =>
      facts.members.map((each) => ({ ...each, takesPart: each.person !== id('teen') }))
    const whole = aNote('whole', 'school')
    expect(sees({ ...asTeen(0), members: aside(asTeen(0)) }, 'teen', whole)).toBe(false)
    expect(sees({ ...asTeen(1), members: aside(asTeen(1)) }, 'teen', whole)).toBe(true)
  })

  test("a child's own words close earlier than its life", () => {
    for (const privacy of ['own', 'child'] as const) {
      const row = aNote(['child'], 'school', { privacy })
      expect(sees(bornAs(aFamily(), 'child', turns(12, 0)), 'mother', row)).toBe(false)
      expect(sees(bornAs(aFamily(), 'child', turns(12, 1)), 'mother', row)).toBe(true)
      expect(sees(bornAs(aFamily(), 'child', turns(12, 0)), 'child', row)).toBe(true)
    }
  })

  test('without a child rule for the area nobody sees on behalf of the child', () => {
    expect(sees(aFamily(), 'mother', aNote(['child'], 'leisure'))).toBe(false)
  })

  test('the newest child rule that is valid today counts, one of tomorrow not yet', () => {
    const facts = aFamily()
    const rule = { municipality: fjordvik, area: 'school' as const, subject: 'life' as const }
    const from = (days: number) => ({ ...rule, validFrom: addDays(dayInOslo(now), days), parentsUntil: 7 })
    const withRule = (days: number) => ({ ...facts, childRules: [from(days), ...facts.childRules] })
    expect(sees(withRule(0), 'mother', aNote(['child'], 'school'))).toBe(false)
    expect(sees(withRule(1), 'mother', aNote(['child'], 'school'))).toBe(true)
  })

  test('who is born on 29 February has the birthday on 1 March in a year without that day', () => {
    const facts = aFamily({ childRules: aFamily().childRules.map((each) => ({ ...each, parentsUntil: 13 })) })
    const row = aNote(['child'], 'school', { privacy: 'child' })
    const seesOn = (born: string, day: string) =>
      maySee(bornAs(withoutTime(facts), 'child', born as CalendarDay), id('mother'), row, new Date(`${day}T11:00:00Z`))
    expect(seesOn('2012-02-28', '2025-02-28')).toBe(false)
    expect(seesOn('2012-02-29', '2025-03-01')).toBe(false)
    expect(seesOn('2012-02-29', '2025-02-28')).toBe(true)
  })

  test('the day turns at Norwegian midnight', () => {
    const facts = bornAs(aFamily(), 'teen', '2010-12-24' as CalendarDay)
    const at = (instant: string) => maySee(facts, id('mother'), aNote(['teen'], 'school'), new Date(instant))
    expect(at('2026-12-23T22:59:59.999Z')).toBe(true)
    expect(at('2026-12-23T23:00:00.000Z')).toBe(false)
  })

  test('a guardian sees within the mandate only, member or not', () => {
    const facts = aFamily({ responsibilities: [answers('child', 'guardian', ['economy'])] })
    expect(sees(facts, 'guardian', aNote(['child'], 'school'))).toBe(false)
    expect(sees(facts, 'guardian', aNote(['child'], 'common'))).toBe(false)
    expect(sees(facts, 'guardian', aNote(['child'], 'economy'))).toBe(true)
  })

  test("a grown person's guardian sees the table whatever the child rule's age, never own words", () => {
    const facts = aFamily({ responsibilities: [answers('father', 'guardian', ['economy', 'leisure'])] })
    expect(sees(facts, 'guardian', aNote(['father'], 'leisure'))).toBe(false)
    expect(sees(facts, 'guardian', aNote(['father'], 'economy', { privacy: 'own' }))).toBe(false)
    expect(sees(facts, 'guardian', aNote(['father'], 'economy', { privacy: 'child' }))).toBe(false)
    expect(sees(facts, 'guardian', aNote(['father'], 'economy'))).toBe(true)
  })

  test('a guardian of somebody who turns eighteen reads the table from that day, whatever the age of the child rule', () => {
    const facts = aFamily({ responsibilities: [answers('teen', 'guardian', ['economy'])] })
    const row = aNote(['teen'], 'economy')
    expect(sees(bornAs(facts, 'teen', turns(18, 1)), 'guardian', row)).toBe(false)
    expect(sees(bornAs(facts, 'teen', turns(18, 0)), 'guardian', row)).toBe(true)
    expect(sees(bornAs(facts, 'teen', turns(18, 0)), 'guardian', { ...row, privacy: 'own' })).toBe(false)
  })

  test('a grown member who does not take part is not of the whole family, also with a guardian at home', () => {
    const facts = aFamily({ responsibilities: [answers('father', 'mother', ['school'])] })
    const passive = facts.members.map((each) => (each.person === id('father') ? { ...each, takesPart: false } : each))
    expect(sees({ ...facts, members: passive }, 'father', aNote('whole', 'school'))).toBe(false)
    expect(sees({ ...facts, members: passive }, 'mother', aNote('whole', 'school'))).toBe(true)
  })

  test('the whole family is the grown who take part and the children such a member answers for', () => {
    const facts = aFamily()
    const passive = facts.members.map((each) => (each.person === id('father') ? { ...each, takesPart: false } : each))
    expect(sees({ ...facts, members: passive }, 'father', aNote('whole', 'school'))).toBe(false)
    expect(sees({ ...facts, members: passive }, 'teen', aNote('whole', 'school'))).toBe(true)
    const nobodys = { ...facts, responsibilities: facts.responsibilities.filter((each) => each.person !== id('teen')) }
    expect(sees(nobodys, 'teen', aNote('whole', 'school'))).toBe(false)
    expect(sees(nobodys, 'child', aNote('whole', 'school'))).toBe(true)
  })
})

describe('seat and consent (case 2)', () => {
  const consents = [yes('father', nav, ['father'], ['economy'])]

  test('a seat that is asked for, not begun, over, ended or undeclared sees nothing', () => {
    const withSeat = (changes: Partial<SeatFact>, declarationRequired = false) =>
      sees(
        aFamily({ consents, seats: [seat('worker', nav, changes)], parties: [{ id: nav, declarationRequired }] }),
        'worker',
        aNote(['father'], 'economy'),
      )
    expect(withSeat({ approvedAt: null })).toBe(false)
    expect(withSeat({ approvedAt: after(1) })).toBe(false)
    expect(withSeat({ from: after(1) })).toBe(false)
    expect(withSeat({ to: now })).toBe(false)
    expect(withSeat({ endedAt: now })).toBe(false)
    expect(withSeat({}, true)).toBe(false)
    expect(withSeat({ declaredAt: after(1) }, true)).toBe(false)
    expect(withSeat({ declaredAt: now, approvedAt: now, from: now }, true)).toBe(true)
  })

  test('a seat without a consent sees nothing, the leader neither', () => {
    for (const name of ['worker', 'leader'] as const) {
      expect(sees(aFamily(), name, aNote(['father'], 'economy'))).toBe(false)
      expect(sees(aFamily(), name, aNote('whole', 'common'))).toBe(false)
    }
  })

  test('a row about two persons needs a consent from each', () => {
    const both = [...consents, yes('mother', nav, ['mother'], ['economy'])]
    expect(sees(aFamily({ consents }), 'worker', aNote(['mother', 'father'], 'economy'))).toBe(false)
    expect(sees(aFamily({ consents: both }), 'worker', aNote(['mother', 'father'], 'economy'))).toBe(true)
    expect(sees(aFamily({ consents: both }), 'worker', aNote('whole', 'economy'))).toBe(false)
  })

  test("another service's consent, or another area's, is no consent", () => {
    expect(sees(aFamily({ consents }), 'teacher', aNote(['father'], 'economy'))).toBe(false)
    expect(sees(aFamily({ consents }), 'worker', aNote(['father'], 'school'))).toBe(false)
  })

  test('who sits for two services sees what either may know, not what the two know together', () => {
    const seats = [seat('worker', nav), seat('worker', school)]
    const split = [...consents, yes('mother', school, ['mother'], ['economy'])]
    expect(sees(aFamily({ consents: split, seats }), 'worker', aNote(['mother', 'father'], 'economy'))).toBe(false)
    expect(sees(aFamily({ consents: split, seats }), 'worker', aNote(['mother'], 'economy'))).toBe(true)
  })

  test('what is common needs an effective consent of each person it is about, for whatever area', () => {
    const ofMother = [yes('mother', nav, ['mother'], ['school'])]
    const ofBoth = [...ofMother, yes('father', nav, ['father'], ['economy'])]
    expect(sees(aFamily({ consents: ofMother }), 'worker', aNote(['father'], 'common'))).toBe(false)
    expect(sees(aFamily({ consents: ofMother }), 'worker', aNote(['mother', 'father'], 'common'))).toBe(false)
    expect(sees(aFamily({ consents: ofMother }), 'worker', aNote(['mother'], 'common'))).toBe(true)
    expect(sees(aFamily({ consents: ofBoth }), 'worker', aNote(['mother', 'father'], 'common'))).toBe(true)
  })

  test('what is common to the whole family needs the consent of the whole family', () => {
    const ofGrown = [yes('mother', nav, ['mother'], ['school']), yes('father', nav, ['father'], ['school'])]
    expect(sees(aFamily({ consents: ofGrown }), 'worker', aNote('whole', 'common'))).toBe(false)
  })

  test("own words beat the seat, and a child's words go to the leader only", () => {
    const given = [nav, lab].map((party) => yes('father', party, ['father'], ['economy']))
    const row = (privacy: 'own' | 'child') => aNote(['father'], 'economy', { privacy })
    expect(sees(aFamily({ consents: given }), 'worker', row('own'))).toBe(false)
    expect(sees(aFamily({ consents: given }), 'leader', row('own'))).toBe(false)
    expect(sees(aFamily({ consents: given }), 'worker', row('child'))).toBe(false)
    expect(sees(aFamily({ consents: given }), 'leader', row('child'))).toBe(true)
    expect(sees(aFamily({ consents }), 'leader', row('child'))).toBe(false)
  })

  test('a trusted person is a party alone', () => {
    const seats = [seat('trusted', aunt, { role: 'trusted', declaredAt: before(1) })]
    const parties = [{ id: aunt, declarationRequired: true }]
    expect(sees(aFamily({ seats, parties, consents }), 'trusted', aNote(['father'], 'economy'))).toBe(false)
    const hers = [yes('father', aunt, ['father'], ['economy'])]
    expect(sees(aFamily({ seats, parties, consents: hers }), 'trusted', aNote(['father'], 'economy'))).toBe(true)
  })
})
