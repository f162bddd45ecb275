import type {
  About,
  AccessFacts,
  ActFact,
  ConsentFact,
  DraftFact,
  LinkFact,
  NoteFact,
  HoldFact,
  OpeningFact,
  PartyFact,
  ShareFact,
  PromiseFact,
  GlassReviewFact,
  ReportFact,
  SeatFact,
  SheetFact,
  SoleConsentFact,
  WhereaboutsFact,
} from '@velferdslab/core/access/facts'
import type { AreaCode } from '@velferdslab/core/areas'
import type { FamilyId, MunicipalityId, PersonId } from '@velferdslab/core/ids'

/** What a person is in a world: the columns of the table. */
export const kinds = [
  'member',
  'parent',
  'guardian',
  'service',
  'leader',
  'private',
  'table',
  'screen',
  'helper',
  'work',
  'act',
  'several',
  'core team',
  'privacy officer',
  'answering manager',
] as const
/** Kinds of person who by the rule never see or write anything of a family. */
export const outsiders = ['manager', 'stranger', 'other municipality', 'no session'] as const
export type Kind = (typeof kinds)[number]
export type Outsider = (typeof outsiders)[number]

type Stored<Fact> = Fact & { readonly id: string }
export type StoredAbout = Stored<About>
export type StoredNote = Stored<NoteFact> & { readonly aboutId: string }
export type StoredDraft = Stored<DraftFact> & { readonly aboutId: string }
export type StoredPromise = Stored<PromiseFact> & { readonly aboutId: string }
export type StoredLink = Stored<LinkFact> & { readonly family: FamilyId; readonly promise: StoredPromise }
export type StoredRow = StoredNote | StoredDraft | StoredPromise
/** That `reader` read. */
export type StoredOpening = Stored<Omit<OpeningFact, 'cells'>> & {
  readonly reader: PersonId
  readonly cells: readonly (OpeningFact['cells'][number] & { readonly aboutId: string })[]
}
export type StoredShare = Stored<ShareFact> & {
  readonly itemId: string
  readonly thing: StoredNote | StoredPromise
}
export type StoredHold = Stored<HoldFact> & { readonly placedBy: PersonId }
/** A family of the municipality it was sent to, only to ask from within. */
export type StoredSheet = Stored<SheetFact> & { readonly family: FamilyId; readonly takenBack: boolean }
export type StoredConsent = Stored<ConsentFact>
export type StoredSoleConsent = Stored<SoleConsentFact>
export type StoredAct = Stored<ActFact>
export type StoredGlassReview = Stored<GlassReviewFact> & { readonly act: string }
export type StoredReport = Stored<ReportFact> & {
  readonly tellings: readonly { readonly id: string; readonly person: PersonId }[]
}
export type StoredWhereabouts = Stored<WhereaboutsFact>

/** A person's way in: one token that lives, one whose time is over, one that was signed out. */
export type Tokens = { readonly live: string; readonly expired: string; readonly ended: string }

type Lists = Omit<AccessFacts, 'readFor'>
type Changeable = { -readonly [List in keyof Lists]: Lists[List][number][] }
type KeptWithMore = 'consents' | 'soleConsents' | 'seats' | 'parties' | 'acts' | 'glassReviews' | 'reports'
export type WorldFacts = Omit<Changeable, KeptWithMore> & {
  readFor: AccessFacts['readFor']
  consents: StoredConsent[]
  soleConsents: StoredSoleConsent[]
  acts: StoredAct[]
  glassReviews: StoredGlassReview[]
  reports: StoredReport[]
  seats: Stored<SeatFact>[]
  parties: (PartyFact & { municipality: MunicipalityId; kind: 'service' | 'lab' | 'private' })[]
}

/** One random world: the facts the rule looks at, with what the tables need besides. */
export type World = {
  /** The moment the world's times were drawn around. */
  now: Date
  facts: WorldFacts
  areas: { municipality: MunicipalityId; codes: AreaCode[] }[]
  abouts: StoredAbout[]
  notes: StoredNote[]
  drafts: StoredDraft[]
  promises: StoredPromise[]
  links: StoredLink[]
  openings: StoredOpening[]
  holds: StoredHold[]
  sheets: StoredSheet[]
  shares: StoredShare[]
  whereabouts: StoredWhereabouts[]
  kindOf: Map<PersonId, Kind | 'manager' | 'stranger'>
  /** Who has something to do with which family: rows are written by and asked for by them more often. */
  tiedTo: Map<PersonId, FamilyId[]>
  tokens: Map<PersonId, Tokens & { expiredAt: Date; endedAt: Date }>
  /** Readable names, for telling about a difference. */
  names: Map<string, string>
}

export function emptyWorld(now: Date): World {
  return {
    now,
    facts: {
      readFor: 'make_and_follow_plan',
      persons: [],
      families: [],
      members: [],
      responsibilities: [],
      roles: [],
      parties: [],
      seats: [],
      consents: [],
      soleConsents: [],
      consentAges: [],
      childRules: [],
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
    },
    areas: [],
    abouts: [],
    notes: [],
    drafts: [],
    promises: [],
    links: [],
    openings: [],
    holds: [],
    sheets: [],
    shares: [],
    whereabouts: [],
    kindOf: new Map(),
    tiedTo: new Map(),
    tokens: new Map(),
    names: new Map(),
  }
}

export function municipalityOf(world: World, of: PersonId | FamilyId): MunicipalityId {
  const found = [...world.facts.persons, ...world.facts.families].find((each) => each.id === of)
  if (!found) throw new Error(`${of} is not in this world`)
  return found.municipality
}
