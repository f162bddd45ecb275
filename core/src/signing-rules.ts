import { areaCodes } from './areas.ts'
import { signsFromAge } from './agreement.ts'
import type { CalendarDay } from './dates.ts'
import type { AboutId, PartyId, PersonId } from './ids.ts'
import type { Decided } from './refusal.ts'
import type { Plan } from './plan.ts'
import type { Difference, LineWords, PlanVersion } from './signing.ts'

/** A note that speaks for somebody in the plan, shared at the table. */
export interface Voice {
  readonly id: string
  readonly of: 'good_at' | 'dream_of' | 'difficult'
  readonly area: Plan['goals'][number]['area']
  readonly about: Plan['goals'][number]['about']
  readonly text: string
  readonly by: string
}

/** A line before it is sealed: its words, the cell they came from, and for a measure which party does it. */
export interface DrawnLine {
  readonly words: LineWords
  readonly aboutId: AboutId
  readonly doerParty: PartyId | null
}

export interface Signer {
  readonly personId: PersonId
  readonly partyId: PartyId | null
  readonly as: 'member' | 'leader' | 'party'
}

/** The plan as it stands, in words and names in full: what the one who puts it up may see. What was stopped is no part of it. */
export function drawLines(plan: Plan, voices: readonly Voice[], dayOf: (instant: string) => CalendarDay): DrawnLine[] {
  const names = new Map<string, string>([...plan.people, ...plan.members].map((person) => [person.id, person.name]))
  const called = new Map<string, string>(plan.members.map((member) => [member.id, member.calledName]))
  const parties = new Map<string, string>(plan.parties.map((party) => [party.id, party.name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const aboutOf = (about: { whole?: boolean; persons: readonly string[] }) => ({
    whole: about.whole ?? false,
    names: about.persons.flatMap((person) => called.get(person) ?? []),
  })
  const line = (words: LineWords, aboutId: AboutId, doerParty: PartyId | null = null) => ({ words, aboutId, doerParty })
  const doerOf = ({ doer, words }: Plan['measures'][number]) =>
    doer.is === 'party'
      ? (parties.get(doer.partyId) ?? '')
      : doer.is === 'member'
        ? nameOf(doer.personId)
        : (words.who ?? '')
  const standing = plan.measures.filter((measure) => measure.stoppedOn === null || measure.stoppedOn > plan.today)
  return [
    ...voices.map((voice) => line({ kind: 'voice', ...voice, about: aboutOf(voice.about) }, voice.about.id)),
    ...plan.goals.map(({ id, area, about, term, words, thread }) =>
      line(
        {
          kind: 'goal',
          id,
          area,
          about: aboutOf(about),
          term,
          text: words.text,
          saidBy: thread ? nameOf(thread.saidBy) : null,
        },
        about.id,
      ),
    ),
    ...standing.map((measure) =>
      line(
        {
          kind: 'measure',
          id: measure.id,
          area: measure.area,
          about: aboutOf(measure.about),
          goalId: measure.goalId,
          text: measure.words.text,
          doer: doerOf(measure),
          due: measure.due,
          monthly: measure.monthly,
          costs: measure.costs.map(({ partyId, ore }) => ({ payer: parties.get(partyId) ?? '', ore })),
          estimatedOre: measure.estimatedOre,
        },
        measure.about.id,
        measure.doer.is === 'party' ? measure.doer.partyId : null,
      ),
    ),
    ...plan.decisions.map((card) => {
      const place = { id: card.id, area: card.area, about: aboutOf(card.about) }
      const payer = parties.get(card.partyId) ?? ''
      const words: LineWords = card.decided
        ? {
            kind: 'decision',
            ...place,
            measureId: card.measureId,
            what: card.words.what,
            ground: card.words.ground ?? null,
            type: card.kind,
            ore: card.amountOre,
            payer,
            by: nameOf(card.decided.by),
            on: dayOf(card.decided.at),
          }
        : { kind: 'waiting', ...place, text: card.words.what, who: payer, ore: card.amountOre, why: card.state }
      return line(words, card.about.id)
    }),
  ]
}

/** Amber: a measure nobody of its party may read binds nobody, and stands as waiting. */
export function setAside(line: DrawnLine): DrawnLine {
  if (line.words.kind !== 'measure') return line
  const { id, area, about, text, doer } = line.words
  return { ...line, words: { kind: 'waiting', id, area, about, text, who: doer, ore: null, why: 'doer_cannot_read' } }
}

export const isBinding = (line: { readonly words: LineWords }): boolean => line.words.kind !== 'waiting'

/** A plan to sign has somebody's goal or something that somebody does: notes and waiting decisions alone bind nobody. */
export const isWorthSigning = (lines: readonly { readonly words: LineWords }[]): boolean =>
  lines.some(({ words }) => words.kind === 'goal' || words.kind === 'measure' || words.kind === 'decision')

/**
 * Who signs: each member from sixteen who takes part, for themself; the leader; and for each other party that does something in the plan one
 * who sits at the table for it and may read all that the party does. Where there is nobody, what the party would do awaits.
 *
 * @param mayRead which of the people of the table may read a line
 */
export function findSigners(
  lines: readonly DrawnLine[],
  table: {
    readonly members: readonly { personId: PersonId; age: number | null; takesPart: boolean }[]
    readonly seats: readonly { personId: PersonId; partyId: PartyId; isLeader: boolean }[]
  },
  mayRead: (line: DrawnLine, person: PersonId) => boolean,
): { signers: Signer[]; lines: DrawnLine[] } {
  const members = table.members
    .filter((member) => member.takesPart && (member.age ?? 0) >= signsFromAge)
    .map(({ personId }): Signer => ({ personId, partyId: null, as: 'member' }))
  const leader = table.seats.find((seat) => seat.isLeader)
  const signers: Signer[] = [
    ...members,
    ...(leader ? [{ personId: leader.personId, partyId: leader.partyId, as: 'leader' as const }] : []),
  ]
  const kept = lines.map((line) => {
    const { doerParty } = line
    if (doerParty === null) return line
    const readers = table.seats.filter((seat) => seat.partyId === doerParty && mayRead(line, seat.personId))
    const known = readers.find((seat) => signers.some((signer) => signer.personId === seat.personId))
    if (known) return line
    const reader = readers[0]
    if (!reader || signers.some((signer) => signer.partyId === doerParty)) return setAside(line)
    signers.push({ personId: reader.personId, partyId: doerParty, as: 'party' })
    return line
  })
  return { signers, lines: kept }
}

/** The plan may be put up by the leader, and by a grown member who takes part. */
export function putUpPlan(
  who: { readonly isLeader: boolean; readonly isGrownMember: boolean },
  lines: readonly { readonly words: LineWords }[],
): Decided<true> {
  if (!who.isLeader && !who.isGrownMember) return { refused: 'signing-only-leader-or-grown' }
  return isWorthSigning(lines) ? { done: true } : { refused: 'signing-nothing-to-sign' }
}

/** May this person sign now, under what they have read? In force when nobody else is missing. */
export function signPlan(
  version: Pick<PlanVersion, 'contentSha256' | 'mine' | 'inForceAt'> & {
    readonly isVoid: boolean
    readonly missing: readonly string[]
  },
  input: { readonly contentSha256: string; readonly paperSha256: string },
  me: PersonId,
): Decided<{ readonly inForce: boolean }> {
  if (version.mine.hasSigned) return { refused: 'signing-already-signed' }
  if (version.isVoid || version.inForceAt !== null) return { refused: 'signing-no-longer-open' }
  if (!version.mine.isSigner) return { refused: 'signing-not-a-signer' }
  if (version.mine.paperSha256 === null) return { refused: 'signing-sight-changed' }
  if (version.contentSha256 !== input.contentSha256 || version.mine.paperSha256 !== input.paperSha256)
    return { refused: 'signing-other-content' }
  return { done: { inForce: version.missing.every((person) => person === me) } }
}

/** How one set of lines differs from another, told by what binds and what waits. What people say of themselves is no agreement. */
export function findDifferences(before: readonly LineWords[], after: readonly LineWords[]): Difference[] {
  const told = (lines: readonly LineWords[]) =>
    new Map(lines.filter((line) => line.kind !== 'voice').map((line) => [line.id, line]))
  const [old, now] = [told(before), told(after)]
  return [
    ...[...now].flatMap(([id, line]): Difference[] => {
      const was = old.get(id)
      if (!was) return [{ what: 'added', line }]
      return canonical(was) === canonical(line) ? [] : [{ what: 'changed', line }]
    }),
    ...[...old].flatMap(([id, line]): Difference[] => (now.has(id) ? [] : [{ what: 'gone', line }])),
  ]
}

/** One way to write a value as text: keys in order, nothing between. What the hash of a line is over. */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value))
}

/** The same value with its keys in order. */
export function inOrder<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(inOrder) as Value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inside]) => [key, inOrder(inside as unknown)])) as Value
}

const kinds: readonly LineWords['kind'][] = ['voice', 'goal', 'measure', 'decision', 'waiting']

/** Lines in the order of a plan: by kind, short goals before long ones, then by area, day and words. */
export function byPlanOrder(a: LineWords, b: LineWords): number {
  const rank = (line: LineWords) => [
    kinds.indexOf(line.kind),
    line.kind === 'goal' && line.term === 'long' ? 1 : 0,
    areaCodes.indexOf(line.area),
  ]
  const [first, second] = [rank(a), rank(b)]
  for (const [at, value] of first.entries()) if (value !== second[at]) return value - (second[at] ?? 0)
  const dueOf = (line: LineWords) => ('due' in line ? line.due : '')
  const wordsOf = (line: LineWords) => ('text' in line ? line.text : line.what)
  return dueOf(a).localeCompare(dueOf(b)) || wordsOf(a).localeCompare(wordsOf(b), 'nb') || a.id.localeCompare(b.id)
}
