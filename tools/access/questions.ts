import { maySee } from '@velferdslab/core/access'
import { seesAsParty } from '@velferdslab/core/access/as-others'
import { maySeeSoleReason } from '@velferdslab/core/access/sole-consents'
import { maySeeHold } from '@velferdslab/core/access/holds'
import { maySeeSheet } from '@velferdslab/core/access/sheets'
import { maySeeOpening } from '@velferdslab/core/access/openings'
import { mayCorrectNote, mayVoidNote } from '@velferdslab/core/access/beside'
import { maySeeAct, maySeeReport, maySeeTold } from '@velferdslab/core/access/acts'
import { mayHandOver, maySeeShare } from '@velferdslab/core/access/shares'
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
import { municipalityOf, type Kind, type Outsider, type World } from './world.ts'
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
  StoredShare,
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
  'see share',
  'hand over',
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
    | { readonly is: 'see share' | 'hand over'; readonly share: StoredShare }
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
    case 'see share':
      return maySeeShare(facts, person, question.share, now)
    case 'hand over':
      return mayHandOver(facts, person, question.share, now)
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
    case 'see share':
    case 'hand over':
      return question.share.family
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
