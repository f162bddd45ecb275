import type { CalendarDay } from './dates.ts'
import type { AnswerHow, DecisionKind, DecisionState, Lacks } from './decision.ts'
import type { AnswerId, MandateId, PersonId } from './ids.ts'
import { kroner } from './money.ts'
import type { Decided } from './refusal.ts'

/** One person a decision is about, and who must say yes for them, as the rows about age, responsibility and guardianship say today. */
export interface PersonConcerned {
  readonly personId: PersonId
  /** Decides alone by age: their own yes, or a guardian's within the mandate. Else every holder must say yes, and the child is heard. */
  readonly alone: boolean
  /** Nobody: then nobody can decide it, and it is never effective. */
  readonly deciders: readonly PersonId[]
}

/** The last answer of one giver for one person, to the newest version. */
export interface LastAnswer {
  readonly id: AnswerId
  readonly personId: PersonId
  readonly giverId: PersonId
  readonly answer: 'yes' | 'no' | 'think'
  readonly until: CalendarDay | null
  readonly how: AnswerHow
  readonly recordedBy: PersonId
  /** A yes somebody else wrote down counts when a third has confirmed it. */
  readonly counts: boolean
}

/** A mandate of the payer's that somebody holds today. */
export interface HeldMandate {
  readonly id: MandateId
  readonly personId: PersonId
  /** It is for this kind of decision, and the holder has no part in the family (REQ-21). */
  readonly fits: boolean
  /** What is left under it for this decision, before it is decided. */
  readonly leftOre: number
  /** The holder has a seat at the family's table. */
  readonly atTable: boolean
}

export interface DecisionFacts {
  readonly version: number
  readonly kind: DecisionKind
  readonly amountOre: number
  readonly changedOn: CalendarDay
  readonly decided: boolean
  readonly concerned: readonly PersonConcerned[]
  readonly answers: readonly LastAnswer[]
  /** Children whose view is recorded for this version. */
  readonly heard: readonly PersonId[]
  readonly mandates: readonly HeldMandate[]
  /** What is left within each frame of the payer for this family that covers today. */
  readonly framesLeft: readonly number[]
  readonly asked: { readonly personId: PersonId; readonly by: CalendarDay; readonly answer: 'yes' | 'no' | null } | null
  /** Called names, for the sentence of a refusal. */
  readonly names: Readonly<Partial<Record<PersonId, string>>>
}

/** What the newest version lacks, for each person it is about. Empty: every yes is there. Silence is never one. */
export function lackingIn(facts: DecisionFacts): Lacks[] {
  return facts.concerned.flatMap((person): Lacks[] => {
    const base = { personId: person.personId, allHolders: !person.alone && person.deciders.length > 1, until: null }
    const last = person.deciders.map((decider) =>
      facts.answers.find((said) => said.personId === person.personId && said.giverId === decider),
    )
    const isYes = (said: LastAnswer | undefined) => said?.answer === 'yes' && said.counts
    const thinking = last.find((said) => said?.answer === 'think')
    const unheard: Lacks[] =
      person.alone || facts.heard.includes(person.personId) ? [] : [{ ...base, what: 'child_view' }]
    if (person.deciders.length === 0) return [{ ...base, what: 'nobody' }, ...unheard]
    if (last.some((said) => said?.answer === 'no')) return [{ ...base, what: 'no' }, ...unheard]
    if (thinking) return [{ ...base, what: 'think', until: thinking.until }, ...unheard]
    if (person.alone ? last.some(isYes) : last.every(isYes)) return unheard
    const unconfirmed = last.some((said) => said?.answer === 'yes' && !said.counts)
    return [{ ...base, what: unconfirmed ? 'witness' : 'yes' }, ...unheard]
  })
}

/** Where a decision stands, for the card. What its reader may not see of others' answers reads as not yet there. */
export function stateOf(facts: DecisionFacts): DecisionState {
  if (facts.decided) return 'decided'
  const lacking = lackingIn(facts).map((lack) => lack.what)
  if (lacking.includes('no')) return 'refused'
  if (lacking.includes('think')) return 'thinking'
  if (lacking.length > 0) return 'waiting'
  if (overFrame(facts) > 0) return 'over_frame'
  if (facts.mandates.some((mandate) => mandate.atTable && covers(mandate, facts))) return 'ready'
  return facts.asked?.answer === 'no' ? 'declined' : 'needs_mandate'
}

export function covers(mandate: HeldMandate, facts: Pick<DecisionFacts, 'amountOre'>): boolean {
  return mandate.fits && mandate.leftOre >= facts.amountOre
}

function overFrame(facts: DecisionFacts): number {
  return Math.max(0, ...facts.framesLeft.map((left) => facts.amountOre - left))
}

/**
 * May this person make the decision effective now? Every yes to this very version, the view of each child, a mandate of their own that
 * covers kind and amount, and the frame. What is missing is named, the family's part first.
 */
export function canDecide(
  facts: DecisionFacts,
  me: PersonId,
  version: number,
): Decided<{ readonly mandateId: MandateId }> {
  if (facts.decided) return { refused: 'decision-already-decided' }
  if (version !== facts.version) return { refused: 'decision-version-changed', values: { day: facts.changedOn } }
  const lack = lackingIn(facts)[0]
  if (lack) return refusedFor(lack, facts)
  const mine = facts.mandates.filter((mandate) => mandate.personId === me && mandate.fits)
  if (mine.length === 0) return { refused: 'decision-no-mandate' }
  const covering = mine.find((mandate) => covers(mandate, facts))
  if (!covering) return aboveMandate(facts, me, Math.max(...mine.map((mandate) => mandate.leftOre)))
  if (overFrame(facts) > 0) return { refused: 'decision-over-frame', values: { amount: kroner(overFrame(facts)) } }
  return { done: { mandateId: covering.id } }
}

const reasons = {
  no: 'decision-said-no',
  think: 'decision-thinking',
  witness: 'decision-needs-witness',
  child_view: 'decision-child-view-missing',
  nobody: 'decision-nobody-decides',
} as const

function refusedFor(lack: Lacks, facts: DecisionFacts): Decided<never> {
  const name = facts.names[lack.personId] ?? ''
  const refused =
    lack.what === 'yes' ? (lack.allHolders ? 'decision-needs-all-holders' : 'decision-waiting') : reasons[lack.what]
  return { refused, values: { name, ...(lack.until ? { day: lack.until } : {}) } }
}

/** By how much, above whose mandate, and who can: with the day they were asked to answer by, if they were. */
function aboveMandate(facts: DecisionFacts, me: PersonId, leftOre: number): Decided<never> {
  const values = { amount: kroner(facts.amountOre - Math.max(0, leftOre)), name: facts.names[me] ?? '' }
  if (facts.asked && facts.asked.answer === null)
    return {
      refused: 'decision-awaits-mandate',
      values: { ...values, right: facts.names[facts.asked.personId] ?? '', day: facts.asked.by },
    }
  const right = rightPerson(facts, me)
  return { refused: 'decision-above-mandate', values: { ...values, right: right ? (facts.names[right] ?? '') : '' } }
}

/** Who holds a mandate that reaches: the smallest that does. */
export function rightPerson(facts: DecisionFacts, me: PersonId): PersonId | undefined {
  return [...facts.mandates]
    .filter((mandate) => mandate.personId !== me && covers(mandate, facts))
    .sort((a, b) => a.leftOre - b.leftOre)[0]?.personId
}

export interface NewAnswer {
  readonly personId: PersonId
  readonly giverId: PersonId
}

/**
 * Yes, no, or time to think, on one's own screen or written down by the leader. It is always to the newest version, and for persons the
 * giver decides for. It can be changed until the decision is effective.
 */
export function answerDecision(
  facts: DecisionFacts,
  input: {
    readonly version: number
    readonly answer: 'yes' | 'no' | 'think'
    readonly until: CalendarDay | null
    readonly persons?: readonly PersonId[] | undefined
    readonly how: AnswerHow
    readonly giverId: PersonId
  },
  at: { readonly me: PersonId; readonly isLeader: boolean; readonly today: CalendarDay },
): Decided<readonly NewAnswer[]> {
  if (facts.decided) return { refused: 'decision-already-decided' }
  if (input.version !== facts.version) return { refused: 'decision-version-changed', values: { day: facts.changedOn } }
  if ((input.how === 'own_screen') !== (input.giverId === at.me)) return { refused: 'decision-not-yours-to-answer' }
  if (input.how !== 'own_screen' && !at.isLeader) return { refused: 'decision-only-leader-records' }
  if (input.until !== null && input.until <= at.today) return { refused: 'decision-day-passed' }
  const decidesFor = answerableBy(facts, input.giverId)
  const persons = input.persons ?? decidesFor
  if (persons.length === 0 || persons.some((person) => !decidesFor.includes(person)))
    return { refused: 'decision-not-yours-to-answer' }
  return { done: [...new Set(persons)].map((personId) => ({ personId, giverId: input.giverId })) }
}

/** Persons of a decision somebody says yes or no for. */
export function answerableBy(facts: Pick<DecisionFacts, 'concerned'>, giver: PersonId): PersonId[] {
  return facts.concerned.filter((person) => person.deciders.includes(giver)).map((person) => person.personId)
}

/** Answers the signed-in person can confirm: written down by another than themself, said by another than themself, not confirmed yet. */
export function confirmAnswers(
  facts: DecisionFacts,
  ids: readonly AnswerId[],
  me: PersonId,
): Decided<readonly AnswerId[]> {
  if (facts.decided) return { refused: 'decision-already-decided' }
  const open = facts.answers.filter(
    (said) => said.answer === 'yes' && !said.counts && said.recordedBy !== me && said.giverId !== me,
  )
  if (ids.some((id) => !open.some((said) => said.id === id))) return { refused: 'decision-nothing-to-confirm' }
  return { done: ids }
}

/** A child's view is recorded for those others decide for: once for each version, and again when there is more to say. */
export function hearChild(facts: DecisionFacts, version: number, child: PersonId): Decided<true> {
  if (facts.decided) return { refused: 'decision-already-decided' }
  if (version !== facts.version) return { refused: 'decision-version-changed', values: { day: facts.changedOn } }
  const person = facts.concerned.find((concerned) => concerned.personId === child)
  if (!person || person.alone) return { refused: 'decision-no-child-to-hear' }
  return { done: true }
}

/** Put before who has the mandate: one who holds a fitting one that reaches, with a day that has not come yet. */
export function askForMandate(
  facts: DecisionFacts,
  input: { readonly version: number; readonly personId: PersonId; readonly by: CalendarDay },
  today: CalendarDay,
): Decided<true> {
  if (facts.decided) return { refused: 'decision-already-decided' }
  if (input.version !== facts.version) return { refused: 'decision-version-changed', values: { day: facts.changedOn } }
  if (input.by < today) return { refused: 'decision-day-passed' }
  if (facts.asked?.personId === input.personId) return { refused: 'decision-not-to-be-asked' }
  const reaches = facts.mandates.some((mandate) => mandate.personId === input.personId && covers(mandate, facts))
  return reaches ? { done: true } : { refused: 'decision-not-to-be-asked' }
}

/** What a version may say: an enkeltvedtak names its ground in law (REQ-19). */
export function checkContent(content: {
  readonly kind: DecisionKind
  readonly words: { readonly ground?: string | undefined }
}): Decided<true> {
  return content.kind === 'enkeltvedtak' && !content.words.ground
    ? { refused: 'decision-ground-missing' }
    : { done: true }
}

/** Other content is the next version, until the decision is effective. */
export function changeDecision(facts: DecisionFacts, baseVersion: number): Decided<{ readonly version: number }> {
  if (facts.decided) return { refused: 'decision-already-decided' }
  if (baseVersion !== facts.version) return { refused: 'decision-version-changed', values: { day: facts.changedOn } }
  return { done: { version: facts.version + 1 } }
}
