import { maySee } from '@velferdslab/core/access'
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
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { kinds, municipalityOf, type Kind, type Outsider, type World } from './world.ts'
import type { StoredConsent, StoredDraft, StoredNote, StoredPromise, StoredRow, StoredWhereabouts } from './world.ts'

export const verbs = [
  'see note',
  'see draft',
  'see promise',
  'see family',
  'see members',
  'see seats',
  'see consent',
  'see whereabouts',
  'write note',
  'change own note',
  "change another's note",
  'move note',
  'write draft',
  'take over draft',
  'delete draft',
  'promise',
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
}
export type Question = Asking &
  (
    | { readonly is: 'see'; readonly row: StoredRow }
    | { readonly is: 'see family'; readonly part: 'family' | 'member' | 'seat'; readonly family: FamilyId }
    | { readonly is: 'see consent'; readonly consent: StoredConsent }
    | { readonly is: 'see whereabouts'; readonly whereabouts: StoredWhereabouts }
    | { readonly is: 'insert'; readonly row: StoredRow }
    | { readonly is: 'update note'; readonly before: StoredNote; readonly row: StoredNote }
    | { readonly is: 'update draft'; readonly before: StoredDraft; readonly row: StoredDraft }
    | { readonly is: 'delete draft'; readonly row: StoredDraft }
  )

/** The answer of the rule in core, at the moment of the database's transaction. */
export function answerOfCore({ facts }: World, question: Question, now: Date): boolean {
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
      return question.row.family
    case 'see family':
      return question.family
    case 'see consent':
      return question.consent.family
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

/** What a kind of person can by the rule never do, whatever else is true: these must be no, always. */
export const neverMay: Record<Kind | Outsider, ReadonlySet<Verb>> = {
  member: new Set<Verb>(['promise']),
  parent: new Set<Verb>(['promise']),
  guardian: new Set<Verb>(['promise']),
  service: new Set(),
  leader: new Set(),
  private: new Set(),
  // A guest changes only their own, and knows of no consent.
  table: new Set<Verb>(["change another's note", 'see consent', 'see whereabouts', 'promise']),
  // The large screen shows what is open, and writes nothing.
  screen: new Set<Verb>([
    'see consent',
    'see whereabouts',
    'write note',
    'change own note',
    "change another's note",
    'move note',
    'write draft',
    'take over draft',
    'promise',
  ]),
  // Who has left keeps sight of what their party promised, and of nothing else.
  work: without('see promise'),
  // An act reads; the one thing it leaves is to drop a draft of one's own.
  act: new Set<Verb>([
    'see consent',
    'write note',
    'change own note',
    "change another's note",
    'move note',
    'write draft',
    'take over draft',
    'promise',
  ]),
  several: new Set(),
  'core team': without('see family', 'see seats', 'see whereabouts'),
  manager: all,
  stranger: all,
  'other municipality': all,
  'no session': all,
}

/** The squares of the table in which both answers must come up. */
export function openSquares(): { verb: Verb; kind: Kind }[] {
  return kinds.flatMap((kind) => verbs.filter((verb) => !neverMay[kind].has(verb)).map((verb) => ({ verb, kind })))
}
