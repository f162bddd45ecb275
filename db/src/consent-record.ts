import type { RecordRefusal } from '@velferdslab/core/commands/consent-record'
import type { AreaCode, ConsentArea } from '@velferdslab/core/areas'
import type { ConsentRecord, ConsentRecords } from '@velferdslab/core/consent-record'
import { recordStateOf, type Recorded, type RecordFacts } from '@velferdslab/core/consent-record-rules'
import { ageOn, type CalendarDay } from '@velferdslab/core/dates'
import type { Ward } from '@velferdslab/core/guardianship'
import type { ConsentId, FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import type { TextLanguage } from '@velferdslab/core/text-language'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findAges } from './consent.ts'
import { findToConfirm } from './consent-code.ts'
import { lastDay } from './consent-persons.ts'
import { findFamily } from './family.ts'
import { findMembers } from './people.ts'
import { findText } from './text-version.ts'

/** What the leader needs to write down what somebody answered; undefined for everybody else. */
export async function loadRecordFacts(tx: Tx, family: FamilyId): Promise<RecordFacts | undefined> {
  const [row, pairs, guardians, decidesFromAge, parties, witnesses, terms] = await Promise.all([
    findFamily(tx, family),
    findGivers(tx, family),
    findGuardians(tx, family),
    findAges(tx),
    findReceivers(tx, family),
    sql<{ id: PersonId; partyId: PartyId }>`
      select w.person_id as id, w.party_id as "partyId" from lab.my_witnesses(${family}) w`.execute(tx),
    tx.selectFrom('lab.consent_term_now').select('confirm_days').executeTakeFirst(),
  ])
  if (!row?.ways.includes('leader')) return undefined
  const givers = new Map<string, { person: GiverRow; persons: GiverRow[] }>()
  for (const pair of pairs) {
    const known = givers.get(pair.giver_id) ?? { person: pair, persons: [] }
    if (pair.giver_id === pair.id) known.person = pair
    known.persons.push(pair)
    givers.set(pair.giver_id, known)
  }
  const known = ({ id, called_name, born }: GiverRow) => ({ id, calledName: called_name, born })
  return {
    givers: [...givers].map(([id, { person, persons }]) => ({
      ...known(person),
      id: id as PersonId,
      calledName: person.giver_name,
      persons: persons.map((each) => ({ ...known(each), asGuardian: guardians(id, each.id) })),
    })),
    decidesFromAge,
    parties: parties.map(({ partyId }) => partyId),
    witnesses: witnesses.rows,
    // No rule for the days is no day at all: what nobody has decided stays closed.
    confirmDays: terms?.confirm_days ?? 0,
  }
}

/** For whom a sentence was said as guardian, by name. */
const guardianFor = sql<string[]>`
  array(select distinct v.called_name from lab.consent_mandate m join lab.person v on v.id = m.person_id where m.consent_id = c.id)`

interface GiverRow {
  giver_id: PersonId
  giver_name: string
  id: PersonId
  called_name: string
  born: CalendarDay
}

async function findGivers(tx: Tx, family: FamilyId): Promise<GiverRow[]> {
  const { rows } = await sql<GiverRow>`
    select g.giver_id, y.called_name as giver_name, g.person_id as id, p.called_name, b.born
    from lab.my_givers(${family}) g
    join lab.person y on y.id = g.giver_id join lab.person p on p.id = g.person_id join lab.birth b on b.person_id = g.person_id
    left join lab.member m on m.family_id = ${family} and m.person_id = g.giver_id
    order by m.position nulls last, y.called_name, g.person_id <> g.giver_id, b.born, p.id`.execute(tx)
  return rows
}

/** As what somebody answers for another here: for the leader, who has to know what each can say. */
async function findGuardians(tx: Tx, family: FamilyId) {
  const { rows } = await sql<{ person_id: string; holder_id: string; areas: AreaCode[] | null; valid_to: Date | null }>`
    select r.person_id, r.holder_id, r.areas, r.valid_to from lab.my_responsibilities(${family}) r`.execute(tx)
  return (giver: string, person: string): Ward['asGuardian'] => {
    const his = rows.filter((each) => each.holder_id === giver && each.person_id === person)
    const mandates = his.flatMap(({ areas, valid_to }) =>
      areas ? [{ areas, until: valid_to && lastDay(valid_to) }] : [],
    )
    return mandates.length > 0 ? { isParentToo: his.some(({ areas }) => areas === null), mandates } : undefined
  }
}

/** Who can receive what is written down here: the services, and who sits at this table alone. Never a party the signed-in person sits for. */
async function findReceivers(tx: Tx, family: FamilyId) {
  const { rows } = await sql<{ partyId: PartyId; name: string; inSentence: string }>`
    select y.id as "partyId", y.name, y.in_sentence as "inSentence" from lab.party y
    where (y.kind = 'service' or y.id in (
        select s.party_id from lab.seat s where s.family_id = ${family} and s.approved_at is not null and s.ended_at is null))
      and y.id not in (select w.party_id from lab.my_work() w where w.family_id = ${family} and w.holds_seat)
    order by y.position, y.name`.execute(tx)
  return rows
}

/** What a consent to fill in by hand needs; undefined for who neither leads the family nor belongs to it, and for a service that never was. */
export async function findSheetFacts(tx: Tx, family: FamilyId, party: PartyId, language: TextLanguage) {
  const [row, members, receiver, sentence, sheet] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    tx.selectFrom('lab.party').select('in_sentence').where('id', '=', party).executeTakeFirst(),
    findText(tx, 'consent_sentence', language, null),
    findText(tx, 'consent_sheet', language, null),
  ])
  if (!row?.ways.some((way) => way === 'leader' || way === 'member' || way === 'guardian')) return undefined
  if (!receiver || !sentence || !sheet) return undefined
  return { sentence, sheet, service: receiver.in_sentence, onePerson: members.length === 1 }
}

/** What the signed-in person is said to have heard, and has not answered. */
export async function findHeard(tx: Tx, family: FamilyId): Promise<ConsentId[]> {
  const { rows } = await sql<{ id: ConsentId }>`
    select h.consent_id as id from lab.my_heard() h where h.family_id = ${family}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Stores a yes that was written down. @returns the older sentences it took the place of, when it counts at once */
export async function insertRecorded(tx: Tx, family: FamilyId, { consent, ...said }: Recorded): Promise<ConsentId[]> {
  await sql`insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties,
      valid_from, valid_to, text_version, language, channel, recorded_by)
    values (lab.current_municipality(), ${consent.id}, ${family}, ${consent.giverId}, ${consent.partyId}, 'yes', 'make_and_follow_plan',
      ${consent.areas}::text[], ${consent.persons}::uuid[], array[]::uuid[], now(), ${consent.validTo}, ${consent.said.textVersion},
      ${consent.said.language}, ${consent.channel}, lab.current_person())`.execute(tx)
  await sql`insert into lab.recorded_consent (municipality_id, consent_id, family_id, said_on, until, witness_id)
    values (lab.current_municipality(), ${consent.id}, ${family}, ${said.saidOn}, ${said.until}, ${said.witnessId})`.execute(
    tx,
  )
  return endBefore(tx, consent.id)
}

/** Stores a no that was written down. @returns the sentences it stopped */
export async function insertRecordedRefusal(
  tx: Tx,
  family: FamilyId,
  id: ConsentId,
  said: RecordRefusal,
): Promise<ConsentId[]> {
  await sql`insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties,
      valid_from, text_version, language, channel, recorded_by)
    values (lab.current_municipality(), ${id}, ${family}, ${said.giverId}, ${said.partyId}, 'no', 'make_and_follow_plan',
      array[]::text[], array[]::uuid[], array[]::uuid[], now(), ${said.textVersion}, ${said.language}, ${said.channel}, lab.current_person())`.execute(
    tx,
  )
  await sql`insert into lab.recorded_consent (municipality_id, consent_id, family_id, said_on)
    values (lab.current_municipality(), ${id}, ${family}, ${said.saidOn})`.execute(tx)
  return endBefore(tx, id)
}

/** The signed-in person heard it. @returns the older sentences it took the place of */
export async function insertHeard(tx: Tx, family: FamilyId, id: ConsentId): Promise<ConsentId[]> {
  await sql`insert into lab.consent_witness (municipality_id, consent_id, family_id, witness_id)
    values (lab.current_municipality(), ${id}, ${family}, lab.current_person())`.execute(tx)
  return endBefore(tx, id)
}

async function endBefore(tx: Tx, id: ConsentId): Promise<ConsentId[]> {
  const { rows } = await sql<{ id: ConsentId }>`select e as id from lab.end_before(${id}) e`.execute(tx)
  return rows.map((row) => row.id)
}

/** What was written down in a family: all of it for its leader, and for who sits there what they are said to have heard. */
export async function findConsentRecords(tx: Tx, family: FamilyId): Promise<ConsentRecords | undefined> {
  const [row, facts, rows, receivers, people, toConfirm, ending] = await Promise.all([
    findFamily(tx, family),
    loadRecordFacts(tx, family),
    findRows(tx, family),
    findReceivers(tx, family),
    sql<{ id: string; called_name: string; party: string }>`
      select p.id, p.called_name, y.name as party from lab.my_witnesses(${family}) w
      join lab.person p on p.id = w.person_id join lab.party y on y.id = w.party_id order by y.position, p.called_name`.execute(
      tx,
    ),
    findToConfirm(tx, family),
    sql<{ id: ConsentId; giver: string; guardian_for: string[]; service: string; valid_to: Date }>`
      select c.id, g.called_name as giver, ${guardianFor} as guardian_for, y.in_sentence as service, c.valid_to
      from lab.consent c join lab.consent_term_now n on n.municipality_id = c.municipality_id
      join lab.person g on g.id = c.giver_id join lab.party y on y.id = c.party_id
      where c.family_id = ${family} and c.answer = 'yes' and c.channel <> 'oral' and c.ended_at is null
        and c.valid_to > now() and c.valid_to <= now() + make_interval(days => n.remind_days + 1)
      order by c.valid_to, g.called_name`.execute(tx),
  ])
  if (!row?.ways.some((way) => way === 'leader' || way === 'seat')) return undefined
  const { today } = row
  const mayAlone = (born: CalendarDay) =>
    Object.values(facts?.decidesFromAge ?? {}).some((age) => ageOn(born, today) >= age)
  return {
    today,
    form: facts
      ? {
          confirmDays: facts.confirmDays,
          // A child who can say yes to nothing yet is no giver.
          givers: facts.givers
            .map(({ id, calledName, persons }) => ({
              id,
              calledName,
              persons: persons
                .filter((person) => person.id !== id || mayAlone(person.born))
                .map((person) => ({ id: person.id, calledName: person.calledName })),
            }))
            .filter(({ persons }) => persons.length > 0),
          services: receivers,
          witnesses: facts.witnesses.flatMap(({ id, partyId }) => {
            const person = people.rows.find((each) => each.id === id)
            return person ? [{ id, calledName: person.called_name, partyId, service: person.party }] : []
          }),
        }
      : null,
    ending: facts
      ? ending.rows.map(({ id, giver, guardian_for: asGuardianFor, service, valid_to }) => ({
          id,
          giver,
          asGuardianFor,
          service,
          until: lastDay(valid_to),
        }))
      : [],
    records: rows
      .filter((record) => facts !== undefined || record.waits_for_me)
      .map((record) => recordOf(record, toConfirm)),
  }
}

interface RecordRow {
  id: ConsentId
  giver_id: PersonId
  giver: string
  guardian_for: string[]
  party_id: PartyId
  service: string
  answer: 'yes' | 'no'
  channel: 'paper' | 'oral'
  areas: ConsentArea[]
  persons: { id: PersonId; calledName: string }[]
  said_on: CalendarDay
  until: CalendarDay | null
  valid_to: Date | null
  recorded_by: string
  witness: string | null
  heard_at: Date | null
  ended: boolean
  over: boolean
  waits_for_me: boolean
  code_until: Date | null
  call_at: Date | null
  coded: 'yes' | 'no' | null
  coded_at: Date | null
  helper: string | null
  helper_place: string | null
}

/** Newest first. What has ended is left out after a month: the memory of it lies in the chain. */
async function findRows(tx: Tx, family: FamilyId): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select c.id, c.giver_id, g.called_name as giver, ${guardianFor} as guardian_for, c.party_id, y.in_sentence as service, c.answer, c.channel, c.areas, r.said_on, r.until, c.valid_to,
      b.called_name as recorded_by, w.called_name as witness, h.at as heard_at,
      c.ended_at is not null as ended, coalesce(c.valid_to <= now(), false) as over, c.id in (select m.consent_id from lab.my_heard() m) as waits_for_me,
      k.ends_at as code_until, k.call_at, k.answer as coded, k.answered_at as coded_at, k.helper, k.helper_place,
      coalesce((select json_agg(json_build_object('id', p.id, 'calledName', p.called_name) order by p.id <> c.giver_id, p.called_name)
        from lab.person p where p.id = any (c.persons)), '[]') as persons
    from lab.consent c
    join lab.recorded_consent r on r.municipality_id = c.municipality_id and r.consent_id = c.id
    join lab.person g on g.id = c.giver_id join lab.person b on b.id = c.recorded_by join lab.party y on y.id = c.party_id
    left join lab.person w on w.id = r.witness_id
    left join lab.my_codes(${family}) k on k.consent_id = c.id
    left join lab.consent_witness h on h.consent_id = c.id and h.witness_id = r.witness_id
    where c.family_id = ${family} and coalesce(c.ended_at, c.valid_to, c.given_at + interval '11 months') > now() - interval '1 month'
    order by c.given_at desc, c.id`.execute(tx)
  return rows
}

function recordOf(row: RecordRow, toConfirm: readonly ConsentId[]): ConsentRecord {
  const spoken = row.channel === 'oral' && row.answer === 'yes'
  return {
    id: row.id,
    giverId: row.giver_id,
    giver: row.giver,
    asGuardianFor: row.guardian_for,
    partyId: row.party_id,
    service: row.service,
    answer: row.answer,
    channel: row.channel,
    areas: row.areas,
    persons: row.persons,
    saidOn: row.said_on,
    until: row.until,
    confirmBy: spoken && row.valid_to ? lastDay(row.valid_to) : null,
    recordedBy: row.recorded_by,
    witness: row.witness,
    heardAt: row.heard_at?.toISOString() ?? null,
    code: row.code_until && {
      until: lastDay(row.code_until),
      callAt: row.call_at?.toISOString() ?? null,
      answeredAt: row.coded_at?.toISOString() ?? null,
      helper: row.helper,
      place: row.helper_place,
    },
    mayMakeCode: toConfirm.includes(row.id),
    state: recordStateOf({ ...row, heard: row.heard_at !== null }),
    waitsForMe: row.waits_for_me,
  }
}
