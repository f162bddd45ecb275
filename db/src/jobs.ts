import type { FamilyId } from '@velferdslab/core/ids'
import { forgottenAfterHours } from '@velferdslab/core/meeting-rules'
import { sql } from 'kysely'
import pg from 'pg'
import { asSystem } from './as-system.ts'
import { appendEvents } from './command.ts'
import type { Pool } from './connect.ts'

/**
 * Writes in the chain that consents have ended by time. Sight does not wait for this: the rule reads the clock. Each consent is written once,
 * whatever happens twice.
 * @returns how many were written
 */
export async function endConsentsByTime(pool: Pool, origin: string): Promise<number> {
  const due = await asSystem(pool, 'consents-that-end', (tx) =>
    sql<{ id: string; family_id: string }>`
      select c.id, c.family_id from lab.consent c
      where c.answer = 'yes' and c.ended_at is null and c.valid_to <= now()
        and not exists (select 1 from lab.event e where e.subject_id = c.id and e.kind = 'consent.ended')
      order by c.valid_to limit 500`.execute(tx),
  )
  for (const consent of due.rows) {
    await asSystem(pool, 'consents-that-end', async (tx) => {
      // Under the family's lock, so that two processes cannot both write it.
      await sql`select lab.lock_chain(${consent.family_id})`.execute(tx)
      const { rows } = await sql<{ done: boolean }>`
        select exists (select 1 from lab.event where subject_id = ${consent.id} and kind = 'consent.ended') as done`.execute(
        tx,
      )
      if (rows[0]?.done) return
      await appendEvents(
        tx,
        consent.family_id as never,
        [{ kind: 'consent.ended', subject: consent.id, cell: null, data: {} }],
        null,
        origin,
      )
    })
  }
  return due.rows.length
}

/**
 * Ends meetings that nobody has ended for twelve hours. The database clears the table, as for any end: areas, admissions, pauses, and the sessions
 * that knew only this meeting.
 * @returns how many were ended
 */
export async function endForgottenMeetings(pool: Pool): Promise<number> {
  const due = await asSystem(pool, 'forgotten-meetings', (tx) =>
    sql<{ id: string; family_id: string }>`
      select id, family_id from lab.meeting where ended_at is null and started_at <= now() - make_interval(hours => ${forgottenAfterHours})
      order by started_at limit 500`.execute(tx),
  )
  let ended = 0
  for (const meeting of due.rows)
    await asSystem(pool, 'forgotten-meetings', async (tx) => {
      await sql`select lab.lock_chain(${meeting.family_id})`.execute(tx)
      const { numAffectedRows } = await sql`update lab.meeting set ended_at = now()
        where id = ${meeting.id} and ended_at is null and started_at <= now() - make_interval(hours => ${forgottenAfterHours})`.execute(
        tx,
      )
      if (numAffectedRows !== 1n) return
      ended++
      // No process says that it was its own: every one tells its rooms.
      const event = { kind: 'meeting.ended' as const, subject: meeting.id, cell: null, data: { by: 'time' } }
      await appendEvents(tx, meeting.family_id as never, [event], null, '')
    })
  return ended
}

/**
 * Writes in the chain that somebody has come to an age at which they answer for themself, and asks them. Sight does not wait for this: the rule reads the
 * birth day and the clock. Each birthday is written once, whatever happens twice.
 * @returns how many were written
 */
export function noteBirthdays(pool: Pool, origin: string): Promise<number> {
  return asSystem(pool, 'birthdays', async (tx) => {
    const { rows } = await sql<{ family_id: FamilyId; person_id: string; age: number }>`
      select * from lab.note_birthdays() order by family_id, person_id, age`.execute(tx)
    for (const { family_id, person_id, age } of rows)
      await appendEvents(
        tx,
        family_id,
        [{ kind: 'member.came_of_age', subject: person_id, cell: null, data: { age } }],
        null,
        origin,
      )
    return rows.length
  })
}

/** Tells families of acts whose delay has ended. @returns how many were told */
export async function tellDueActs(pool: Pool): Promise<number> {
  // No process says that it was its own: every one tells its rooms.
  const { rows } = await asSystem(pool, 'tell-acts', (tx) =>
    sql<{ told: number }>`select lab.tell_due_acts('') as told`.execute(tx),
  )
  return rows[0]?.told ?? 0
}

/** Remembers that break-glass is over by time. Sight does not wait for it: the rule reads the clock. @returns how many were over */
export async function closeDueGlass(pool: Pool): Promise<number> {
  // No process says that it was its own: every one tells its rooms.
  const { rows } = await asSystem(pool, 'glass-that-ends', (tx) =>
    sql<{ closed: number }>`select lab.close_due_glass('') as closed`.execute(tx),
  )
  return rows[0]?.closed ?? 0
}

/**
 * Looks through the trace of the days before today, each day as often as it likes: what was found stands once.
 * @returns how much was found that is new
 */
export function reviewTrace(pool: Pool): Promise<number> {
  return asSystem(pool, 'review-trace', async (tx) => {
    const { rows } = await sql<{ found: number }>`
      select sum(lab.find_reviews(d.day))::int as found from (
        select lab.today() - back as day from generate_series(1, ${daysLookedBack}::int) as back
        union select t from lab.days_just_told() t) d`.execute(tx)
    return rows[0]?.found ?? 0
  })
}

/** A week: a server that stood still over a holiday misses nothing. */
const daysLookedBack = 7

/** While `work` runs, lab_system may make a schema of its own in this database (the job queue's); nothing else may, and not afterwards. */
export async function whileSystemMayMakeItsSchema(ownerUrl: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    const database = pg.escapeIdentifier(rows[0]?.name ?? '')
    await client.query(`grant create on database ${database} to lab_system`)
    try {
      await work()
    } finally {
      await client.query(`revoke create on database ${database} from lab_system`)
    }
  } finally {
    await client.end()
  }
}
