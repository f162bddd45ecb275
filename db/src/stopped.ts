import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PartyId, PromiseId } from '@velferdslab/core/ids'
import { stoppedShownDays, type Stopped, type StoppedForMe } from '@velferdslab/core/stopped'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findFamilyKey } from './family-key.ts'
import type { KeyRing } from './key-ring.ts'
import { openPromise, findToday } from './promise.ts'

/** What families have stopped lately for the parties the signed-in person sits for: sharing, and promises that are owed no more. */
export async function findStopped(tx: Tx, ring: KeyRing): Promise<StoppedForMe> {
  const [today, sharing, promises] = await Promise.all([findToday(tx), findSharing(tx), findPromises(tx, ring)])
  return { today, stopped: [...sharing, ...promises].sort((a, b) => b.on.localeCompare(a.on)) }
}

/** One line for a family and a service, however many sentences were ended: who gave them is nothing to the service. */
async function findSharing(tx: Tx): Promise<Stopped[]> {
  const { rows } = await sql<{
    family_id: FamilyId
    family: string | null
    party_id: PartyId
    service: string
    partly: boolean
    on: CalendarDay
  }>`
    select c.family_id, f.name as family, c.party_id, y.name as service, (max(c.ended_at) at time zone 'Europe/Oslo')::date as on,
      exists (select 1 from lab.consent s where s.family_id = c.family_id and s.party_id = c.party_id
        and s.answer = 'yes' and s.ended_at is null and s.valid_to > now()) as partly
    from lab.consent c
    join lab.my_work() w on w.family_id = c.family_id and w.party_id = c.party_id and w.holds_seat
    join lab.party y on y.municipality_id = c.municipality_id and y.id = c.party_id
    left join lab.family f on f.id = c.family_id
    where c.answer = 'yes' and c.ended_how in ('withdrawn', 'narrowed') and c.ended_at > now() - make_interval(days => ${stoppedShownDays})
    group by c.family_id, f.name, c.party_id, y.name`.execute(tx)
  return rows.map(({ family_id, family, service, partly, on }) => ({
    is: 'sharing',
    familyId: family_id,
    family,
    service,
    partly,
    on,
  }))
}

/** What comes each month is one thing to stop: the nearest of its promises tells of it. */
async function findPromises(tx: Tx, ring: KeyRing): Promise<Stopped[]> {
  const { rows } = await sql<{
    id: PromiseId
    family_id: FamilyId
    family: string | null
    sealed: Buffer
    on: CalendarDay
  }>`
    select distinct on (p.measure_id) p.id, p.family_id, f.name as family, p.sealed, p.cut_on as on
    from lab.promise p
    join lab.my_work() w on w.family_id = p.family_id and w.party_id = p.party_id and w.holds_seat
    left join lab.family f on f.id = p.family_id
    where p.doer = 'party' and p.cut_on > lab.today() - ${stoppedShownDays}::integer
    order by p.measure_id, p.due, p.id`.execute(tx)
  const stopped: Stopped[] = []
  for (const row of rows) {
    const key = await findFamilyKey(tx, ring, row.family_id)
    if (!key) continue
    const { text } = openPromise(key, row.id, row.sealed)
    stopped.push({ is: 'promise', familyId: row.family_id, family: row.family, text, on: row.on })
  }
  return stopped
}
