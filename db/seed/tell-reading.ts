import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import type { PageOpened } from '@velferdslab/core/opening'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { asPerson, type Session } from '../src/as-person.ts'
import type { Pool, Tx } from '../src/connect.ts'
import { defaultReviewRules } from '../src/municipality-defaults.ts'
import { defaultRetentionRules } from '../src/retention-defaults.ts'

/** Who has read, how many days ago, and at what hour in Norway. Tor once sat up late. */
const readings: readonly { reader: string; family: string; page: PageOpened; daysAgo: number; at: string }[] = [
  { reader: 'solveig', family: 'hansen-ali', page: 'cloth', daysAgo: 6, at: '09:20' },
  { reader: 'tor', family: 'hansen-ali', page: 'plan', daysAgo: 4, at: '14:10' },
  { reader: 'torbjorn', family: 'hansen-ali', page: 'home', daysAgo: 3, at: '18:05' },
  { reader: 'tor', family: 'hansen-ali', page: 'cloth', daysAgo: 2, at: '22:40' },
  { reader: 'solveig', family: 'kowalska', page: 'cloth', daysAgo: 2, at: '13:00' },
]

/** They read as themselves: the trace is the database's own. Afterwards it is put back to when it was, and the town gets its rules. */
export async function tellReading(
  pool: Pool,
  sessions: Record<string, Session>,
  families: Record<string, FamilyId>,
): Promise<void> {
  for (const { reader, family, page } of readings) {
    const session = { token: sessions[reader]?.token ?? '', opens: { page, request: randomUUID() } }
    await asPerson(pool, session, families[family] ?? null, () => Promise.resolve(true))
  }
}

export async function putReadingBack(
  tx: Tx,
  town: { municipality: string; persons: Record<string, PersonId>; families: Record<string, FamilyId> },
  today: CalendarDay,
): Promise<void> {
  await tx.insertInto('lab.review_rule').values(defaultReviewRules(town.municipality)).execute()
  await tx.insertInto('lab.retention_rule').values(defaultRetentionRules(town.municipality)).execute()
  for (const { reader, family, page, daysAgo, at } of readings)
    await sql`update lab.opening set from_at = t.at, to_at = t.at + interval '6 minutes'
      from (select ((${today}::date - ${daysAgo}::int) + ${at}::time) at time zone 'Europe/Oslo' as at) t
      where person_id = ${town.persons[reader]} and family_id = ${town.families[family]} and page = ${page}`.execute(tx)
}
