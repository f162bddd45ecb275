import { addDays, startOfDayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PhaseMoveId } from '@velferdslab/core/ids'
import { answerPhase, askPhase } from '@velferdslab/core/phase-rules'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { asPerson, type Session } from '../src/as-person.ts'
import { appendEvents } from '../src/command.ts'
import type { Pool, Tx } from '../src/connect.ts'
import { findFamilyKey } from '../src/family-key.ts'
import type { KeyRing } from '../src/key-ring.ts'
import { insertPhaseAnswer, insertPhaseMove, loadPhaseFacts } from '../src/phase.ts'
import type { SeedMove } from './seed-family.ts'

/** How a family went on from phase to phase, each as themselves: asked by the leader, and moved by the family's yes. */
export async function tellPhase(
  pool: Pool,
  ring: KeyRing,
  family: FamilyId,
  sessions: Record<string, Session>,
  moves: readonly SeedMove[],
): Promise<void> {
  const as = (persona: string, work: (tx: Tx) => Promise<void>) =>
    asPerson(pool, sessions[persona] as Session, family, work)
  for (const move of moves) {
    const id = randomUUID() as PhaseMoveId
    await as(move.by, async (tx) => {
      const [facts, key] = [await loadPhaseFacts(tx, family), await findFamilyKey(tx, ring, family)]
      if (!facts || !key) throw new Error(`${move.by} cannot ask here`)
      const decided = askPhase(facts, { to: move.to, phaseMoveId: id })
      if ('refused' in decided) throw new Error(`${move.by}: ${decided.refused} ${move.to}`)
      await insertPhaseMove(tx, key, { id, from: facts.phase, to: move.to, why: move.why })
      await appendEvents(tx, family, decided.done.events, null, 'seed')
    })
    for (const persona of move.yes)
      await as(persona, async (tx) => {
        const facts = await loadPhaseFacts(tx, family)
        const decided = facts ? answerPhase(facts, id, { answer: 'yes' }) : { refused: 'not-found' as const }
        if ('refused' in decided) throw new Error(`${persona}: ${decided.refused} ${move.to}`)
        await insertPhaseAnswer(tx, family, id, 'yes')
        await appendEvents(tx, family, decided.done.events, null, 'seed')
      })
  }
}

/**
 * What was asked and answered today was so some time ago: the owner, who lays the demo before the server listens, puts the days back. The chain of
 * events keeps the day it was written.
 */
export async function putMovesBack(
  tx: Tx,
  family: FamilyId,
  moves: readonly SeedMove[],
  today: CalendarDay,
): Promise<void> {
  // Each phase is asked for once in the seed.
  for (const { to, day } of moves) {
    const at = new Date(startOfDayInOslo(addDays(today, day)).getTime() + 10 * 3_600_000)
    await sql`update lab.phase_answer a set answered_at = ${at} from lab.phase_move m
      where m.id = a.move_id and m.family_id = ${family} and m.to_phase = ${to}`.execute(tx)
    await sql`update lab.phase_move set asked_at = ${at}, settled_at = ${at} where family_id = ${family} and to_phase = ${to}`.execute(
      tx,
    )
  }
}
