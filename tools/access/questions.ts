import { maySee } from '@velferdslab/core/access'
import { seesAsParty } from '@velferdslab/core/access/as-others'
import { maySeeSoleReason } from '@velferdslab/core/access/sole-consents'
import { maySeeHold } from '@velferdslab/core/access/holds'
import { maySeeSheet } from '@velferdslab/core/access/sheets'
import { maySeeOpening } from '@velferdslab/core/access/openings'
import { mayCorrectNote, mayVoidNote } from '@velferdslab/core/access/beside'
import { maySeeAct, maySeeReport, maySeeTold } from '@velferdslab/core/access/acts'
import { maySeeLink } from '@velferdslab/core/access/links'
import { maySeeGlassReview } from '@velferdslab/core/access/glass'
import { mayKnowWhere } from '@velferdslab/core/access/whereabouts'
import { maySeeConsent, maySeeFamily, maySeeMembers } from '@velferdslab/core/access/structure'
import {
  mayChangeDraft,
  mayChangeNote,
  mayDeleteDraft,
  mayPromise,
  mayWriteDraft,
  mayWriteNote,
} from '@velferdslab/core/access/writing'
import type { FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import type { ReadPurpose } from '@velferdslab/core/purpose'
import { kinds, municipalityOf, type Kind, type Outsider, type World } from './world.ts'
import type {
  StoredAct,
  StoredConsent,
  StoredDraft,
  StoredLink,
  StoredGlassReview,
  StoredHold,
  StoredNote,
  StoredOpening,
  StoredPromise,
  StoredReport,
  StoredRow,
  StoredSheet,
  StoredSoleConsent,
  StoredWhereabouts,
} from './world.ts'

export const verbs = [
  'see note',
  'see draft',
  'see promise',
  'see link',
  'see family',
  'see members',
  'see seats',
  'see consent',
  'see opening',
  'see hold',
  'see sheet',
  'see act',
  'see glass review',
  'see report',
  'see told',
  'see whereabouts',
  'write note',
  'change own note',
  "change another's note",
  'move note',
  'write draft',
  'take over draft',
  'delete draft',
  'promise',
  'see void',
  'see correction',
  'void note',
  'correct note',
  'see as party',
  'see sole reason',
] as const
export type Verb = (typeof verbs)[number]

/** How the person comes: with a live token, or in a way that is nobody. */
export const deadSessions = ['no token', 'expired', 'ended', 'unknown token', 'a person id as token'] as const
export type SessionState = 'live' | (typeof deadSessions)[number]

type Asking = {
  readonly verb: Verb
  readonly person: PersonId
  readonly session: SessionState
  /** The family the transaction is narrowed to; null is none. It can only shrink the answer. */
  readonly narrowed: FamilyId | null
  /** What they read for. */
  readonly purpose: ReadPurpose
}
export type Question = Asking &
  (
    | { readonly is: 'see'; readonly row: StoredRow }
    | { readonly is: 'see family'; readonly part: 'family' | 'member' | 'seat'; readonly family: FamilyId }
    | { readonly is: 'see consent'; readonly consent: StoredConsent }
    | { readonly is: 'see opening'; readonly opening: StoredOpening }
    | { readonly is: 'see link'; readonly link: StoredLink }
    | { readonly is: 'see hold'; readonly hold: StoredHold }
    | { readonly is: 'see sheet'; readonly sheet: StoredSheet }
    | { readonly is: 'see act'; readonly act: StoredAct }
    | { readonly is: 'see glass review'; readonly review: StoredGlassReview }
    | { readonly is: 'see report'; readonly report: StoredReport }
    | { readonly is: 'see told'; readonly report: StoredReport; readonly told: StoredReport['tellings'][number] }
    | { readonly is: 'see whereabouts'; readonly whereabouts: StoredWhereabouts }
    | { readonly is: 'insert'; readonly row: StoredRow }
    | { readonly is: 'update note'; readonly before: StoredNote; readonly row: StoredNote }
    | { readonly is: 'update draft'; readonly before: StoredDraft; readonly row: StoredDraft }
    | { readonly is: 'delete draft'; readonly row: StoredDraft }
    | { readonly is: 'see void' | 'see correction' | 'void note'; readonly row: StoredNote }
    | { readonly is: 'correct note'; readonly row: StoredNote; readonly correction: string }
    | { readonly is: 'see as party'; readonly row: StoredNote; readonly party: PartyId }
    | { readonly is: 'see sole reason'; readonly reason: StoredSoleConsent }
  )

/** The answer of the rule in core, at the moment of the database's transaction. */
export function answerOfCore(world: World, question: Question, now: Date): boolean {
  const facts = { ...world.facts, readFor: question.purpose }
  if (question.session !== 'live') return false
  if (question.narrowed !== null && question.narrowed !== familyOf(question)) return false
  const { person } = question
  switch (question.is) {
    case 'see':
      return maySee(facts, person, question.row, now)
    case 'see family':
      return question.part === 'member'
        ? maySeeMembers(facts, person, question.family, now)
        : maySeeFamily(facts, person, question.family, now)
    case 'see consent':
      return maySeeConsent(facts, person, question.consent, now)
    case 'see opening':
      return maySeeOpening(facts, person, question.opening, now)
    case 'see link':
      return maySeeLink(facts, person, question.link, now)
    case 'see hold':
      return maySeeHold(facts, person, question.hold, now)
    case 'see sheet':
      return maySeeSheet(facts, person, question.sheet, now)
    case 'see act':
      return maySeeAct(facts, person, question.act, now)
    case 'see glass review':
      return maySeeGlassReview(facts, person, question.review, now)
    case 'see report':
      return maySeeReport(facts, person, question.report, now)
    case 'see told':
      return maySeeTold(facts, person, question.report, question.told.person, now)
    case 'see whereabouts':
      return mayKnowWhere(facts, person, question.whereabouts, now)
    case 'insert':
      return mayInsert(facts, person, question.row, now)
    case 'update note':
      return mayChangeNote(facts, person, question.before, question.row, now)
    case 'update draft':
      return mayChangeDraft(facts, person, question.before, question.row, now)
    case 'delete draft':
      return mayDeleteDraft(facts, person, question.row, now)
    // What stands beside a note is seen by who sees the note.
    case 'see void':
      return question.row.voided && maySee(facts, person, question.row, now)
    case 'see correction':
      return question.row.corrected && maySee(facts, person, question.row, now)
    case 'void note':
      return mayVoidNote(facts, person, question.row, now)
    case 'correct note':
      return mayCorrectNote(facts, person, question.row, now)
    case 'see as party':
      return seesAsParty(facts, person, question.party, question.row, now)
    case 'see sole reason':
      return maySeeSoleReason(facts, person, question.reason, now)
  }
}

function mayInsert(facts: World['facts'], person: PersonId, row: StoredNote | StoredDraft | StoredPromise, now: Date) {
  switch (row.is) {
    case 'note':
      return mayWriteNote(facts, person, row, now)
    case 'draft':
      return mayWriteDraft(facts, person, row, now)
    case 'promise':
      return mayPromise(facts, person, row, now)
  }
}

export function familyOf(question: Question): FamilyId {
  switch (question.is) {
    case 'see':
    case 'insert':
    case 'update note':
    case 'update draft':
    case 'delete draft':
    case 'see void':
    case 'see correction':
    case 'void note':
    case 'correct note':
    case 'see as party':
      return question.row.family
    case 'see sole reason':
      return question.reason.family
    case 'see family':
      return question.family
    case 'see consent':
      return question.consent.family
    case 'see opening':
      return question.opening.family
    case 'see link':
      return question.link.family
    case 'see hold':
      return question.hold.family
    case 'see sheet':
      return question.sheet.family
    case 'see act':
      return question.act.family
    case 'see glass review':
      return question.review.family
    case 'see report':
    case 'see told':
      return question.report.family
    case 'see whereabouts':
      return question.whereabouts.family
  }
}

/** The column a question counts in. */
export function kindOf(world: World, question: Question): Kind | Outsider {
  if (question.session !== 'live') return 'no session'
  if (municipalityOf(world, question.person) !== municipalityOf(world, familyOf(question))) return 'other municipality'
  const kind = world.kindOf.get(question.person)
  if (!kind) throw new Error('a person without a kind')
  return kind
}

const all = new Set<Verb>(verbs)
const without = (...possible: Verb[]) => new Set(verbs.filter((verb) => !possible.includes(verb)))

// What only the family, the privacy officer or a manager may.
const ofNobodySeated = [
  'see sheet',
  'see opening',
  'see hold',
  'see glass review',
  'correct note',
  'see as party',
] as const

/** What a kind of person can by the rule never do, whatever else is true: these must be no, always. */
export const neverMay: Record<Kind | Outsider, ReadonlySet<Verb>> = {
  // A report is its author's and its receivers'; who was told reads what they were told.
  member: new Set<Verb>(['see sheet', 'see glass review', 'promise', 'see report', 'see sole reason']),
  parent: new Set<Verb>(['see sheet', 'see glass review', 'promise', 'see report']),
  guardian: new Set<Verb>(['see sheet', 'see glass review', 'promise', 'see report', 'see told']),
  // Who has read is told to whom it was about, and to nobody else.
  // A correction is put by who a note is about, or who answers for them.
  service: new Set<Verb>([...ofNobodySeated, 'see link', 'see sole reason']),
  leader: new Set<Verb>([...ofNobodySeated, 'see report', 'see told']),
  private: new Set<Verb>([...ofNobodySeated, 'see link', 'see sole reason', 'see act', 'see report', 'see told']),
  // A guest changes only their own, and knows of no consent.
  table: new Set<Verb>([
    'see link',
    'see sheet',
    'see glass review',
    "change another's note",
    'see consent',
    'see opening',
    'see hold',
    'see whereabouts',
    'promise',
    'correct note',
    'see act',
    'see report',
    'see told',
    'see as party',
    'see sole reason',
  ]),
  // The large screen shows what is open, and writes nothing.
  screen: new Set<Verb>([
    'see link',
    'see sheet',
    'see glass review',
    'see consent',
    'see opening',
    'see hold',
    'see act',
    'see report',
    'see told',
    'see whereabouts',
    'write note',
    'change own note',
    "change another's note",
    'move note',
    'write draft',
    'take over draft',
    'promise',
    'void note',
    'correct note',
    'see as party',
    'see sole reason',
  ]),
  // Who has a link sees it, and nothing else of the family.
  helper: without('see link'),
  // Who has left keeps sight of what their party promised, and of nothing else.
  work: without('see promise'),
  // An act reads; the one thing it leaves is to drop a draft of one's own.
  act: new Set<Verb>([
    'see link',
    'see sheet',
    'see glass review',
    'see consent',
    'see opening',
    'see hold',
    'see report',
    'see told',
    'write note',
    'change own note',
    "change another's note",
    'move note',
    'write draft',
    'take over draft',
    'promise',
    'void note',
    'correct note',
    'see as party',
    'see sole reason',
  ]),
  several: new Set<Verb>(['see sheet', 'see glass review']),
  'core team': without('see family', 'see seats', 'see whereabouts', 'see sheet'),
  // Who has read, and nothing of what was read.
  'privacy officer': without('see opening', 'see hold', 'see glass review'),
  // What was read by break-glass in their service, and nothing of what was read.
  'answering manager': without('see glass review'),
  manager: all,
  stranger: all,
  'other municipality': all,
  'no session': all,
}

/** The squares of the table in which both answers must come up. */
export function openSquares(): { verb: Verb; kind: Kind }[] {
  return kinds.flatMap((kind) => verbs.filter((verb) => !neverMay[kind].has(verb)).map((verb) => ({ verb, kind })))
}
