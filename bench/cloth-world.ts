import { maySee } from '@velferdslab/core/access'
import type { About, AccessFacts, NoteFact } from '@velferdslab/core/access/facts'
import { mayWriteNote } from '@velferdslab/core/access/writing'
import { consentAreas, type AreaCode, type ConsentArea } from '@velferdslab/core/areas'
import { cellCodes, isAreaCell, sectors, type CellCode, type Privacy } from '@velferdslab/core/cloth'
import {
  addMonths,
  dayInOslo,
  endOfDayInOslo,
  startOfDayInOslo,
  addDays,
  type CalendarDay,
} from '@velferdslab/core/dates'
import type { FamilyId, MunicipalityId, PartyId, PersonId } from '@velferdslab/core/ids'
import { usualPurpose } from '@velferdslab/core/purpose'
import { defaultChildRules, defaultConsentAges } from '@velferdslab/db/municipality-defaults'
import type { PartyKey } from '@velferdslab/db/seed/fjordvik-people'
import { bornYearsAgo } from '@velferdslab/db/seed/synthetic-identity'
import { diceOf, type Dice } from '../tools/access/dice.ts'

/** Somebody at a table of the bench. */
export interface Sitter {
  readonly id: PersonId
  /** Names differ, so that each is one persona of the demo. */
  readonly name: string
  readonly persona: string
  readonly born: CalendarDay | null
  readonly as: 'mother' | 'father' | 'child' | 'seat'
  readonly party: PartyKey | null
  readonly position: number
}

/** Where somebody may write, and who else at the table is to receive it: by core's rule, not by the database's. */
export interface WritingPlace {
  readonly cell: CellCode
  readonly area: AreaCode
  readonly about: { whole: true } | { persons: PersonId[] }
  readonly privacy: Privacy
  readonly sector: (typeof sectors)[number] | null
  readonly ring: number | null
  readonly readers: readonly PersonId[]
}

/** One family with a meeting going on. */
export interface Table {
  readonly family: FamilyId
  readonly name: string
  readonly sitters: readonly Sitter[]
  readonly consents: readonly Yes[]
  readonly places: ReadonlyMap<PersonId, readonly WritingPlace[]>
}

export interface Yes {
  readonly id: string
  readonly giver: PersonId
  readonly party: PartyKey
  readonly areas: readonly ConsentArea[]
  readonly persons: readonly PersonId[]
}

/** Areas on the cloths of the bench. */
export const clothAreas: readonly ConsentArea[] = ['housing', 'economy', 'work', 'school', 'leisure', 'physical_health']

/** Who takes the seats, in turn: the leader first, because no table is without one. */
const seatParties: readonly PartyKey[] = ['lab', 'nav', 'school', 'child-welfare', 'health-clinic']

/** What each service usually asks to know. */
const asked: Readonly<Partial<Record<PartyKey, readonly ConsentArea[]>>> = {
  nav: ['housing', 'economy', 'work'],
  school: ['school', 'leisure'],
  'child-welfare': ['leisure', 'school'],
  'health-clinic': ['physical_health'],
}

export function yesLastsUntil(today: CalendarDay): Date {
  return endOfDayInOslo(addMonths(today, 6))
}

export function longAgo(today: CalendarDay): Date {
  return startOfDayInOslo(addDays(today, -200))
}

/** Draws one table: half of its people the family, the other half of services; each grown person says yes to what they will. */
export function drawTable(seed: number, number: number, people: number, now: Date): Table {
  const dice = diceOf(seed, number)
  const today = dayInOslo(now)
  const family = dice.uuid() as FamilyId
  const members = Math.max(2, Math.ceil(people / 2))
  const sitters = Array.from({ length: people }, (_, position): Sitter => {
    const as = position === 0 ? 'mother' : position >= members ? 'seat' : position === 1 ? 'father' : 'child'
    // Between nine and fourteen: parents see their life, and of the older ones not their words.
    const born =
      as === 'seat'
        ? null
        : bornYearsAgo(today, as === 'child' ? 9 + dice.below(6) : 30 + dice.below(15), 20 + dice.below(300))
    const party = as === 'seat' ? (seatParties[(position - members) % seatParties.length] ?? null) : null
    const name = `${nameOf(as, party)} ${number + 1} ${position + 1} Prøvebord`
    return { id: dice.uuid() as PersonId, name, persona: personaOf(name), born, as, party, position }
  })
  const consents = drawConsents(dice, sitters)
  const facts = factsOf(family, sitters, consents, now)
  const abouts = drawAbouts(dice, family, sitters)
  const places = new Map(
    sitters.map((sitter) => [sitter.id, placesOf(facts, sitters, sitter.id, family, abouts, now, dice)]),
  )
  return { family, name: `Prøvebord ${number + 1}`, sitters, consents, places }
}

function nameOf(as: Sitter['as'], party: PartyKey | null): string {
  return as === 'mother' ? 'Mor' : as === 'father' ? 'Far' : as === 'child' ? 'Barn' : (party ?? 'gjest')
}

function personaOf(name: string): string {
  return name.toLowerCase().replaceAll('ø', 'o').replaceAll(' ', '-')
}

/** Every grown member says yes to something for each service at the table, and seldom to all. */
function drawConsents(dice: Dice, sitters: readonly Sitter[]): Yes[] {
  const grown = sitters.filter((sitter) => sitter.as === 'mother' || sitter.as === 'father')
  const children = sitters.filter((sitter) => sitter.as === 'child').map((sitter) => sitter.id)
  const parties = sitters.flatMap((sitter) => (sitter.party ? [sitter.party] : []))
  return [...new Set(parties)].flatMap((party) =>
    grown.flatMap((giver): Yes[] => {
      const wished = asked[party] ?? consentAreas.filter((area) => clothAreas.includes(area))
      const areas = dice.some(wished, party === 'lab' ? 0.8 : 0.6)
      // The mother always says yes to one thing: otherwise there would be a seat that knows nothing, and nobody to write.
      if (areas.length === 0 && giver.as === 'mother') areas.push(dice.pick(wished))
      if (areas.length === 0) return []
      return [
        { id: dice.uuid(), giver: giver.id, party, areas, persons: [giver.id, ...(dice.chance(0.8) ? children : [])] },
      ]
    }),
  )
}

/** The whole family, each member alone, and one pair. */
function drawAbouts(dice: Dice, family: FamilyId, sitters: readonly Sitter[]): About[] {
  const members = sitters.filter((sitter) => sitter.as !== 'seat').map((sitter) => sitter.id)
  const pair = dice.shuffled(members).slice(0, 2).sort()
  return [
    { family, whole: true, persons: [] },
    ...members.map((person) => ({ family, whole: false, persons: [person] })),
    ...(pair.length === 2 ? [{ family, whole: false, persons: pair }] : []),
  ]
}

/** What core's rule needs to know of a table, when these yeses stand. */
export function factsOf(
  family: FamilyId,
  sitters: readonly Sitter[],
  consents: readonly Yes[],
  now: Date,
): AccessFacts {
  const municipality = 'one' as MunicipalityId
  const today = dayInOslo(now)
  const from = longAgo(today)
  const members = sitters.filter((sitter) => sitter.as !== 'seat')
  const grown = members.filter((sitter) => sitter.as !== 'child')
  const partyOf = (key: PartyKey) => key as string as PartyId
  return {
    readFor: usualPurpose,
    persons: sitters.map(({ id, born }) => ({ id, municipality, born })),
    families: [{ id: family, municipality }],
    members: members.map(({ id }) => ({ family, person: id, takesPart: true, from, to: null })),
    responsibilities: members
      .filter((sitter) => sitter.as === 'child')
      .flatMap((child) =>
        grown.map((holder) => ({
          person: child.id,
          holder: holder.id,
          kind: 'parental' as const,
          mandate: null,
          from,
          to: null,
        })),
      ),
    roles: [],
    parties: seatParties.map((key) => ({ id: partyOf(key), declarationRequired: false })),
    seats: sitters.flatMap((sitter) =>
      sitter.party
        ? [
            {
              family,
              person: sitter.id,
              party: partyOf(sitter.party),
              role: sitter.party === 'lab' ? ('leader' as const) : ('member' as const),
              approvedAt: from,
              declaredAt: null,
              endedAt: null,
              from,
              to: null,
            },
          ]
        : [],
    ),
    soleConsents: [],
    consents: consents.map((yes) => ({
      ...yes,
      family,
      party: partyOf(yes.party),
      answer: 'yes' as const,
      purpose: usualPurpose,
      endedAt: null,
      recorder: yes.giver,
      channel: 'digital' as const,
      heardBy: null,
      witnesses: [],
      from,
      to: yesLastsUntil(today),
    })),
    consentAges: defaultConsentAges(municipality).map((rule) => ({
      municipality,
      area: rule.area,
      validFrom: rule.valid_from as CalendarDay,
      fromAge: rule.from_age,
    })),
    childRules: defaultChildRules(municipality).map((rule) => ({
      municipality,
      area: rule.area,
      subject: rule.subject,
      validFrom: rule.valid_from as CalendarDay,
      parentsUntil: rule.parents_until,
    })),
    meetings: [],
    admissions: [],
    openAreas: [],
    acts: [],
    glassReviews: [],
    reports: [],
    receivers: [],
    protections: [],
    keepers: [],
    screens: [],
  }
}

function placesOf(
  facts: AccessFacts,
  sitters: readonly Sitter[],
  writer: PersonId,
  family: FamilyId,
  abouts: readonly About[],
  now: Date,
  dice: Dice,
): WritingPlace[] {
  const cells = cellCodes.flatMap((cell) =>
    (isAreaCell(cell) ? clothAreas : (['common'] as const)).map((area) => ({ cell, area: area })),
  )
  return abouts.flatMap((about) =>
    cells.flatMap(({ cell, area }) =>
      (['table', 'own', 'child'] as const).flatMap((privacy): WritingPlace[] => {
        const row: NoteFact = {
          is: 'note',
          family,
          about,
          area,
          privacy,
          cell,
          author: writer,
          writtenBy: writer,
          hasWords: true,
          voided: false,
          corrected: false,
        }
        if (!mayWriteNote(facts, writer, row, now)) return []
        const around = cell === 'around_me'
        return [
          {
            cell,
            area,
            about: about.whole ? { whole: true } : { persons: [...about.persons] },
            privacy,
            sector: around ? dice.pick(sectors) : null,
            ring: around ? 1 + dice.below(3) : null,
            readers: sitters
              .map((sitter) => sitter.id)
              .filter((person) => person !== writer && maySee(facts, person, row, now)),
          },
        ]
      }),
    ),
  )
}
