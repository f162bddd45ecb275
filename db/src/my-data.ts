import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PersonId, PlanVersionId } from '@velferdslab/core/ids'
import { meetingWords } from '@velferdslab/core/meeting'
import { myData, myDataVersion, type MyData, type MyFamilyGiven } from '@velferdslab/core/my-data'
import { sql } from 'kysely'
import { findCloth } from './cloth.ts'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { findFamily } from './family.ts'
import { findJourney } from './journey.ts'
import { findLooked } from './looked.ts'
import { findMe, findMembers } from './people.ts'
import { findPlan } from './plan.ts'
import { findPromises } from './promise.ts'
import { openWords } from './sealed.ts'
import { findShares } from './share.ts'
import { findPaper } from './signing.ts'
import { findWellbeing } from './wellbeing.ts'

type FamilyPart = MyFamilyGiven
export type Paper = { readonly file: string; readonly bytes: Buffer }

/** What is somebody's own life in a family: the sets of people they are in or answer for, in their standing sight. Not what a table shows just now. */
async function findMyCells(tx: Tx, family: FamilyId) {
  const { rows } = await sql<{ about: string; area: string; privacy: string }>`
    select c.about_id as about, c.area, c.privacy from lab.my_cells() c join lab.about a on a.id = c.about_id
    where a.family_id = ${family} and c.standing and lab.about_me(a.family_id, a.id)`.execute(tx)
  const cells = new Set(rows.map((row) => `${row.about} ${row.area} ${row.privacy}`))
  const isMine = (row: { about: { id: string }; area: string; privacy?: string }) =>
    cells.has(`${row.about.id} ${row.area} ${row.privacy ?? 'table'}`)
  return { rows, isMine }
}

/** Everything about the signed-in person in one family, asked as themself. Undefined for whoever may not open it. */
export async function collectFamily(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey,
): Promise<{ part: FamilyPart; papers: Paper[] } | undefined> {
  const [row, cells, structure, cloth, plan, journey, wellbeing, papers, looked, shared] = await Promise.all([
    findFamily(tx, family),
    findMyCells(tx, family),
    findStructure(tx, family),
    findCloth(tx, family, key),
    findPlan(tx, family, key),
    findJourney(tx, family, key),
    findWellbeing(tx, family, key),
    collectPapers(tx, family, key),
    findLooked(tx, family),
    findShares(tx, key),
  ])
  if (!row || !cloth || !plan) return undefined
  const [rest, promises, meetings, members] = await Promise.all([
    findOfCells(tx, family, cells.rows),
    findPromises(tx, { family }, plan.today, () => key),
    findMeetings(tx, family, key),
    findMembers(tx, family),
  ])
  const mine = new Set([
    ...structure.answersFor.map((each) => each.id),
    ...members.filter((m) => m.me).map((m) => m.id),
  ])
  const part: FamilyPart = {
    id: row.id,
    name: row.name,
    phase: row.phase,
    startedOn: row.started_on,
    ...structure,
    others: members.filter((member) => !mine.has(member.id)).map((member) => member.called_name),
    notes: cloth.notes.filter(cells.isMine),
    goals: plan.goals.filter(cells.isMine),
    measures: plan.measures.filter(cells.isMine),
    decisions: plan.decisions.filter(cells.isMine).map((card) => ({
      id: card.id,
      measureId: card.measureId,
      party: card.partyId,
      area: card.area,
      persons: card.about.persons,
      kind: card.kind,
      amountOre: card.amountOre,
      words: card.words,
      version: card.version,
      answers: card.answers.filter((answer) => mine.has(answer.personId)),
      decidedAt: card.decided?.at ?? null,
      restsOn: card.decided?.restsOn ?? null,
    })),
    outside: plan.outside.filter(cells.isMine),
    promises: promises.filter((promise) => rest.promises.has(promise.id)),
    account: rest.entries,
    journey: journey?.placements ?? [],
    wellbeing: wellbeing?.mine ?? [],
    meetings,
    papers: papers.map(({ number, sha256, file }) => ({ number, sha256, file })),
    // Who also works here has given or received things as somebody else: only what is theirs as one of the family.
    shares: (shared?.shares ?? []).flatMap(({ seenAs, necessity: _, ...share }) =>
      seenAs === 'family' ? [share] : [],
    ),
    looked: looked?.visits ?? [],
    events: rest.events,
  }
  return { part, papers }
}

/** How one belongs, whom one answers for, who has a seat, and what was signed and said yes to. */
async function findStructure(tx: Tx, family: FamilyId) {
  const at = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
  const [me, answersFor, seats, agreement, consents, mayRead] = await Promise.all([
    sql<NonNullable<FamilyPart['me']>>`
      select relation, takes_part as "takesPart", ${at('valid_from')} as "from" from lab.member
      where family_id = ${family} and person_id = lab.current_person() order by valid_from desc limit 1`.execute(tx),
    sql<{ id: PersonId; name: string; born: CalendarDay | null }>`
      select p.id, p.name, b.born from lab.responsibility r join lab.member m on m.person_id = r.person_id and m.family_id = ${family}
      join lab.person p on p.id = r.person_id left join lab.birth b on b.person_id = r.person_id
      where r.holder_id = lab.current_person() and r.valid_from <= now() and (r.valid_to is null or r.valid_to > now())
        and (r.kind = 'guardian' or lab.age(b.born) < 18) order by b.born, p.id`.execute(tx),
    sql<FamilyPart['seats'][number]>`
      select person_id as person, party_id as party, role, ${at('valid_from')} as "from", ${at('valid_to')} as "to", ${at('ended_at')} as "endedAt"
      from lab.seat where family_id = ${family} and approved_at is not null order by valid_from, id`.execute(tx),
    sql<FamilyPart['agreement'][number]>`
      select text_version as "textVersion", language, ${at('signed_at')} as "signedAt" from lab.participation
      where family_id = ${family} and person_id = lab.current_person() order by signed_at`.execute(tx),
    sql<FamilyPart['consents'][number]>`
      select id, party_id as party, answer, giver_id as "givenBy", areas, persons, purpose, ${at('given_at')} as "givenAt", ${at('valid_to')} as "validTo",
        ${at('ended_at')} as "endedAt", ended_how as "endedHow", text_version as "textVersion", language, channel
      from lab.consent where family_id = ${family} and (giver_id = lab.current_person() or lab.current_person() = any (persons))
      order by given_at, id`.execute(tx),
    sql<FamilyPart['mayRead'][number]>`
      select party_id as party, person_id as person, array_agg(area order by area) as areas from lab.my_effective_consents(${family})
      where person_id = lab.current_person()
        or person_id in (select r.person_id from lab.responsibility r where r.holder_id = lab.current_person())
      group by 1, 2 order by 1, 2`.execute(tx),
  ])
  return {
    me: me.rows[0] ?? null,
    answersFor: answersFor.rows,
    seats: seats.rows,
    agreement: agreement.rows,
    consents: consents.rows,
    mayRead: mayRead.rows,
  }
}

/** What lies in somebody's own cells and has no page that tells which: account, promises, memory. */
async function findOfCells(tx: Tx, family: FamilyId, cells: { about: string; area: string; privacy: string }[]) {
  const mine = sql`(about_id, area, privacy) in (select * from unnest(${cells.map((cell) => cell.about)}::uuid[],
    ${cells.map((cell) => cell.area)}::text[], ${cells.map((cell) => cell.privacy)}::text[]))`
  const [entries, promises, events] = await Promise.all([
    sql<FamilyPart['account'][number]>`
      select id, kind, payer_id as payer, goal_id as "goalId", measure_id as "measureId", on_day as "onDay", ore, minutes
      from lab.entry where family_id = ${family} and ${mine} order by on_day, id`.execute(tx),
    sql<{ id: string }>`select id from lab.promise where family_id = ${family} and ${mine}`.execute(tx),
    sql<{ kind: string; at: Date; by: PersonId | null; data: Record<string, unknown> }>`
      select kind, at, actor_id as by, data from lab.event where chain_id = ${family} and ${mine} order by seq`.execute(
      tx,
    ),
  ])
  return {
    entries: entries.rows,
    promises: new Set(promises.rows.map((row) => row.id)),
    events: events.rows.map((event) => ({ ...event, at: event.at.toISOString() })),
  }
}

async function findMeetings(tx: Tx, family: FamilyId, key: FamilyKey): Promise<FamilyPart['meetings']> {
  const { rows } = await sql<{
    id: string
    planned_at: Date | null
    started_at: Date | null
    ended_at: Date | null
    sealed: Buffer | null
  }>`
    select id, planned_at, started_at, ended_at, sealed from lab.meeting where family_id = ${family}
    order by coalesce(started_at, planned_at), id`.execute(tx)
  return rows.map((row) => {
    const place = { municipality: key.municipality, family, table: 'meeting', column: 'sealed', row: row.id }
    return {
      id: row.id,
      plannedAt: row.planned_at?.toISOString() ?? null,
      startedAt: row.started_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
      words: row.sealed ? meetingWords.parse(openWords(key.key, place, row.sealed).words) : null,
    }
  })
}

/** One's own papers of the plan, the bytes that were signed. */
async function collectPapers(tx: Tx, family: FamilyId, key: FamilyKey) {
  const { rows } = await sql<{ version: PlanVersionId; sha256: string }>`
    select version_id as version, sha256 from lab.plan_paper where family_id = ${family} and person_id = lab.current_person()`.execute(
    tx,
  )
  const papers: (Paper & { number: number; sha256: string })[] = []
  for (const { version, sha256 } of rows) {
    const paper = await findPaper(tx, family, key, version)
    // The number counts within one family; the first letters of its hash keep two families' papers apart.
    if (paper)
      papers.push({
        number: paper.number,
        sha256,
        bytes: paper.file,
        file: `plan-${paper.number}-${sha256.slice(0, 8)}.pdf`,
      })
  }
  return papers.sort((a, b) => a.number - b.number)
}

/** The whole, with a name for every id it points to: others of the family by the name they are called, who works here with their service. */
export async function collectMyData(tx: Tx, parts: readonly FamilyPart[], madeAt: Date): Promise<MyData | undefined> {
  const me = await findMe(tx)
  if (!me) return undefined
  const text = JSON.stringify(parts)
  const [people, parties, born] = await Promise.all([
    sql<{ id: PersonId; name: string; service: string | null }>`
      select p.id, case when p.id = lab.current_person() or p.id in (select r.person_id from lab.responsibility r where r.holder_id = lab.current_person()) then p.name
        when exists (select 1 from lab.member m where m.person_id = p.id) then p.called_name else p.name end as name,
        (select string_agg(distinct y.name, ', ') from lab.seat s join lab.party y on y.id = s.party_id
          where s.person_id = p.id and s.approved_at is not null and y.kind <> 'private') as service
      from lab.person p order by p.id`.execute(tx),
    sql<{ id: string; name: string }>`select id, name from lab.party order by id`.execute(tx),
    sql<{ born: CalendarDay }>`select born from lab.birth where person_id = lab.current_person()`.execute(tx),
  ])
  return myData.parse({
    is: 'velferdslab-my-data',
    version: myDataVersion,
    madeAt: madeAt.toISOString(),
    municipality: { name: me.municipality.name, phone: me.municipality.phone },
    me: { ...me.person, born: born.rows[0]?.born ?? null, roles: me.roles },
    families: parts,
    people: people.rows.filter((person) => text.includes(person.id)),
    parties: parties.rows.filter((party) => text.includes(party.id)),
  })
}
