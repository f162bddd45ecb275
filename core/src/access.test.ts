import { describe, expect, test } from 'vitest'
import { casesOfSight, maySee } from './access.ts'
import { effectiveConsent } from './access/consents.ts'
import type { AccessFacts, ActFact, ConsentFact, NoteFact, PromiseFact, SeatFact } from './access/facts.ts'
import { maySeeConsent, maySeeFamily, maySeeMembers } from './access/structure.ts'
import { mayChangeDraft, mayChangeNote, mayDeleteDraft, mayPromise, mayWriteNote } from './access/writing.ts'
import type { AreaCode } from './areas.ts'
import { addDays, dayInOslo, type CalendarDay } from './dates.ts'
import type { FamilyId, MeetingId, MunicipalityId, PartyId, PersonId } from './ids.ts'

const now = new Date('2026-11-10T12:00:00Z')
const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const always = { from: before(1_000_000_000), to: null }

const fjordvik = 'fjordvik' as MunicipalityId
const hansen = 'hansen' as FamilyId
const [nav, school, lab, aunt] = ['nav', 'school', 'lab', 'aunt'] as [PartyId, PartyId, PartyId, PartyId]
const people = [
  'mother',
  'father',
  'child',
  'teen',
  'away',
  'worker',
  'teacher',
  'leader',
  'guardian',
  'guest',
] as const
type Name = (typeof people)[number]
const id = (name: Name | 'trusted') => name as string as PersonId

/** The day somebody is born who turns `age` some days from now (0 is today). */
const turns = (age: number, days: number): CalendarDay => {
  const day = addDays(dayInOslo(now), days)
  return `${Number(day.slice(0, 4)) - age}${day.slice(4)}` as CalendarDay
}

/** A household of mother, father, a child of 8 and one of 15; the mother's eldest lives elsewhere; NAV, school and leader sit there. */
function aFamily(changes: Partial<AccessFacts> = {}): AccessFacts {
  const born: Partial<Record<Name, CalendarDay>> = {
    mother: '1985-03-01' as CalendarDay,
    father: '1983-03-01' as CalendarDay,
    child: turns(8, -30),
    teen: turns(15, -30),
    away: '1984-01-01' as CalendarDay,
  }
  return {
    persons: [...people, 'trusted' as const].map((name) => ({
      id: id(name),
      municipality: fjordvik,
      born: born[name as Name] ?? null,
    })),
    families: [{ id: hansen, municipality: fjordvik }],
    members: (['mother', 'father', 'child', 'teen'] as const).map((name) => ({
      family: hansen,
      person: id(name),
      takesPart: true,
      ...always,
    })),
    responsibilities: (['child', 'teen'] as const).flatMap((child) =>
      (['mother', 'father'] as const).map((holder) => answers(child, holder)),
    ),
    roles: [],
    parties: [nav, school, lab].map((party) => ({ id: party, declarationRequired: false })),
    seats: [seat('worker', nav), seat('teacher', school), seat('leader', lab, { role: 'leader' })],
    consents: [],
    consentAges: (['school', 'economy', 'mental_health'] as const).map((area) => ({
      municipality: fjordvik,
      area,
      validFrom: '2020-01-01' as CalendarDay,
      fromAge: 15,
    })),
    childRules: (['school', 'economy', 'mental_health', 'common'] as const).flatMap((area) =>
      (['life', 'words'] as const).map((subject) => ({
        municipality: fjordvik,
        area,
        subject,
        validFrom: '2020-01-01' as CalendarDay,
        parentsUntil: subject === 'life' ? 16 : 12,
      })),
    ),
    meetings: [],
    admissions: [],
    openAreas: [],
    acts: [],
    screens: [],
    ...changes,
  }
}

function answers(person: Name, holder: Name, mandate: AreaCode[] | null = null) {
  const kind = mandate ? ('guardian' as const) : ('parental' as const)
  return { person: id(person), holder: id(holder), kind, mandate, ...always }
}

function seat(person: Name | 'trusted', party: PartyId, changes: Partial<SeatFact> = {}): SeatFact {
  return {
    family: hansen,
    person: id(person),
    party,
    role: 'member',
    approvedAt: before(1000),
    declaredAt: null,
    endedAt: null,
    ...always,
    ...changes,
  }
}

function yes(
  giver: Name,
  party: PartyId,
  persons: Name[],
  areas: AreaCode[],
  changes: Partial<ConsentFact> = {},
): ConsentFact {
  return {
    family: hansen,
    giver: id(giver),
    party,
    answer: 'yes',
    areas,
    persons: persons.map(id),
    from: before(1000),
    to: after(1_000_000),
    endedAt: null,
    ...changes,
  }
}

function aNote(about: Name[] | 'whole', area: AreaCode, changes: Partial<NoteFact> = {}): NoteFact {
  return {
    is: 'note',
    family: hansen,
    about: { family: hansen, whole: about === 'whole', persons: about === 'whole' ? [] : about.map(id) },
    area,
    privacy: 'table',
    cell: area === 'common' ? 'dream_of' : 'today',
    author: id('mother'),
    writtenBy: id('mother'),
    hasWords: true,
    ...changes,
  }
}

function aPromise(changes: Partial<PromiseFact> = {}): PromiseFact {
  const { family, about, area, privacy } = aNote(['mother'], 'economy')
  return { is: 'promise', family, about, area, privacy, party: nav, author: id('worker'), boundUntil: null, ...changes }
}

/** A meeting in progress with the guest admitted and one area open. */
function aMeeting(area: AreaCode, changes: { endedAt?: Date; leftAt?: Date; closedAt?: Date; declaredAt?: Date } = {}) {
  const meeting = 'meeting' as MeetingId
  return {
    meetings: [{ id: meeting, family: hansen, startedAt: before(1000), endedAt: changes.endedAt ?? null }],
    admissions: [
      {
        meeting,
        person: id('guest'),
        declaredAt: changes.declaredAt ?? before(900),
        admittedAt: before(900),
        leftAt: changes.leftAt ?? null,
      },
    ],
    openAreas: [{ meeting, area, openedAt: before(800), closedAt: changes.closedAt ?? null }],
  }
}

function anAct(person: Name, areas: AreaCode[], changes: Partial<ActFact> = {}): ActFact {
  return { family: hansen, person: id(person), areas, from: before(1000), to: after(1000), endedAt: null, ...changes }
}

const sees = (facts: AccessFacts, name: Name | 'trusted', row: NoteFact | PromiseFact) =>
  maySee(facts, id(name), row, now)
const bornAs = (facts: AccessFacts, name: Name, born: CalendarDay): AccessFacts => ({
  ...facts,
  persons: facts.persons.map((each) => (each.id === id(name) ? { ...each, born } : each)),
})

/** The same family with members and parents who always were and always will be, for stories that play on other days. */
const withoutTime = (facts: AccessFacts): AccessFacts => {
  const ever = { from: new Date(0), to: null }
  return {
    ...facts,
    members: facts.members.map((each) => ({ ...each, ...ever })),
    responsibilities: facts.responsibilities.map((each) => ({ ...each, ...ever })),
  }
}

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

describe('an effective consent', () => {
  const adds = (facts: AccessFacts, person: Name, area: AreaCode = 'school') =>
    effectiveConsent(facts, { family: hansen, party: school, person: id(person), area }, now)

  test('is not made by one of two who answer for a child', () => {
    const one = yes('mother', school, ['child'], ['school'])
    expect(adds(aFamily({ consents: [one] }), 'child')).toBe(false)
    expect(adds(aFamily({ consents: [one, yes('father', school, ['child'], ['school'])] }), 'child')).toBe(true)
  })

  test('needs the yes of the parent who lives elsewhere too', () => {
    const consents = (['mother', 'father'] as const).map((giver) => yes(giver, school, ['child'], ['school']))
    const responsibilities = [...aFamily().responsibilities, answers('child', 'away')]
    expect(adds(aFamily({ consents, responsibilities }), 'child')).toBe(false)
    expect(
      adds(aFamily({ consents: [...consents, yes('away', school, ['child'], ['school'])], responsibilities }), 'child'),
    ).toBe(true)
  })

  test('is not made by a child below the consent age, nor by anybody where nobody answers for it', () => {
    const consents = [yes('child', school, ['child'], ['school'])]
    expect(adds(aFamily({ consents }), 'child')).toBe(false)
    expect(adds(aFamily({ consents, responsibilities: [] }), 'child')).toBe(false)
  })

  test('passes from the parents to the young person on the birthday of the consent age', () => {
    const own = aFamily({ consents: [yes('teen', school, ['teen'], ['school'])] })
    const parents = aFamily({
      consents: (['mother', 'father'] as const).map((each) => yes(each, school, ['teen'], ['school'])),
    })
    expect(adds(bornAs(own, 'teen', turns(15, 1)), 'teen')).toBe(false)
    expect(adds(bornAs(own, 'teen', turns(15, 0)), 'teen')).toBe(true)
    expect(adds(bornAs(parents, 'teen', turns(15, 1)), 'teen')).toBe(true)
    expect(adds(bornAs(parents, 'teen', turns(15, 0)), 'teen')).toBe(false)
  })

  test('is not made for a grown person by another', () => {
    expect(adds(aFamily({ consents: [yes('mother', school, ['father'], ['school'])] }), 'father')).toBe(false)
  })

  test('is made by a guardian within the mandate, and a guardian outside it is not asked', () => {
    const consents = [yes('guardian', school, ['father'], ['school', 'economy'])]
    const responsibilities = [answers('father', 'guardian', ['economy'])]
    expect(adds(aFamily({ consents, responsibilities }), 'father', 'school')).toBe(false)
    expect(adds(aFamily({ consents, responsibilities }), 'father', 'economy')).toBe(true)
    const forChild = [answers('child', 'mother'), answers('child', 'guardian', ['economy'])]
    const mothers = [yes('mother', school, ['child'], ['school', 'economy'])]
    expect(adds(aFamily({ consents: mothers, responsibilities: forChild }), 'child', 'economy')).toBe(false)
    expect(adds(aFamily({ consents: mothers, responsibilities: forChild }), 'child', 'school')).toBe(true)
  })

  test('is not there before it begins, at its end, after it was stopped, or where it was a no', () => {
    const given = (changes: Partial<ConsentFact>) =>
      adds(aFamily({ consents: [yes('father', school, ['father'], ['school'], changes)] }), 'father')
    expect(given({ from: after(1) })).toBe(false)
    expect(given({ to: now })).toBe(false)
    expect(given({ endedAt: now })).toBe(false)
    expect(given({ answer: 'no', areas: [], persons: [], to: null })).toBe(false)
    expect(given({ from: now, to: after(1), endedAt: after(1) })).toBe(true)
  })

  test('is not there for an area without a consent age', () => {
    const consents = [yes('father', school, ['father'], ['leisure'])]
    expect(adds(aFamily({ consents }), 'father', 'leisure')).toBe(false)
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

describe('at the table (case 3)', () => {
  const row = aNote(['father'], 'economy')

  test('a guest sees nothing before, after or outside what is open', () => {
    expect(sees(aFamily(aMeeting('economy', { endedAt: now })), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy', { leftAt: now })), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy', { closedAt: now })), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy', { declaredAt: after(1) })), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('school')), 'guest', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy')), 'worker', row)).toBe(false)
    expect(sees(aFamily(aMeeting('economy')), 'guest', row)).toBe(true)
  })

  test("own words and a child's words are never on the table", () => {
    expect(sees(aFamily(aMeeting('economy')), 'guest', aNote(['father'], 'economy', { privacy: 'own' }))).toBe(false)
    expect(sees(aFamily(aMeeting('economy')), 'guest', aNote(['father'], 'economy', { privacy: 'child' }))).toBe(false)
  })

  test('what is common is opened like any area', () => {
    expect(sees(aFamily(aMeeting('economy')), 'guest', aNote('whole', 'common'))).toBe(false)
    expect(sees(aFamily(aMeeting('common')), 'guest', aNote('whole', 'common'))).toBe(true)
  })
})

describe('own work (case 4)', () => {
  test('another service does not see a promise without consent', () => {
    expect(sees(aFamily(), 'teacher', aPromise())).toBe(false)
    expect(sees(aFamily(), 'worker', aPromise())).toBe(true)
  })

  test('after the seat the promise is seen only as long as the law binds', () => {
    const facts = aFamily({ seats: [seat('worker', nav, { endedAt: now })] })
    expect(sees(facts, 'worker', aPromise())).toBe(false)
    expect(sees(facts, 'worker', aPromise({ boundUntil: now }))).toBe(false)
    expect(sees(facts, 'worker', aPromise({ boundUntil: after(1) }))).toBe(true)
  })

  test('a seat never approved, never declared, still to come or over before it was approved has bound nobody', () => {
    const bound = aPromise({ boundUntil: after(1) })
    const parties = [{ id: nav, declarationRequired: true }]
    expect(sees(aFamily({ seats: [seat('worker', nav, { to: before(1) })], parties }), 'worker', bound)).toBe(false)
    const late = seat('worker', nav, { approvedAt: before(1), to: before(1) })
    expect(sees(aFamily({ seats: [late] }), 'worker', bound)).toBe(false)
    expect(sees(aFamily({ seats: [seat('worker', nav, { approvedAt: null })] }), 'worker', bound)).toBe(false)
    expect(sees(aFamily({ seats: [seat('worker', nav, { from: after(1) })] }), 'worker', bound)).toBe(false)
  })
})

describe('an act (case 5)', () => {
  test('gives nothing outside its person, area and time', () => {
    const row = aNote(['father'], 'economy')
    expect(sees(aFamily({ acts: [anAct('guest', ['school'])] }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts: [anAct('teacher', ['economy'])] }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts: [anAct('guest', ['economy'], { to: now })] }), 'guest', row)).toBe(false)
    expect(sees(aFamily({ acts: [anAct('guest', ['economy'], { endedAt: now })] }), 'guest', row)).toBe(false)
  })

  test('reads every privacy, and never writes', () => {
    const facts = aFamily({ acts: [anAct('guest', ['economy'])] })
    for (const privacy of ['table', 'own', 'child'] as const) {
      expect(casesOfSight(facts, id('guest'), aNote(['father'], 'economy', { privacy }), now)).toEqual(['act'])
    }
    const written = { author: id('guest'), writtenBy: id('guest') }
    expect(mayWriteNote(facts, id('guest'), aNote(['father'], 'economy', written), now)).toBe(false)
  })
})

describe('writing', () => {
  const by = (name: Name) => ({ author: id(name), writtenBy: id(name) })

  test('nobody writes in the name of another', () => {
    expect(mayWriteNote(aFamily(), id('father'), aNote(['father'], 'school', by('mother')), now)).toBe(false)
  })

  test('nobody writes in a set of persons that belongs to another family', () => {
    const note = aNote(['father'], 'school', by('father'))
    const about = { ...note.about, family: 'other' as FamilyId }
    expect(mayWriteNote(aFamily(), id('father'), { ...note, about }, now)).toBe(false)
    expect(mayWriteNote(aFamily(), id('father'), note, now)).toBe(true)
  })

  test("own words and a child's words are written by that person alone", () => {
    const facts = aFamily({
      consents: [...(['mother', 'father'] as const).map((each) => yes(each, lab, ['child'], ['school']))],
    })
    for (const privacy of ['own', 'child'] as const) {
      expect(mayWriteNote(facts, id('mother'), aNote(['child'], 'school', { privacy, ...by('mother') }), now)).toBe(
        false,
      )
      expect(mayWriteNote(facts, id('leader'), aNote(['child'], 'school', { privacy, ...by('leader') }), now)).toBe(
        false,
      )
      expect(mayWriteNote(facts, id('child'), aNote(['child'], 'school', { privacy, ...by('child') }), now)).toBe(true)
    }
  })

  test('a guest changes their own note, not another one', () => {
    const facts = aFamily(aMeeting('economy'))
    const mothers = aNote(['father'], 'economy')
    const own = aNote(['father'], 'economy', by('guest'))
    expect(mayChangeNote(facts, id('guest'), mothers, { ...mothers, writtenBy: id('guest') }, now)).toBe(false)
    expect(mayChangeNote(facts, id('guest'), own, own, now)).toBe(true)
  })

  test("another's note is changed where it stands, not moved, erased or taken over", () => {
    const facts = aFamily({ consents: [yes('father', nav, ['father'], ['economy', 'school'])] })
    const note = aNote(['father'], 'economy', by('father'))
    const may = (changes: Partial<NoteFact>) =>
      mayChangeNote(facts, id('worker'), note, { ...note, writtenBy: id('worker'), ...changes }, now)
    expect(may({ area: 'school' })).toBe(false)
    expect(may({ cell: 'now' })).toBe(false)
    expect(may({ privacy: 'own' })).toBe(false)
    expect(may({ hasWords: false })).toBe(false)
    expect(may({ author: id('worker') })).toBe(false)
    expect(may({ writtenBy: id('father') })).toBe(false)
    expect(may({})).toBe(true)
    const erased = { ...note, hasWords: false }
    expect(mayChangeNote(facts, id('father'), erased, note, now)).toBe(false)
    expect(mayChangeNote(facts, id('father'), note, erased, now)).toBe(true)
  })

  test('the author moves a note, but not to where they may not write', () => {
    const note = aNote(['father'], 'economy', by('father'))
    const to = (changes: Partial<NoteFact>) =>
      mayChangeNote(aFamily(), id('father'), note, { ...note, ...changes }, now)
    expect(to({ about: { ...note.about, persons: [id('mother')] } })).toBe(false)
    expect(to({ privacy: 'own', area: 'school' })).toBe(true)
  })

  test('a draft is taken over after thirty seconds, and dropped by its writer alone', () => {
    const { family, about, area, privacy } = aNote(['father'], 'economy')
    const draft = (milliseconds: number) => ({
      is: 'draft' as const,
      family,
      about,
      area,
      privacy,
      writer: id('father'),
      changedAt: before(milliseconds),
    })
    const facts = aFamily({ consents: [yes('father', nav, ['father'], ['economy'])] })
    const takes = (milliseconds: number) =>
      mayChangeDraft(facts, id('worker'), draft(milliseconds), { ...draft(0), writer: id('worker') }, now)
    expect(takes(29_999)).toBe(false)
    expect(takes(30_000)).toBe(true)
    expect(mayDeleteDraft(facts, id('worker'), draft(60_000), now)).toBe(false)
    expect(mayDeleteDraft(facts, id('father'), draft(0), now)).toBe(true)
  })

  test('a promise needs a seat of its party and a place to write in', () => {
    const consents = [yes('father', nav, ['father'], ['economy'])]
    const { about } = aNote(['father'], 'economy')
    expect(mayPromise(aFamily(), id('worker'), aPromise({ about }), now)).toBe(false)
    expect(mayPromise(aFamily({ consents }), id('worker'), aPromise({ about, party: school }), now)).toBe(false)
    expect(mayPromise(aFamily({ consents }), id('father'), aPromise({ about, author: id('father') }), now)).toBe(false)
    expect(mayPromise(aFamily({ consents }), id('worker'), aPromise({ about }), now)).toBe(true)
  })
})

describe('families and consents', () => {
  test('a seat knows of no family until somebody there has said yes to its party', () => {
    expect(maySeeFamily(aFamily(), id('worker'), hansen, now)).toBe(false)
    const consents = [yes('father', nav, ['father'], ['economy'])]
    expect(maySeeFamily(aFamily({ consents }), id('worker'), hansen, now)).toBe(true)
  })

  test('the core team knows the family, not who is in it', () => {
    const facts = aFamily({ roles: [{ person: id('guest'), role: 'core_team', ...always }] })
    expect(maySeeMembers(facts, id('guest'), hansen, now)).toBe(false)
    expect(maySeeFamily(facts, id('guest'), hansen, now)).toBe(true)
    const manager = aFamily({ roles: [{ person: id('guest'), role: 'manager', ...always }] })
    expect(maySeeFamily(manager, id('guest'), hansen, now)).toBe(false)
  })

  test('one parent never sees what the other answered', () => {
    const answer = yes('mother', school, ['child'], ['school'])
    expect(maySeeConsent(aFamily(), id('father'), answer, now)).toBe(false)
    expect(maySeeConsent(aFamily(), id('mother'), answer, now)).toBe(true)
    expect(maySeeConsent(aFamily(), id('child'), answer, now)).toBe(true)
  })

  test('the leader sees what was answered once the family is theirs to know', () => {
    const no = yes('mother', school, [], [], { answer: 'no', to: null })
    expect(maySeeConsent(aFamily(), id('leader'), no, now)).toBe(false)
    const consents = [yes('father', lab, ['father'], ['economy'])]
    expect(maySeeConsent(aFamily({ consents }), id('leader'), no, now)).toBe(true)
  })

  test('a service never sees a no', () => {
    const no = yes('mother', school, [], [], { answer: 'no', to: null })
    expect(maySeeConsent(aFamily(), id('teacher'), no, now)).toBe(false)
    expect(maySeeConsent(aFamily(), id('teacher'), { ...no, answer: 'yes' }, now)).toBe(true)
    expect(maySeeConsent(aFamily(), id('worker'), { ...no, answer: 'yes' }, now)).toBe(false)
  })
})
