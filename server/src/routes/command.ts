import type { DecidedEvent, EventKind } from '@velferdslab/core/events'
import type { CommandId, FamilyId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { comesByGlass } from '@velferdslab/db/break-glass'
import { appendEvents, findAnswer, lockFamily, saveAnswer } from '@velferdslab/db/command'
import type { Tx } from '@velferdslab/db/connect'
import type { Lab } from '../lab.ts'
import type { Refused } from './route.ts'

/** What a command decided to do: what it answers, what happened, and who hears of it once it is durable. */
export interface Doing<Answer> {
  readonly answer: Answer
  readonly events: readonly DecidedEvent[]
  /** The writes; sent together with the events and the answer, in one round trip. */
  readonly save: (tx: Tx) => Promise<unknown>[]
  /** Called after the commit with the number of the last event. */
  readonly tell: (seq: number) => void
}

/**
 * The life of a command: become the person, take the family's lock, see whether the same command was answered before, load the facts
 * (all in one round trip), decide, save state and events together, commit, tell. A stranger gets not-found.
 */
export async function runCommand<Facts, Answer>(
  lab: Lab,
  session: Session,
  family: FamilyId,
  command: { readonly id: CommandId; readonly name: EventKind },
  load: (tx: Tx) => Promise<Facts>,
  decide: (facts: Facts, tx: Tx) => Promise<Doing<Answer> | Refused> | Doing<Answer> | Refused,
  // Another way to take the family's lock, for who is asked into one decision and knows nothing else of the family.
  lock: (tx: Tx) => Promise<boolean> = (tx) => lockFamily(tx, family),
): Promise<Answer | Refused> {
  let tell: (() => void) | undefined
  const answer = await asPerson(lab.people, session, family, async (tx): Promise<Answer | Refused> => {
    tell = undefined
    const [known, before, facts] = await Promise.all([lock(tx), findAnswer(tx, command.id), load(tx)])
    if (!known) return { refused: (await comesByGlass(tx, family)) ? 'glass-reads-only' : 'not-found' }
    if (before !== undefined) return before as Answer
    const decided = await decide(facts, tx)
    if ('refused' in decided) return decided
    const saved = decided.save(tx)
    const linked = appendEvents(tx, family, decided.events, command.id, lab.origin)
    const kept = saveAnswer(tx, { id: command.id, name: command.name, answer: decided.answer })
    const [seq] = await Promise.all([linked, kept, ...saved])
    tell = () => {
      decided.tell(seq)
    }
    return decided.answer
  })
  tell?.()
  return answer
}
