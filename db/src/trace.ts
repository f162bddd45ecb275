import { addDays, type CalendarDay } from '@velferdslab/core/dates'
import type { ReviewId } from '@velferdslab/core/ids'
import { mostTraced, tracedDays, type ReviewAnswer, type Trace, type TraceQuery } from '@velferdslab/core/trace'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Tx } from './connect.ts'
import { findToday } from './promise.ts'

/** A family as a number: enough to see that it is the same one. */
const number = (column: string) =>
  sql.raw(`upper(substr(${column}::text, 1, 4) || '-' || substr(${column}::text, 5, 4))`)
const dayOf = (column: string) => sql.raw(`(${column} at time zone 'Europe/Oslo')::date`)

/** The trace by filter, newest first, as the privacy officer sees it. */
export async function findTrace(tx: Tx, query: TraceQuery): Promise<Trace> {
  const today = await findToday(tx)
  const to = query.to ?? today
  const from = query.from ?? addDays(to, -tracedDays)
  const people = await sql<Trace['people'][number]>`
    select person_id as id, name, service from lab.traced_people() order by name collate lab.norwegian, person_id`.execute(
    tx,
  )
  const asked = people.rows
    .filter(
      ({ id, service }) => (!query.person || id === query.person) && (!query.service || service === query.service),
    )
    .map(({ id }) => id)
  const [openings, denials, reviews] = await Promise.all([
    sql<Trace['openings'][number] & { from: Date; to: Date }>`
      select o.person_id as "readerId", ${number('o.family_id')} as family, o.page, o.purpose, o.ground, o.from_at as "from", o.to_at as "to",
        array(select distinct c.area from lab.opening_cell c where c.opening_id = o.id order by 1) as areas
      from lab.opening o
      where o.person_id = any (${asked}::uuid[]) and ${dayOf('o.from_at')} between ${from}::date and ${to}::date
      order by o.from_at desc, o.id limit ${mostTraced}`.execute(tx),
    sql<Trace['denials'][number] & { at: Date }>`
      select d.person_id as "readerId", ${number('d.family_id')} as family, d.door, d.minute as at
      from lab.denial d
      where d.person_id = any (${asked}::uuid[]) and ${dayOf('d.minute')} between ${from}::date and ${to}::date
      order by d.minute desc, d.id limit ${mostTraced}`.execute(tx),
    findReviews(tx, asked, from, to),
  ])
  return {
    today,
    from,
    to,
    people: people.rows,
    services: [...new Set(people.rows.flatMap(({ service }) => service ?? []))].sort(),
    openings: openings.rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to.toISOString() })),
    denials: denials.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    reviews,
  }
}

/** What waits for an answer stands first, however old it is. */
async function findReviews(tx: Tx, asked: string[], from: CalendarDay, to: CalendarDay): Promise<Trace['reviews']> {
  const { rows } = await sql<
    Omit<Trace['reviews'][number], 'answered'> & {
      answer: 'fine' | 'followed_up' | null
      because: string
      answered_on: CalendarDay
    }
  >`
    select r.id, r.person_id as "readerId", case when r.family_id is not null then ${number('r.family_id')} end as family, r.rule, r.on_day as "on",
      r.times, r.person_id = lab.current_person() as mine, a.answer, a.because, ${dayOf('a.answered_at')} as answered_on
    from lab.review r left join lab.review_answer a on a.municipality_id = r.municipality_id and a.review_id = r.id
    where r.person_id = any (${asked}::uuid[]) and (a.answer is null or r.on_day between ${from}::date and ${to}::date)
    order by a.answer is not null, r.on_day desc, r.id limit ${mostTraced}`.execute(tx)
  return rows.map(({ answer, because, answered_on, ...row }) => ({
    ...row,
    answered: answer && { answer, because, on: answered_on },
  }))
}

/** Whether a review can be answered by the signed-in person; undefined where there is none for them. */
export async function findReviewState(tx: Tx, review: ReviewId): Promise<'open' | 'answered' | 'mine' | undefined> {
  const { rows } = await sql<{ state: 'open' | 'answered' | 'mine' }>`
    select case when exists (select 1 from lab.review_answer a where a.review_id = r.id) then 'answered'
      when r.person_id = lab.current_person() then 'mine' else 'open' end as state
    from lab.review r where r.id = ${review}`.execute(tx)
  return rows[0]?.state
}

export async function insertReviewAnswer(tx: Tx, review: ReviewId, found: ReviewAnswer): Promise<void> {
  await sql`insert into lab.review_answer (municipality_id, id, review_id, answer, because, answered_by)
    values (lab.current_municipality(), ${randomUUID()}, ${review}, ${found.answer}, ${found.because}, lab.current_person())`.execute(
    tx,
  )
}
