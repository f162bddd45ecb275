import type { ChangeKind } from '@velferdslab/core/change'
import type { administration } from '../../texts/nb/administration.ts'

export type FieldName = keyof (typeof administration)['fields']

/** How one field of a register is written. `many` is ticked; `one` chosen from a list; `kroner` is kept in øre. */
export interface FieldSpec {
  readonly name: FieldName
  readonly type: 'text' | 'long' | 'day' | 'tick' | 'number' | 'kroner' | 'one' | 'many'
  readonly optional?: true
  readonly options?: keyof OptionLists
}

/** What can be chosen, from the municipality's own registers and from closed lists. */
interface OptionLists {
  organisations: unknown
  services: unknown
  staff: unknown
  roles: unknown
  sectors: unknown
  serviceTypes: unknown
  decisionKinds: unknown
  needs: unknown
  lawEffects: unknown
  lawSectors: unknown
  wordLanguages: unknown
  wordSays: unknown
  periodUnits: unknown
}

/** The fields of each kind of change, in the order they are asked for and shown. */
export const fieldsOf: Record<ChangeKind, readonly FieldSpec[]> = {
  organisation: [
    { name: 'name', type: 'text' },
    { name: 'organisationNumber', type: 'text' },
    { name: 'sector', type: 'one', options: 'sectors' },
  ],
  service: [
    { name: 'organisationId', type: 'one', options: 'organisations' },
    { name: 'name', type: 'text' },
    { name: 'inSentence', type: 'text' },
    { name: 'inSentenceNn', type: 'text', optional: true },
    { name: 'inSentenceEn', type: 'text', optional: true },
    { name: 'serviceType', type: 'one', options: 'serviceTypes' },
    { name: 'declarationRequired', type: 'tick' },
    { name: 'opensOn', type: 'day' },
    { name: 'closesOn', type: 'day', optional: true },
  ],
  person: [{ name: 'name', type: 'text' }],
  role: [
    { name: 'personId', type: 'one', options: 'staff' },
    { name: 'role', type: 'one', options: 'roles' },
    { name: 'partyId', type: 'one', options: 'services', optional: true },
    { name: 'from', type: 'day' },
    { name: 'to', type: 'day', optional: true },
  ],
  mandate: [
    { name: 'partyId', type: 'one', options: 'services' },
    { name: 'personId', type: 'one', options: 'staff', optional: true },
    { name: 'role', type: 'one', options: 'roles', optional: true },
    { name: 'kinds', type: 'many', options: 'decisionKinds' },
    { name: 'amountOre', type: 'kroner' },
    { name: 'totalOre', type: 'kroner', optional: true },
    { name: 'source', type: 'text' },
    { name: 'from', type: 'day' },
    { name: 'to', type: 'day' },
  ],
  question: [
    { name: 'textNb', type: 'long' },
    { name: 'textEn', type: 'long' },
    { name: 'needsYes', type: 'tick' },
    { name: 'position', type: 'number' },
    { name: 'closed', type: 'tick' },
    { name: 'from', type: 'day' },
  ],
  area: [
    { name: 'wordNb', type: 'text', optional: true },
    { name: 'wordEn', type: 'text', optional: true },
    { name: 'closesOn', type: 'day', optional: true },
  ],
  consent_age: [
    { name: 'age', type: 'number' },
    { name: 'from', type: 'day' },
  ],
  child_rule: [
    { name: 'age', type: 'number' },
    { name: 'from', type: 'day' },
  ],
  word: [
    { name: 'nb', type: 'text', optional: true },
    { name: 'nbDefinite', type: 'text', optional: true },
    { name: 'en', type: 'text', optional: true },
    { name: 'from', type: 'day' },
  ],
  setting: [
    { name: 'value', type: 'tick' },
    { name: 'from', type: 'day' },
  ],
  approval: [
    { name: 'needs', type: 'one', options: 'needs' },
    { name: 'aboveOre', type: 'kroner', optional: true },
    { name: 'roles', type: 'many', options: 'roles', optional: true },
    { name: 'from', type: 'day' },
  ],
  statute_rule: [
    { name: 'titleNb', type: 'text' },
    { name: 'titleNn', type: 'text' },
    { name: 'titleEn', type: 'text' },
    { name: 'statute', type: 'text' },
    { name: 'paragraph', type: 'text' },
    { name: 'link', type: 'text' },
    { name: 'effect', type: 'one', options: 'lawEffects' },
    { name: 'lawSectors', type: 'many', options: 'lawSectors', optional: true },
    { name: 'longestDays', type: 'number', optional: true },
    { name: 'mayDelay', type: 'tick' },
    { name: 'reviewedBy', type: 'text', optional: true },
    { name: 'reviewedOn', type: 'day', optional: true },
    { name: 'from', type: 'day' },
    { name: 'to', type: 'day', optional: true },
  ],
  privacy_word: [
    { name: 'says', type: 'one', options: 'wordSays' },
    { name: 'language', type: 'one', options: 'wordLanguages' },
    { name: 'listed', type: 'tick' },
    { name: 'origin', type: 'text' },
    { name: 'from', type: 'day' },
  ],
  review_rule: [
    { name: 'counts', type: 'tick' },
    { name: 'fromHour', type: 'number' },
    { name: 'toHour', type: 'number' },
    { name: 'above', type: 'number' },
    { name: 'origin', type: 'text' },
    { name: 'from', type: 'day' },
  ],
  retention_rule: [
    { name: 'amount', type: 'number', optional: true },
    { name: 'unit', type: 'one', options: 'periodUnits', optional: true },
    { name: 'statute', type: 'text' },
    { name: 'paragraph', type: 'text' },
    { name: 'link', type: 'text' },
    { name: 'reviewedBy', type: 'text', optional: true },
    { name: 'reviewedOn', type: 'day', optional: true },
    { name: 'from', type: 'day' },
  ],
}

/** Where only the end can be moved once it stands. */
export const onlyEndMoves: readonly ChangeKind[] = ['role', 'mandate']

/** Which numbers a rule of who has read looks at. */
const hours: readonly FieldName[] = ['fromHour', 'toHour']

/** Which fields a kind of approval has: an amount for mandates, roles for roles. And a rule of who has read: its own numbers. */
export function fieldsFor(kind: ChangeKind, subject: string): readonly FieldSpec[] {
  if (kind === 'review_rule')
    return fieldsOf.review_rule.filter(
      ({ name }) =>
        (!hours.includes(name) || subject === 'night') &&
        (name !== 'above' || subject === 'volume' || subject === 'no_assignment'),
    )
  if (kind !== 'approval') return fieldsOf[kind]
  return fieldsOf.approval.filter(
    ({ name }) => (name !== 'aboveOre' || subject === 'mandate') && (name !== 'roles' || subject === 'role'),
  )
}
