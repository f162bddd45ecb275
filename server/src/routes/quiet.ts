import type { EventKind } from '@velferdslab/core/events'
import type { CommandId, FamilyId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { comesByGlass } from '@velferdslab/db/break-glass'
import { findAnswer, lockCommand, saveAnswer } from '@velferdslab/db/command'
import type { Tx } from '@velferdslab/db/connect'
import { findMe } from '@velferdslab/db/people'
import type { Lab } from '../lab.ts'
import type { Refused } from './route.ts'

interface Quietly<Answer> {
  readonly answer: Answer
  /** Called after the commit. */
  readonly tell?: () => void
}

/**
 * A command that must leave nothing behind in the family's chain: it waits for its own id and not for the family's lock, and writes no event there.
 * What it remembers lies in a chain of its own, linked by the function of the database that does the work.
 */
export async function runQuietly<Answer>(
  lab: Lab,
  session: Session,
  family: FamilyId | null,
  command: { readonly id: CommandId; readonly name: EventKind },
  work: (tx: Tx, me: Me) => Promise<Quietly<Answer> | Refused>,
): Promise<Answer | Refused> {
  let tell: (() => void) | undefined
  const answer = await asPerson(lab.people, session, family, async (tx): Promise<Answer | Refused> => {
    tell = undefined
    const [me] = await Promise.all([findMe(tx), lockCommand(tx, command.id)])
    if (!me) return { refused: 'not-signed-in' }
    const before = await findAnswer(tx, command.id)
    if (before !== undefined) return before as Answer
    if (family && (await comesByGlass(tx, family))) return { refused: 'glass-reads-only' }
    const done = await work(tx, me)
    if ('refused' in done) return done
    await saveAnswer(tx, { ...command, answer: done.answer })
    tell = done.tell
    return done.answer
  })
  tell?.()
  return answer
}
