import { addDays, addMonths, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PlacementId, WellbeingId } from '@velferdslab/core/ids'
import { newestOf } from '@velferdslab/core/journey'
import { place, viewOf } from '@velferdslab/core/journey-rules'
import type { Answer } from '@velferdslab/core/wellbeing'
import { answerWellbeing } from '@velferdslab/core/wellbeing-rules'
import { randomUUID } from 'node:crypto'
import { asPerson, type Session } from '../src/as-person.ts'
import { appendEvents } from '../src/command.ts'
import type { Pool, Tx } from '../src/connect.ts'
import { findFamilyKey } from '../src/family-key.ts'
import { findJourney, insertPlacement, loadJourneyFacts, sealReason } from '../src/journey.ts'
import type { KeyRing } from '../src/key-ring.ts'
import { insertAnswer, loadWellbeingFacts, sealOwnWords } from '../src/wellbeing.ts'
import type { SeedAnswer, SeedJourney, SeedPlacement, SeedScore } from './seed-journey.ts'

function answerOf(told: SeedScore): Answer {
  return typeof told === 'number' ? { kind: 'score', score: told } : { kind: told }
}

/** How a family is doing and where it is on its journey, each as themselves: through the same rules and row security as in life. */
export async function tellJourney(
  pool: Pool,
  ring: KeyRing,
  today: CalendarDay,
  familyId: FamilyId,
  sessions: Record<string, Session>,
  told: SeedJourney,
): Promise<void> {
  const as = (persona: string, work: (tx: Tx) => Promise<void>) =>
    asPerson(pool, sessions[persona] as Session, familyId, work)
  for (const each of told.answers) await as(each.by, (tx) => tellAnswer(tx, each))
  for (const each of told.placements) await as(each.by, (tx) => tellPlacement(tx, each))

  async function tellAnswer(tx: Tx, said: SeedAnswer): Promise<void> {
    const key = await findFamilyKey(tx, ring, familyId)
    const facts = await loadWellbeingFacts(tx, familyId)
    if (!key || !facts) throw new Error(`${said.by} cannot answer here`)
    const id = randomUUID() as WellbeingId
    const words = said.words === undefined ? null : sealOwnWords(key, id, said.words)
    const decided = answerWellbeing(
      { ...facts, phase: said.phase },
      {
        id,
        answer: answerOf(said.score),
        hasWords: words !== null,
        privacy: said.shared ? 'child' : 'own',
        onDay: addDays(today, said.day),
        proof: words?.proof ?? null,
      },
    )
    if ('refused' in decided) throw new Error(`${said.by}: ${decided.refused}`)
    await insertAnswer(tx, familyId, decided.done.row, words?.sealed ?? null)
    await appendEvents(tx, familyId, decided.done.events, null, 'seed')
  }

  async function tellPlacement(tx: Tx, said: SeedPlacement): Promise<void> {
    const key = await findFamilyKey(tx, ring, familyId)
    const mark = said.goalInMonths === undefined ? 'now' : 'goal'
    const facts = await loadJourneyFacts(tx, familyId, { subject: said.subject, mark })
    const seen = key && (await findJourney(tx, familyId, key))
    const view = facts && viewOf(facts)
    if (!key || !seen || !view) throw new Error(`${said.by} cannot place here`)
    const id = randomUUID() as PlacementId
    const words = said.words === undefined ? null : sealReason(key, id, said.words)
    const onDay = addDays(today, said.day)
    const input = {
      placementId: id,
      subject: said.subject,
      mark,
      situation: said.situation,
      vulnerability:
        said.strength !== undefined && said.ability !== undefined
          ? { strength: answerOf(said.strength), ability: answerOf(said.ability) }
          : null,
      words: said.words ?? null,
      byDay: said.goalInMonths === undefined ? null : addMonths(onDay, said.goalInMonths),
      // What they had before them: the page as it stands.
      base: newestOf(seen.placements, { subject: said.subject, view, mark })?.id ?? null,
    } as const
    const decided = place(facts, input, { onDay, proof: words?.proof ?? null })
    if ('refused' in decided) throw new Error(`${said.by}: ${decided.refused} ${said.subject}`)
    await insertPlacement(tx, familyId, { ...input, ...decided.done.row }, words?.sealed ?? null)
    await appendEvents(tx, familyId, decided.done.events, null, 'seed')
  }
}
