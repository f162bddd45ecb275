import { addDays, startOfDayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import { nameKeeper, recordProtection, tellWhereabouts } from '@velferdslab/core/household-rules'
import type { CommandId, FamilyId, MeetingId, PersonId, ProtectionId } from '@velferdslab/core/ids'
import type { Decided } from '@velferdslab/core/refusal'
import type { DecidedEvent } from '@velferdslab/core/events'
import { randomUUID } from 'node:crypto'
import { asPerson, type Session } from '../src/as-person.ts'
import { appendEvents } from '../src/command.ts'
import type { Pool, Tx } from '../src/connect.ts'
import { findFamilyKey, type FamilyKey } from '../src/family-key.ts'
import { findHousehold, saveKeeper, saveProtection } from '../src/household.ts'
import type { KeyRing } from '../src/key-ring.ts'
import { insertMeeting, plannedEvent } from '../src/meeting.ts'
import { saveWhereabouts } from '../src/whereabouts.ts'
import type { SeedFamily } from './seed-family.ts'
import type { Fjordvik } from './fjordvik.ts'

/** Whose address is protected, where they are, who may know it, and where the family meets next: each as themselves, through the same rules as in life. */
export async function tellWhere(
  pool: Pool,
  ring: KeyRing,
  today: CalendarDay,
  town: Fjordvik,
  sessions: Record<string, Session>,
  told: SeedFamily,
): Promise<void> {
  const family = town.families[told.key] as FamilyId
  const idOf = (persona: string) => town.persons[persona] as PersonId
  const commandId = randomUUID() as CommandId
  const as = (persona: string, work: (tx: Tx, key: FamilyKey) => Promise<readonly DecidedEvent[]>) =>
    asPerson(pool, sessions[persona] as Session, family, async (tx) => {
      const key = await findFamilyKey(tx, ring, family)
      if (!key) throw new Error(`${persona} cannot open ${told.name}`)
      await appendEvents(tx, family, await work(tx, key), null, 'seed')
    })

  for (const each of told.protections ?? [])
    await as(each.by, async (tx, key) => {
      const input = {
        commandId,
        protectionId: randomUUID() as ProtectionId,
        personId: idOf(each.persona),
        level: each.level,
        source: each.source,
        from: addDays(today, each.day),
      }
      const events = allowed(recordProtection(await findHousehold(tx, family, key), input, new Date()), each.persona)
      await saveProtection(tx, input)
      return events
    })
  for (const each of told.whereabouts ?? [])
    await as(each.by, async (tx, key) => {
      const subject = idOf(each.persona)
      const events = allowed(tellWhereabouts(await findHousehold(tx, family, key), subject), each.persona)
      await saveWhereabouts(tx, key, each.what, subject, each.text)
      return events
    })
  for (const each of told.addressKeepers ?? [])
    await as(each.by, async (tx, key) => {
      const input = { commandId, personId: idOf(each.persona), may: true }
      const events = allowed(nameKeeper(await findHousehold(tx, family, key), input), each.persona)
      await saveKeeper(tx, family, input.personId, true)
      return events
    })
  const { meeting } = told
  if (meeting)
    await as(meeting.by, async (tx, key) => {
      const id = randomUUID() as MeetingId
      const day = startOfDayInOslo(addDays(today, meeting.inDays))
      const plannedAt = new Date(day.getTime() + meeting.hour * 3_600_000).toISOString()
      const words = { place: meeting.place, link: '', agenda: meeting.agenda }
      await insertMeeting(tx, key, { id, plannedAt, words })
      return [plannedEvent(id, plannedAt)]
    })
}

function allowed(decided: Decided<{ readonly events: readonly DecidedEvent[] }>, who: string): readonly DecidedEvent[] {
  if ('refused' in decided) throw new Error(`${who}: ${decided.refused}`)
  return decided.done.events
}
