import { maySee } from '../access.ts'
import type { AreaCode } from '../areas.ts'
import { addDays, dayInOslo, type CalendarDay } from '../dates.ts'
import type { FamilyId, MeetingId, MunicipalityId, PartyId, PersonId } from '../ids.ts'
import type { AccessFacts, ActFact, ConsentFact, NoteFact, PromiseFact, SeatFact } from './facts.ts'

export const now = new Date('2026-11-10T12:00:00Z')
export const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
export const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
export const always = { from: before(1_000_000_000), to: null }

export const fjordvik = 'fjordvik' as MunicipalityId
export const hansen = 'hansen' as FamilyId
export const [nav, school, lab, aunt] = ['nav', 'school', 'lab', 'aunt'] as [PartyId, PartyId, PartyId, PartyId]
export const people = [
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
export type Name = (typeof people)[number]
export const id = (name: Name | 'trusted') => name as string as PersonId

/** The day somebody is born who turns `age` some days from now (0 is today). */
export const turns = (age: number, days: number): CalendarDay => {
  const day = addDays(dayInOslo(now), days)
  return `${Number(day.slice(0, 4)) - age}${day.slice(4)}` as CalendarDay
}

/** A household of mother, father, a child of 8 and one of 15; the mother's eldest lives elsewhere; NAV, school and leader sit there. */
export function aFamily(changes: Partial<AccessFacts> = {}): AccessFacts {
  const born: Partial<Record<Name, CalendarDay>> = {
    mother: '1985-03-01' as CalendarDay,
    father: '1983-03-01' as CalendarDay,
    child: turns(8, -30),
    teen: turns(15, -30),
    away: '1984-01-01' as CalendarDay,
  }
  return {
    readFor: 'make_and_follow_plan',
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
    soleConsents: [],
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
    glassReviews: [],
    protections: [],
    keepers: [],
    reports: [],
    receivers: [],
    screens: [],
    ...changes,
  }
}

export function answers(person: Name, holder: Name, mandate: AreaCode[] | null = null) {
  const kind = mandate ? ('guardian' as const) : ('parental' as const)
  return { person: id(person), holder: id(holder), kind, mandate, ...always }
}

export function seat(person: Name | 'trusted', party: PartyId, changes: Partial<SeatFact> = {}): SeatFact {
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

export function yes(
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
    purpose: 'make_and_follow_plan',
    areas,
    persons: persons.map(id),
    from: before(1000),
    to: after(1_000_000),
    endedAt: null,
    recorder: id(giver),
    channel: 'digital',
    heardBy: null,
    witnesses: [],
    ...changes,
  }
}

export function aNote(about: Name[] | 'whole', area: AreaCode, changes: Partial<NoteFact> = {}): NoteFact {
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
    voided: false,
    corrected: false,
    ...changes,
  }
}

export function aPromise(changes: Partial<PromiseFact> = {}): PromiseFact {
  const { family, about, area, privacy } = aNote(['mother'], 'economy')
  return { is: 'promise', family, about, area, privacy, party: nav, author: id('worker'), boundUntil: null, ...changes }
}

/** A meeting in progress with the guest admitted and one area open. */
export function aMeeting(
  area: AreaCode,
  changes: { endedAt?: Date; leftAt?: Date; closedAt?: Date; declaredAt?: Date } = {},
) {
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

export function anAct(person: Name, areas: AreaCode[], changes: Partial<ActFact> = {}): ActFact {
  const times = { from: before(1000), to: after(1000), endedAt: null, toldAt: null }
  return {
    family: hansen,
    person: id(person),
    kind: 'exception',
    recordedBy: null,
    party: null,
    recordedParty: null,
    areas,
    ...times,
    ...changes,
  }
}

export const sees = (facts: AccessFacts, name: Name | 'trusted', row: NoteFact | PromiseFact) =>
  maySee(facts, id(name), row, now)
export const bornAs = (facts: AccessFacts, name: Name, born: CalendarDay): AccessFacts => ({
  ...facts,
  persons: facts.persons.map((each) => (each.id === id(name) ? { ...each, born } : each)),
})

/** The same family with members and parents who always were and always will be, for stories that play on other days. */
export const withoutTime = (facts: AccessFacts): AccessFacts => {
  const ever = { from: new Date(0), to: null }
  return {
    ...facts,
    members: facts.members.map((each) => ({ ...each, ...ever })),
    responsibilities: facts.responsibilities.map((each) => ({ ...each, ...ever })),
  }
}
