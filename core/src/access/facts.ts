import type { AreaCode } from '../areas.ts'
import type { CellCode, Privacy } from '../cloth.ts'
import type { CalendarDay } from '../dates.ts'
import type { FamilyId, MeetingId, MunicipalityId, PartyId, PersonId } from '../ids.ts'
import type { Role } from '../people.ts'
import type { ReadPurpose } from '../purpose.ts'

/**
 * Everything the rule "Who sees a row" (docs/decisions/0003) looks at, as plain facts. Nothing here is worked out: periods may
 * be over, seats unapproved, consents a no. What counts now is the rule's business.
 */
export type AccessFacts = {
  /** What one reads for: a yes counts for the purpose it was given for (REQ-56). */
  readonly readFor: ReadPurpose
  readonly persons: readonly PersonFact[]
  readonly families: readonly FamilyFact[]
  readonly members: readonly MemberFact[]
  readonly responsibilities: readonly ResponsibilityFact[]
  readonly roles: readonly RoleFact[]
  readonly parties: readonly PartyFact[]
  readonly seats: readonly SeatFact[]
  readonly consents: readonly ConsentFact[]
  readonly soleConsents: readonly SoleConsentFact[]
  readonly consentAges: readonly ConsentAgeFact[]
  readonly childRules: readonly ChildRuleFact[]
  readonly meetings: readonly MeetingFact[]
  readonly admissions: readonly AdmissionFact[]
  readonly openAreas: readonly OpenAreaFact[]
  readonly acts: readonly ActFact[]
  readonly glassReviews: readonly GlassReviewFact[]
  readonly protections: readonly ProtectionFact[]
  readonly keepers: readonly KeeperFact[]
  readonly reports: readonly ReportFact[]
  readonly receivers: readonly ReceiverFact[]
  /** Large screens: admitted like anybody, with nobody behind them. */
  readonly screens: readonly PersonId[]
}

/** Half open: counts from `from`, and no longer at `to`; null is no end (decision 0003, 1). */
export type Period = { readonly from: Date; readonly to: Date | null }

/** `born` is null for who is here by work only: no age is known, so nothing that asks for an age is theirs. */
export type PersonFact = {
  readonly id: PersonId
  readonly municipality: MunicipalityId
  readonly born: CalendarDay | null
}

export type FamilyFact = { readonly id: FamilyId; readonly municipality: MunicipalityId }

export type MemberFact = Period & {
  readonly family: FamilyId
  readonly person: PersonId
  readonly takesPart: boolean
}

/** `holder` answers for `person`. A guardian's mandate is a list of areas; parental responsibility has none. */
export type ResponsibilityFact = Period & {
  readonly person: PersonId
  readonly holder: PersonId
  readonly kind: 'parental' | 'guardian'
  readonly mandate: readonly AreaCode[] | null
}

/** `party` is the service the role is held in. */
export type RoleFact = Period & { readonly person: PersonId; readonly role: Role; readonly party?: PartyId }

export type PartyFact = { readonly id: PartyId; readonly declarationRequired: boolean }

export type SeatFact = Period & {
  readonly family: FamilyId
  readonly person: PersonId
  readonly party: PartyId
  readonly role: 'leader' | 'member' | 'trusted' | 'volunteer'
  readonly approvedAt: Date | null
  readonly declaredAt: Date | null
  readonly endedAt: Date | null
}

export type ConsentFact = Period & {
  /** Its row, for what rests on it. */
  readonly id?: string
  /** From which services; none named is all who sit there. */
  readonly giving?: readonly PartyId[]
  readonly family: FamilyId
  readonly giver: PersonId
  readonly party: PartyId
  readonly answer: 'yes' | 'no'
  readonly purpose: ReadPurpose
  readonly areas: readonly AreaCode[]
  readonly persons: readonly PersonId[]
  readonly endedAt: Date | null
  /** Who wrote it down: its giver, or the leader for what was said on paper or aloud. */
  readonly recorder: PersonId
  readonly channel: 'digital' | 'paper' | 'oral' | 'code'
  /** What its code was answered, and when, for a sentence by code; null: not yet. */
  readonly coded?: { readonly answer: 'yes' | 'no'; readonly at: Date } | null
  /** Who is said to have heard it, for a yes said aloud. */
  readonly heardBy: PersonId | null
  /** Who has said that they heard it, and when. */
  readonly witnesses: readonly { readonly person: PersonId; readonly at: Date }[]
}

/** A recorded lawful reason why a yes for `person` does not need `without`, one of those who answer for them (REQ-16). */
export type SoleConsentFact = Period & {
  readonly family: FamilyId
  readonly person: PersonId
  readonly without: PersonId
  readonly endedAt: Date | null
}

export type ConsentAgeFact = {
  readonly municipality: MunicipalityId
  readonly area: AreaCode
  readonly validFrom: CalendarDay
  readonly fromAge: number
}

export type ChildRuleFact = {
  readonly municipality: MunicipalityId
  readonly area: AreaCode
  readonly subject: 'life' | 'words'
  readonly validFrom: CalendarDay
  readonly parentsUntil: number
}

export type MeetingFact = {
  readonly id: MeetingId
  readonly family: FamilyId
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

export type AdmissionFact = {
  readonly meeting: MeetingId
  readonly person: PersonId
  readonly declaredAt: Date
  readonly admittedAt: Date
  readonly leftAt: Date | null
}

export type OpenAreaFact = {
  readonly meeting: MeetingId
  readonly area: AreaCode
  readonly openedAt: Date
  readonly closedAt: Date | null
}

export type ActFact = Period & {
  /** Its row, for what rests on it. */
  readonly id?: string
  readonly kind: 'exception' | 'break_glass'
  readonly family: FamilyId
  readonly person: PersonId
  /** Who let them read. */
  readonly recordedBy: PersonId | null
  /** When the family was told; null is not yet. */
  readonly toldAt: Date | null
  readonly areas: readonly AreaCode[]
  readonly endedAt: Date | null
  /** The service it was for, and the one it was done from: each counts while its person works there. Null in acts of neither. */
  readonly party: PartyId | null
  readonly recordedParty: PartyId | null
}

/** That what somebody read by break-glass, for a service, is to be looked at. */
export type GlassReviewFact = { readonly family: FamilyId; readonly reader: PersonId; readonly party: PartyId }

/** Somebody's address is protected, from a day on, until that is ended. */
export type ProtectionFact = {
  readonly person: PersonId
  /** They must not be found at all (strictly confidential), not only their address. */
  readonly isStrict: boolean
  readonly from: CalendarDay
  readonly endedAt: Date | null
}

/** Who is named to know where one family can be found. */
export type KeeperFact = { readonly family: FamilyId; readonly person: PersonId; readonly endedAt: Date | null }

/** A row that tells where somebody can be found. */
export type WhereaboutsFact = {
  readonly family: FamilyId
  readonly what: 'meeting_place' | 'referral_contact' | 'address' | 'school' | 'kindergarten' | 'workplace'
}

/** A report by law, and whom of the family it was told to. */
export type ReportFact = {
  readonly family: FamilyId
  readonly writtenBy: PersonId
  /** The service it was written from. */
  readonly fromParty: PartyId
  readonly toParty: PartyId
  readonly told: readonly PersonId[]
}

/** Who is named to receive reports for a service. */
export type ReceiverFact = Period & { readonly party: PartyId; readonly person: PersonId }

/** Whom a row is about: the whole family (then `persons` is empty), or named persons. A set belongs to one family. */
export type About = { readonly family: FamilyId; readonly whole: boolean; readonly persons: readonly PersonId[] }

/** Where a row lies: the persons x area x privacy of one family. */
export type Place = {
  readonly family: FamilyId
  readonly about: About
  readonly area: AreaCode
  readonly privacy: Privacy
}

export type NoteFact = Place & {
  readonly is: 'note'
  readonly cell: CellCode
  readonly author: PersonId
  /** Who wrote the words that stand now. */
  readonly writtenBy: PersonId
  /** False once the words are erased. */
  readonly hasWords: boolean
  /** It no longer counts. */
  readonly voided: boolean
  /** A correction stands beside it. */
  readonly corrected: boolean
}

export type DraftFact = Place & { readonly is: 'draft'; readonly writer: PersonId; readonly changedAt: Date }

/** A promise is a party's own work; it lies at the table only. */
export type PromiseFact = Place & {
  readonly is: 'promise'
  readonly party: PartyId
  readonly author: PersonId
  readonly boundUntil: Date | null
}

/** A link to one promise, and who has opened it. */
export type LinkFact = {
  readonly promise: PromiseFact
  readonly helper: PersonId
  readonly declaredAt: Date | null
  readonly endsAt: Date
  /** When it was stopped. */
  readonly endedAt: Date | null
}

/** That somebody handed one thing to a service, on one yes or by one act. */
export type ShareFact = {
  readonly is: 'share'
  readonly family: FamilyId
  readonly actor: PersonId
  readonly from: PartyId
  readonly to: PartyId
  readonly ground: { readonly by: 'consent' | 'act'; readonly id: string }
  /** The thing, where it lay, and whom it was about then, one by one. */
  readonly thing: NoteFact | PromiseFact
  readonly persons: readonly PersonId[]
}

/** That somebody read of a family: where the rows lay that they had before them; none where the page showed nobody's life. */
export type OpeningFact = {
  readonly is: 'opening'
  readonly family: FamilyId
  readonly cells: readonly Place[]
  /** By an act that those it is about have not been told of. */
  readonly byUntoldAct: boolean
}

/** That nothing is deleted for now, and whether it is told: over a family; or over a `person`, who is of that family or was. */
export type HoldFact = {
  readonly is: 'hold'
  readonly family: FamilyId
  readonly person: PersonId | null
  readonly told: boolean
}

/** What somebody sent of herself without an account, to one municipality: `waits` until it is taken in or taken back (decision 0042). */
export type SheetFact = { readonly municipality: MunicipalityId; readonly waits: boolean }

export type RowFact = NoteFact | DraftFact | PromiseFact

/** Whether a period holds `now` (decision 0003, 1). */
export function counts(period: Period, now: Date): boolean {
  return period.from <= now && isAhead(period.to, now)
}

/** An end that has not come: null is no end, and an end at `now` has come. */
export function isAhead(end: Date | null, now: Date): boolean {
  return end === null || now < end
}

/** Something that happened, at `now` or before. */
export function hasHappened(at: Date | null, now: Date): at is Date {
  return at !== null && at <= now
}
