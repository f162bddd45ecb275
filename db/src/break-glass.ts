import type { AreaCode } from '@velferdslab/core/areas'
import type { BreakGlass, GlassOutcome, GlassReview } from '@velferdslab/core/break-glass'
import type { GlassFacts } from '@velferdslab/core/break-glass-rules'
import type { AnswerGlass, GlassWho, OpenGlass } from '@velferdslab/core/commands/break-glass'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { ActId, CommandId, FamilyId, GlassReviewId, PartyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { openWords, sealWords } from './sealed.ts'

/** Words beside a break-glass lie under keys of their own, in the ring under the id of what they belong to. */
const placeOf = (municipality: string, table: 'act_reason' | 'glass_review', id: string) => ({
  municipality,
  family: id,
  table,
  column: 'sealed',
  row: id,
})

/** The service somebody may break the glass for: the one the role is held in. No row: they may not. */
const rightToBreak = sql<{ party_id: PartyId }>`
  select h.party_id from lab.role_held h
  where h.person_id = lab.current_person() and h.role = 'break_glass' and h.party_id is not null and h.valid_from <= now() and (h.valid_to is null or h.valid_to > now())
  order by h.valid_from, h.id limit 1`

const findOpen = async (tx: Tx): Promise<BreakGlass['open']> => {
  const { rows } = await sql<{
    id: ActId
    family_id: FamilyId
    name: string
    areas: AreaCode[]
    valid_to: Date
    alone: boolean
  }>`
    select a.id, a.family_id, f.name, a.areas, a.valid_to, lab.by_glass(a.family_id) as alone from lab.act a join lab.family f on f.municipality_id = a.municipality_id and f.id = a.family_id
    where a.person_id = lab.current_person() and a.kind = 'break_glass' and a.valid_from <= now() and a.valid_to > now() and a.ended_at is null
    limit 1`.execute(tx)
  const [row] = rows
  return row
    ? {
        actId: row.id,
        family: { id: row.family_id, name: row.name },
        areas: row.areas,
        until: row.valid_to.toISOString(),
        alone: row.alone,
      }
    : null
}

const findRule = (tx: Tx) =>
  sql<{ longest_minutes: number; review_days: number; today: CalendarDay }>`
    select longest_minutes, review_days, lab.today() as today from lab.glass_rule_now`.execute(tx)

/** What is open to the signed-in person, what they may open, and what they are to look at; nothing of any of it for everybody else. */
export async function findBreakGlass(tx: Tx, ring: KeyRing): Promise<Omit<BreakGlass, 'today'>> {
  const [right, rule, open, areas, reviews] = await Promise.all([
    rightToBreak.execute(tx),
    findRule(tx),
    findOpen(tx),
    sql<{
      code: AreaCode
    }>`select code from lab.area where closes_on is null or closes_on > lab.today() order by position`.execute(tx),
    findReviews(tx, ring),
  ])
  const may = right.rows[0]?.party_id ? rule.rows[0] : undefined
  return {
    mayOpen: may
      ? {
          areas: areas.rows.map(({ code }) => code),
          longestMinutes: may.longest_minutes,
          reviewDays: may.review_days,
        }
      : null,
    open,
    reviews,
  }
}

interface ReviewRow {
  id: GlassReviewId
  act_id: ActId
  municipality_id: string
  way: 'manager' | 'officer'
  reader: string
  service: string
  family: string
  areas: AreaCode[]
  from_at: Date
  until: Date
  is_over: boolean
  due_on: CalendarDay
  is_late: boolean
  outcome: GlassOutcome | null
  wrapped: Buffer | null
  sealed: Buffer | null
  answerer: string | null
  answered_on: CalendarDay | null
  why_wrapped: Buffer | null
  why_sealed: Buffer | null
}

/** What waits stands first, the most urgent on top; then what was answered, the newest first. */
async function findReviews(tx: Tx, ring: KeyRing): Promise<GlassReview[]> {
  const { rows } = await sql<ReviewRow>`
    select distinct on (g.due_on, g.id) g.id, g.act_id, g.municipality_id, n.way, n.reader, n.service, n.family, n.areas, n.from_at, coalesce(n.ended_at, n.until) as until,
      (n.ended_at is not null or n.until <= now()) as is_over, g.due_on, (g.outcome is null and g.due_on < lab.today()) as is_late,
      g.outcome, g.wrapped, g.sealed, n.answerer, (g.answered_at at time zone 'Europe/Oslo')::date as answered_on,
      w.wrapped as why_wrapped, w.sealed as why_sealed
    from lab.glass_review g join lab.glass_reviews() n on n.review_id = g.id
    left join lab.act_reason w on w.act_id = g.act_id and n.way = 'manager'
    order by g.due_on, g.id, n.way`.execute(tx)
  const waits = rows.filter(({ outcome }) => outcome === null)
  const answered = rows.filter(({ outcome }) => outcome !== null).reverse()
  return [...waits, ...answered].map((row) => reviewOf(ring, row))
}

function reviewOf(ring: KeyRing, row: ReviewRow): GlassReview {
  const opened = <Words>(
    table: 'act_reason' | 'glass_review',
    id: string,
    wrapped: Buffer | null,
    sealed: Buffer | null,
  ) =>
    wrapped && sealed
      ? (openWords(ring.openKey(row.municipality_id, id, wrapped), placeOf(row.municipality_id, table, id), sealed)
          .words as Words)
      : null
  const why = opened<{ necessity: string }>('act_reason', row.act_id, row.why_wrapped, row.why_sealed)
  const found = opened<{ words: string }>('glass_review', row.id, row.wrapped, row.sealed)
  return {
    id: row.id,
    reader: row.reader,
    service: row.service,
    family: row.family,
    areas: row.areas,
    from: row.from_at.toISOString(),
    until: row.until.toISOString(),
    isOver: row.is_over,
    dueOn: row.due_on,
    isLate: row.is_late,
    isMine: row.way === 'manager',
    necessity: why?.necessity ?? null,
    answered:
      row.outcome && row.answered_on
        ? { outcome: row.outcome, words: found?.words ?? '', by: row.answerer ?? '', on: row.answered_on }
        : null,
  }
}

/**
 * What the rules need to know of who would break the glass, and for whom; undefined for who may not. A search that comes to nothing is remembered.
 *
 * @param findCitizen whom an identity number belongs to; asked only for who may break the glass
 */
export async function loadGlassFacts(
  tx: Tx,
  who: GlassWho,
  findCitizen: (identityNumber: string) => Promise<PersonId | undefined>,
): Promise<(GlassFacts & { partyId: PartyId }) | undefined> {
  const [right, rule, open, holidays] = await Promise.all([
    rightToBreak.execute(tx),
    findRule(tx),
    findOpen(tx),
    sql<{ day: CalendarDay }>`select day from lab.holiday where day between lab.today() and lab.today() + 60`.execute(
      tx,
    ),
  ])
  const partyId = right.rows[0]?.party_id
  const [now] = rule.rows
  if (!partyId || !now) return undefined
  const numbered = who.by === 'number' ? await findCitizen(who.number) : undefined
  const [name, born] = who.by === 'name' ? [who.name, who.born] : [null, null]
  const { rows: families } = await sql<GlassFacts['families'][number]>`
    select family_id as id, name, answered from lab.glass_families(${numbered ?? null}::uuid, ${name}, ${born}::date, ${partyId})
    order by name collate lab.norwegian, family_id`.execute(tx)
  return {
    today: now.today,
    longestMinutes: now.longest_minutes,
    reviewDays: now.review_days,
    holidays: new Set(holidays.rows.map(({ day }) => day)),
    hasOpen: open !== null,
    families,
    partyId,
  }
}

/** @returns the number of the event the family is told by */
export async function insertGlass(
  tx: Tx,
  ring: KeyRing,
  municipality: string,
  glass: OpenGlass & { family: FamilyId; partyId: PartyId; dueOn: CalendarDay },
  origin: string,
): Promise<number> {
  const { key, wrapped } = ring.newKey(municipality, glass.actId)
  const { sealed } = sealWords(key, placeOf(municipality, 'act_reason', glass.actId), {
    necessity: glass.necessity,
    delay: null,
  })
  const { rows } = await sql<{ seq: number }>`
    select lab.open_glass(${glass.actId}, ${glass.reviewId}, ${glass.family}, ${glass.partyId}, ${glass.areas}::text[], ${glass.minutes}, ${glass.dueOn}::date,
      ${wrapped}, ${sealed}, ${glass.commandId}, ${origin}) as seq`.execute(tx)
  return rows[0]?.seq ?? 0
}

/** Ends one's own before its time. @returns its family and the event's number; undefined where there is none */
export async function closeGlass(
  tx: Tx,
  act: ActId,
  command: CommandId,
  origin: string,
): Promise<{ family: FamilyId; seq: number } | undefined> {
  const { rows } = await sql<{ family: FamilyId; seq: number }>`
    select family_id as family, seq from lab.close_glass(${act}, ${command}, ${origin})`.execute(tx)
  return rows[0]
}

/** Whether the signed-in person may say what they found; undefined where there is nothing for them to say it of. */
export async function findGlassReviewState(tx: Tx, review: GlassReviewId): Promise<'open' | 'answered' | undefined> {
  const { rows } = await sql<{ state: 'open' | 'answered' }>`
    select case when g.outcome is null then 'open' else 'answered' end as state
    from lab.glass_review g where g.id = ${review} and g.id in (select r.review_id from lab.my_glass_reviews() r where r.way = 'manager')`.execute(
    tx,
  )
  return rows[0]?.state
}

export async function saveGlassAnswer(
  tx: Tx,
  ring: KeyRing,
  municipality: string,
  review: GlassReviewId,
  answer: AnswerGlass,
  origin: string,
): Promise<boolean> {
  const { key, wrapped } = ring.newKey(municipality, review)
  const { sealed } = sealWords(key, placeOf(municipality, 'glass_review', review), { words: answer.words })
  const { rows } = await sql<{ done: boolean }>`
    select lab.answer_glass(${review}, ${answer.outcome}, ${wrapped}, ${sealed}, ${answer.commandId}, ${origin}) as done`.execute(
    tx,
  )
  return rows[0]?.done ?? false
}

/** Whether the signed-in person comes to a family by break-glass alone. */
export async function comesByGlass(tx: Tx, family: FamilyId): Promise<boolean> {
  const { rows } = await sql<{ by: boolean }>`select lab.by_glass(${family}) as by`.execute(tx)
  return rows[0]?.by ?? false
}

/** Whether the signed-in person has broken the glass of a family, whatever else lets them in: then nothing of it goes on paper. */
export async function hasGlass(tx: Tx, family: FamilyId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select lab.has_glass(${family}) as has`.execute(tx)
  return rows[0]?.has ?? false
}

/** What a municipality begins with: how long at most, within how many days it is looked at, and the days nobody is at work. */
export async function insertGlassDefaults(tx: Tx, municipality: string): Promise<void> {
  await sql`insert into lab.glass_rule (municipality_id, valid_from, longest_minutes, review_days, source)
    values (${municipality}, '2000-01-01', 60, 3, 'Velferdslabens utgangspunkt, og det lengste det kan være. Kommunen kan velge kortere.')`.execute(
    tx,
  )
  await sql`insert into lab.holiday (municipality_id, day, source)
    select ${municipality}::uuid, h.day, h.source from lab.usual_holidays() h`.execute(tx)
}
