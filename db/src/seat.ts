import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PartyId, PersonId, SeatId } from '@velferdslab/core/ids'
import { initialsOf } from '@velferdslab/core/names'
import type { AskedSeats, Seat, SeatRole, Seats } from '@velferdslab/core/seat'
import { seatStateOf, type SeatFacts } from '@velferdslab/core/seat-rules'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { KeyRing } from './key-ring.ts'
import { openWords, sealWords } from './sealed.ts'

/** The words about a seat lie under a key of its own, in the ring under its id. */
function placeOf(municipality: string, seat: string, table: 'seat_proposal' | 'seat_answer', row: string) {
  return { municipality, family: seat, table, column: table === 'seat_answer' ? 'sealed_reason' : 'sealed_why', row }
}

interface SeatRow {
  seat_id: SeatId
  person_id: PersonId
  name: string
  called_name: string
  initials: string
  mark: number
  party_id: PartyId
  service: string
  role: SeatRole
  asked_at: Date
  asked_by: string
  approved_at: Date | null
  ended_at: Date | null
  accepted_at: Date | null
  declined_at: Date | null
  is_proposal: boolean
  family_yes: boolean
  has_come: boolean
  mine: 'yes' | 'no' | null
  waits_for: string[] | null
  may_decide: number | null
  is_over: boolean | null
  from_day: CalendarDay | null
  until_day: CalendarDay | null
}

async function findRows(tx: Tx, family: FamilyId): Promise<SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select m.*, s.valid_to <= now() as is_over, case when s.valid_from > now() then (s.valid_from at time zone 'Europe/Oslo')::date end as from_day,
      ((s.valid_to at time zone 'Europe/Oslo') - interval '1 microsecond')::date as until_day
    from lab.my_seats(${family}) m join lab.seat s on s.id = m.seat_id
    order by m.role <> 'leader', m.asked_at, m.name`.execute(tx)
  return rows
}

function stateOf(row: SeatRow) {
  return seatStateOf({
    approved: row.approved_at !== null,
    ended: row.ended_at !== null || row.is_over === true,
    turnedDown: row.declined_at !== null,
    familyYes: row.family_yes,
  })
}

/** What I may do at this table, and for whom it is. Undefined for who may not know of its seats. */
async function findReader(tx: Tx, family: FamilyId) {
  const { rows } = await sql<{
    id: FamilyId
    name: string
    today: CalendarDay
    ways: string[]
    voice: boolean
    speaks: boolean
    accepted: boolean
    grown: number
  }>`
    select f.id, f.name, lab.today() as today, array(select w.way from lab.my_families() w where w.family_id = f.id) as ways,
      exists (select 1 from lab.my_voice() v where v.family_id = f.id) as voice,
      exists (select 1 from lab.my_voice() v where v.family_id = f.id and v.speaks) as speaks,
      exists (select 1 from lab.qualification q where q.family_id = f.id and q.outcome = 'accepted')
        or exists (select 1 from lab.seat s where s.family_id = f.id and s.role = 'leader' and s.approved_at is not null) as accepted,
      (select count(*) from lab.member m left join lab.birth b on b.municipality_id = m.municipality_id and b.person_id = m.person_id
        where m.family_id = f.id and m.takes_part and (m.valid_to is null or m.valid_to > now()) and lab.age(b.born) >= 18)::integer as grown
    from lab.family f where f.id = ${family}`.execute(tx)
  const row = rows[0]
  const leads = row?.ways.includes('leader') ?? false
  const receives = row?.ways.includes('core_team') ?? false
  return row && (row.voice || leads || receives) ? { ...row, leads, receives } : undefined
}

export async function findSeatsOf(tx: Tx, ring: KeyRing, family: FamilyId): Promise<Seats | undefined> {
  const [reader, rows, words, candidates, leaders] = await Promise.all([
    findReader(tx, family),
    findRows(tx, family),
    findWords(tx, ring, family),
    sql<{ person_id: PersonId; name: string; party_id: PartyId; service: string; may_decide: number | null }>`
      select * from lab.seat_candidates(${family}) order by service collate lab.norwegian, name collate lab.norwegian`.execute(
      tx,
    ),
    findLeaders(tx),
  ])
  if (!reader) return undefined
  const seats = rows.map((row): Seat => {
    const said = words.get(row.seat_id)
    return {
      seatId: row.seat_id,
      person: {
        id: row.person_id,
        name: row.name,
        calledName: row.called_name,
        initials: row.initials,
        mark: row.mark,
      },
      partyId: row.party_id,
      service: row.service,
      role: row.role,
      state: stateOf(row),
      from: row.from_day,
      until: row.until_day,
      askedAt: row.asked_at.toISOString(),
      askedBy: row.asked_by,
      why: said?.why ?? null,
      mayDecideOre: row.may_decide,
      hasCome: row.has_come,
      mine: row.mine,
      waitsFor: row.waits_for ?? [],
      reasons: said?.reasons ?? [],
    }
  })
  return {
    today: reader.today,
    family: { id: reader.id, name: reader.name },
    speaks: reader.speaks,
    mayAskService: reader.leads,
    mayAskLeader: reader.receives && reader.accepted,
    atTable: reader.grown + seats.filter(({ state }) => state === 'active' || state.startsWith('waits')).length,
    seats,
    candidates: candidates.rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      partyId: row.party_id,
      service: row.service,
      mayDecideOre: row.may_decide,
    })),
    leaders: reader.receives ? leaders : [],
  }
}

async function findLeaders(tx: Tx): Promise<Seats['leaders']> {
  const { rows } = await sql<{
    person_id: PersonId
    name: string
    called_name: string
    initials: string
    party_id: PartyId
    leads: number
  }>`select * from lab.leaders() order by leads, name collate lab.norwegian`.execute(tx)
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    calledName: row.called_name,
    initials: row.initials,
    partyId: row.party_id,
    leads: row.leads,
  }))
}

/** Why a seat is asked for, and why somebody wants another leader, as far as one may read it. */
async function findWords(tx: Tx, ring: KeyRing, family: FamilyId) {
  const [proposals, answers] = await Promise.all([
    sql<{ municipality_id: string; seat_id: SeatId; wrapped: Buffer; sealed_why: Buffer | null }>`
      select municipality_id, seat_id, wrapped, sealed_why from lab.seat_proposal where family_id = ${family}`.execute(
      tx,
    ),
    sql<{ id: string; seat_id: SeatId; sealed_reason: Buffer }>`
      select id, seat_id, sealed_reason from lab.seat_answer
      where family_id = ${family} and sealed_reason is not null order by answered_at`.execute(tx),
  ])
  return new Map(
    proposals.rows.map((row) => {
      const mine = answers.rows.filter((answer) => answer.seat_id === row.seat_id)
      if (!row.sealed_why && mine.length === 0) return [row.seat_id, { why: null, reasons: [] }]
      const key = ring.openKey(row.municipality_id, row.seat_id, row.wrapped)
      const open = (table: 'seat_proposal' | 'seat_answer', id: string, sealed: Buffer) =>
        String(openWords(key, placeOf(row.municipality_id, row.seat_id, table, id), sealed).words)
      return [
        row.seat_id,
        {
          why: row.sealed_why && open('seat_proposal', row.seat_id, row.sealed_why),
          reasons: mine.map((answer) => open('seat_answer', answer.id, answer.sealed_reason)),
        },
      ]
    }),
  )
}

/** What the rules need of a table. Undefined for who may not know of its seats. */
export async function loadSeatFacts(tx: Tx, family: FamilyId) {
  const [reader, rows, leaders, candidates] = await Promise.all([
    findReader(tx, family),
    findRows(tx, family),
    findLeaders(tx),
    sql<{ person_id: PersonId; party_id: PartyId }>`
      select person_id, party_id from lab.seat_candidates(${family})`.execute(tx),
  ])
  if (!reader) return undefined
  return { reader, seats: rows.map(factsOf), leaders, candidates: candidates.rows }
}

function factsOf(row: SeatRow): SeatFacts {
  return {
    seatId: row.seat_id,
    personId: row.person_id,
    role: row.role,
    state: stateOf(row),
    mine: row.mine,
    waitsFor: row.waits_for?.length ?? 0,
    taken: row.accepted_at !== null,
  }
}

/** Asks for a leader or for somebody of a service; lab.propose_seat looks whether one may. */
export async function insertProposal(
  tx: Tx,
  ring: KeyRing,
  family: FamilyId,
  seat: { id: SeatId; person: PersonId; party: PartyId; role: 'leader' | 'member'; why: string | null },
  municipality: string,
): Promise<void> {
  const own = ring.newKey(municipality, seat.id)
  const why =
    seat.why === null
      ? null
      : sealWords(own.key, placeOf(municipality, seat.id, 'seat_proposal', seat.id), seat.why).sealed
  await sql`select lab.propose_seat(${family}, ${seat.id}, ${seat.person}, ${seat.party}, ${seat.role}, ${own.wrapped}, ${why}::bytea)`.execute(
    tx,
  )
}

/** Brings somebody the family trusts, with the message that leads them in. */
export async function insertTrusted(
  tx: Tx,
  ring: KeyRing,
  family: FamilyId,
  seat: { id: SeatId; firstName: string; codeHash: Buffer; notice: Buffer },
  municipality: string,
): Promise<void> {
  const own = ring.newKey(municipality, seat.id)
  await sql`select lab.propose_trusted(${family}, ${seat.id}, ${seat.firstName}, ${initialsOf(seat.firstName)}, ${own.wrapped}, ${seat.codeHash},
    ${seat.notice})`.execute(tx)
}

/** My own answer. The trigger of the table settles what it comes to. */
export async function insertSeatAnswer(
  tx: Tx,
  ring: KeyRing,
  family: FamilyId,
  seat: SeatId,
  said: { answer: 'yes' | 'no'; reason: string | null },
  municipality: string,
): Promise<void> {
  const id = randomUUID()
  let reason: Buffer | null = null
  if (said.reason !== null) {
    const { rows } = await sql<{ wrapped: Buffer }>`
      select wrapped from lab.seat_proposal where seat_id = ${seat}`.execute(tx)
    const row = rows[0]
    if (!row) throw new Error('a seat that was asked for is not')
    const key = ring.openKey(municipality, seat, row.wrapped)
    reason = sealWords(key, placeOf(municipality, seat, 'seat_answer', id), said.reason).sealed
  }
  await sql`insert into lab.seat_answer (municipality_id, id, seat_id, family_id, person_id, answer, sealed_reason)
    values (${municipality}, ${id}, ${seat}, ${family}, lab.current_person(), ${said.answer}, ${reason}::bytea)`.execute(
    tx,
  )
}

export async function saveSeatEnd(tx: Tx, seat: SeatId): Promise<void> {
  await tx
    .updateTable('lab.seat')
    .set({ ended_at: sql<Date>`now()` })
    .where('id', '=', seat)
    .execute()
}

/** What I was asked to, of families I may know nothing else of. */
export async function findAskedSeats(tx: Tx): Promise<AskedSeats> {
  const { rows } = await sql<{
    seat_id: SeatId
    role: SeatRole
    family_name: string
    asked_by: string
    waits_for: 'me' | 'family' | 'consent'
  }>`select seat_id, role, family_name, asked_by, waits_for from lab.asked_of_me()`.execute(tx)
  return {
    asked: rows.map((row) => ({
      seatId: row.seat_id,
      role: row.role,
      familyName: row.family_name,
      askedBy: row.asked_by,
      waitsFor: row.waits_for,
    })),
  }
}

/** The lock of the family a seat of mine stands in. Undefined: it is no seat of mine. */
export async function lockSeat(tx: Tx, seat: SeatId): Promise<FamilyId | undefined> {
  const { rows } = await sql<{ family: FamilyId | null }>`select lab.lock_seat(${seat}) as family`.execute(tx)
  return rows[0]?.family ?? undefined
}

/** A seat I was asked to, as the rules see it. */
export async function findMySeat(tx: Tx, seat: SeatId): Promise<SeatFacts | undefined> {
  const { rows } = await sql<{
    role: SeatRole
    person_id: PersonId
    family_yes: boolean
    taken: boolean
    open: boolean
  }>`select * from lab.my_asked_seat(${seat})`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  return {
    seatId: seat,
    personId: row.person_id,
    role: row.role,
    state: !row.open ? 'ended' : row.family_yes ? 'waits-holder' : 'waits-family',
    mine: null,
    waitsFor: 0,
    taken: row.taken,
  }
}

export async function saveTaken(tx: Tx, seat: SeatId, isYes: boolean): Promise<void> {
  await sql`select lab.take_seat(${seat}, ${isYes})`.execute(tx)
}

/** The seats asked for in a family: their keys go with the family's when it is erased. */
export async function findProposalsOf(tx: Tx, family: FamilyId): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select seat_id as id from lab.seat_proposal where family_id = ${family}`.execute(tx)
  return rows.map(({ id }) => id)
}
