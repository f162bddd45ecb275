import { dayInOslo } from '@velferdslab/core/dates'
import type { DecidedEvent } from '@velferdslab/core/events'
import type { FamilyId, MeetingId, PartyId } from '@velferdslab/core/ids'
import { meetingWords, type MeetingPage, type MeetingWords, type Stage } from '@velferdslab/core/meeting'
import { lengthOf, type Comer, type TableFacts } from '@velferdslab/core/meeting-rules'
import { sql } from 'kysely'
import { findAdmissions, findPause, findTableFacts, type AdmissionRow } from './at-table.ts'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { findHourPrices } from './ledger.ts'
import { findMembers, findSeats, type SeatRow } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'
import { findWhereabouts, mayKnowPlace, saveWhereabouts } from './whereabouts.ts'

function placeOf(key: FamilyKey, row: string): Place {
  return { municipality: key.municipality, family: key.family, table: 'meeting', column: 'sealed', row }
}

interface MeetingRow {
  id: MeetingId
  planned_at: Date | null
  started_at: Date | null
  stage: Stage
  sealed: Buffer | null
}

/** The meeting that is planned or in progress; undefined when there is none, or none the signed-in person may see. */
async function findMeeting(tx: Tx, family: FamilyId): Promise<MeetingRow | undefined> {
  const { rows } = await sql<MeetingRow>`
    select id, planned_at, started_at, stage, sealed from lab.meeting
    where family_id = ${family} and ended_at is null
    order by started_at is null, planned_at nulls last, id limit 1`.execute(tx)
  return rows[0]
}

/** Is a meeting planned or in progress? One at a time. */
export async function hasMeeting(tx: Tx, family: FamilyId): Promise<boolean> {
  return (await findMeeting(tx, family)) !== undefined
}

export async function insertMeeting(
  tx: Tx,
  key: FamilyKey,
  planned: { id: MeetingId; plannedAt: string; words: MeetingWords },
): Promise<void> {
  const sealed = withoutPlace(key, planned)
  await sql`insert into lab.meeting (municipality_id, id, family_id, planned_at, planned_by, sealed)
    values (lab.current_municipality(), ${planned.id}, ${key.family}, ${planned.plannedAt}, lab.current_person(), ${sealed})`.execute(
    tx,
  )
  await saveWhereabouts(tx, key, 'meeting_place', planned.id, planned.words.place)
}

/** Where it is lies apart, behind a lock of its own: not everybody who comes may know where a protected family can be found. */
function withoutPlace(key: FamilyKey, { id, words }: { id: MeetingId; words: MeetingWords }): Buffer {
  return sealWords(key.key, placeOf(key, id), { ...words, place: '' }).sealed
}

export async function replanMeeting(
  tx: Tx,
  key: FamilyKey,
  planned: { id: MeetingId; plannedAt: string; words: MeetingWords },
): Promise<void> {
  const sealed = withoutPlace(key, planned)
  await sql`update lab.meeting set planned_at = ${planned.plannedAt}, sealed = ${sealed}
    where id = ${planned.id} and started_at is null`.execute(tx)
  await saveWhereabouts(tx, key, 'meeting_place', planned.id, planned.words.place)
}

/** The meeting of a family as the signed-in person may see it; undefined for who may not know the family. */
export async function findMeetingPage(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey | undefined,
): Promise<MeetingPage | undefined> {
  const [home, row, seats, members] = await Promise.all([
    findFamily(tx, family),
    findMeeting(tx, family),
    findSeats(tx, family),
    findMembers(tx, family),
  ])
  if (!home) return undefined
  const iLead = home.ways.includes('leader')
  const grown = members.find((member) => member.me && member.takes_part && !member.child)
  return {
    family: { id: home.id, name: home.name, onePerson: members.length === 1 },
    today: home.today,
    iLead,
    iOpen: grown !== undefined,
    meeting: row
      ? await tellMeeting(
          tx,
          family,
          key,
          row,
          seats,
          home.ways.every((way) => way === 'table'),
        )
      : null,
    last: iLead ? await findLastMeeting(tx, family, seats) : null,
  }
}

async function tellMeeting(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey | undefined,
  row: MeetingRow,
  seats: readonly SeatRow[],
  onlyHere: boolean,
): Promise<MeetingPage['meeting']> {
  const [known, admissions, pause] = await Promise.all([
    findTableFacts(tx, family, row.id),
    findAdmissions(tx, row.id),
    findPause(tx, row.id),
  ])
  if (!known) return null
  const { facts, comers } = known
  const mine = comers.find((comer) => comer.id === facts.me)
  const answers = facts.leads || facts.grown
  const serviceOf = (id: string) => seats.find((seat) => seat.id === id && seat.kind !== 'private')?.service ?? null
  const words = key && row.sealed && !onlyHere ? await openMeetingWords(tx, key, row.id, row.sealed) : null
  return {
    id: row.id,
    plannedAt: row.planned_at?.toISOString() ?? null,
    words,
    startedAt: row.started_at?.toISOString() ?? null,
    stage: row.stage,
    pause: pause ? { state: pause.on ? 'on' : 'asked', name: pause.name ?? '' } : null,
    open: [...facts.open],
    reopens: [...facts.reopens],
    mayOpen: [...facts.mayOpen],
    closedByOther: [...facts.closedByOther],
    present: admissions
      .filter((each) => each.admitted && !each.gone)
      .map((each) => ({
        id: each.person_id,
        name: each.name,
        calledName: each.called_name,
        initials: each.initials,
        mark: each.mark,
        kind: each.kind as Comer['kind'],
        service: serviceOf(each.person_id),
        role: each.role,
      })),
    waiting: answers
      ? admissions
          .filter((each) => (!each.admitted && !each.turned_away && !each.gone) || isAskedOut(each))
          .map((each) => ({
            personId: each.person_id,
            name: each.name,
            role: each.role,
            state: isAskedOut(each) ? 'asked_out' : each.let_in ? 'let_in' : 'waiting',
          }))
      : [],
    me: whereAmI(facts, mine),
  }
}

/** A meeting planned before 0027 has its place among its words: told to whom may know it. */
async function openMeetingWords(tx: Tx, key: FamilyKey, id: MeetingId, sealed: Buffer): Promise<MeetingWords> {
  const words = meetingWords.parse(openWords(key.key, placeOf(key, id), sealed).words)
  const [told, may] = await Promise.all([findWhereabouts(tx, key), mayKnowPlace(tx, key.family)])
  const place = told.find((each) => each.what === 'meeting_place' && each.subject === id)?.text
  return { ...words, place: place ?? (may ? words.place : '') }
}

function isAskedOut(each: AdmissionRow): boolean {
  return each.admitted && each.gone && each.left_by !== each.person_id
}

function whereAmI(facts: TableFacts, mine: Comer | undefined): NonNullable<MeetingPage['meeting']>['me'] {
  if (mine?.admitted && !mine.left) return 'in'
  if (mine?.left && mine.leftBy !== facts.me) return 'asked_out'
  return facts.begun && (facts.sits || facts.belongs) ? 'may_come' : 'none'
}

/** The newest meeting that is over, and who was there for a service: two from the same are two lines. */
async function findLastMeeting(tx: Tx, family: FamilyId, seats: readonly SeatRow[]): Promise<MeetingPage['last']> {
  const { rows } = await sql<{
    id: MeetingId
    started_at: Date
    ended_at: Date
    last_seen: Date | null
    booked: boolean
  }>`
    select m.id, m.started_at, m.ended_at, exists (select 1 from lab.command c where c.id = m.id) as booked,
      (select max(s.at) from (
        select a.admitted_at as at from lab.admission a where a.meeting_id = m.id and a.kind <> 'screen'
        union all select a.left_at from lab.admission a where a.meeting_id = m.id and a.kind <> 'screen'
        union all select o.opened_at from lab.open_area o where o.meeting_id = m.id
        union all select o.closed_at from lab.open_area o where o.meeting_id = m.id) s where s.at < m.ended_at) as last_seen
    from lab.meeting m
    where m.family_id = ${family} and m.started_at is not null and m.ended_at is not null and m.planned_by is not null
    order by m.ended_at desc limit 1`.execute(tx)
  const row = rows[0]
  if (!row) return null
  const [prices, admissions] = await Promise.all([
    findHourPrices(tx, dayInOslo(row.started_at)),
    findAdmissions(tx, row.id),
  ])
  const present = admissions.flatMap((each) => {
    const seat = each.kind === 'seat' && each.admitted ? seats.find((one) => one.id === each.person_id) : undefined
    if (!seat) return []
    const item = seat.kind === 'private' ? 'hour_volunteer' : 'hour_default'
    return [
      {
        partyId: seat.party_id as PartyId,
        name: each.name,
        service: seat.service,
        item,
        hourOre: prices.find((price) => price.item === item)?.ore ?? null,
      },
    ]
  })
  return {
    id: row.id,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
    minutes: lengthOf({ startedAt: row.started_at, endedAt: row.ended_at, lastSeen: row.last_seen }),
    booked: row.booked,
    present,
  }
}

export const plannedEvent = (id: MeetingId, plannedAt: string): DecidedEvent => ({
  kind: 'meeting.planned',
  subject: id,
  cell: null,
  data: { at: plannedAt },
})
