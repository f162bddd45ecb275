import type { AskMember, RecordProtection, RecordResponsibility } from '@velferdslab/core/commands/household'
import type { AreaCode } from '@velferdslab/core/areas'
import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { Household, HouseholdMember, Joining, Responsibility } from '@velferdslab/core/household'
import type { FamilyId, MemberProposalId, PersonId, ProtectionId, ResponsibilityId } from '@velferdslab/core/ids'
import { calledNameOf, initialsOf } from '@velferdslab/core/names'
import type { Relation } from '@velferdslab/core/people'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { cardOf, findMembers, findSeats } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'
import { findWhereabouts } from './whereabouts.ts'

const placeOf = (key: FamilyKey, row: string): Place => ({
  municipality: key.municipality,
  family: key.family,
  table: 'member_proposal',
  column: 'sealed',
  row,
})

/** Who belongs to a family, as the signed-in person may see it: members and guardians, and its leader; nobody else opens this page. */
export async function findHousehold(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey | undefined,
): Promise<Household | undefined> {
  const [home, members, seats, voice, since, answers, protections, ages, earlier, asked, keepers, places] =
    await Promise.all([
      findFamily(tx, family),
      findMembers(tx, family),
      findSeats(tx, family),
      sql<{ speaks: boolean }>`select v.speaks from lab.my_voice() v where v.family_id = ${family}`.execute(tx),
      sql<{ person_id: string; valid_from: Date }>`
        select person_id, valid_from from lab.member where family_id = ${family} and (valid_to is null or valid_to > now())`.execute(
        tx,
      ),
      findResponsibilities(tx, family),
      sql<{ id: ProtectionId; person_id: string; level: never; source: never; valid_from: CalendarDay }>`
        select p.id, p.person_id, p.level, p.source, p.valid_from from lab.protection p where p.ended_at is null`.execute(
        tx,
      ),
      findComingOfAge(tx, family),
      sql<{ person_id: PersonId; name: string; relation: Relation; since: Date; until: Date }>`
        select person_id, name, relation, since, until from lab.my_member_history(${family})`.execute(tx),
      findProposals(tx, family),
      sql<{ id: PersonId; name: string }>`
        select p.id, p.name from lab.address_keeper k join lab.person p on p.id = k.person_id
        where k.family_id = ${family} and k.ended_at is null order by p.name collate lab.norwegian`.execute(tx),
      key ? findWhereabouts(tx, key) : [],
    ])
  if (!home?.ways.some((way) => way === 'member' || way === 'guardian' || way === 'leader')) return undefined
  const iLead = home.ways.includes('leader')
  const iSpeak = voice.rows[0]?.speaks === true
  const me = members.find((each) => each.me)
  const present = new Set(members.map(({ id }) => id))
  const told = members.map((member): HouseholdMember => {
    const protection = protections.rows.find((each) => each.person_id === member.id)
    const came = ages.find((each) => each.person === member.id)
    return {
      ...cardOf(member),
      relation: member.relation as Relation,
      isChild: member.child,
      age: member.age,
      isMe: member.me,
      since: dayInOslo(since.rows.find((each) => each.person_id === member.id)?.valid_from ?? new Date()),
      answersFor: answers.filter((each) => each.person === member.id).map((each) => each.told),
      protection: protection
        ? { id: protection.id, level: protection.level, source: protection.source, from: protection.valid_from }
        : null,
      whereabouts: places.flatMap(({ what, subject, text }) =>
        subject === member.id && what !== 'meeting_place' ? [{ what: what, text }] : [],
      ),
      cameOfAge: came ? { age: came.age, on: came.on, answered: came.answered, areas: came.areas } : null,
      mayMoveOut: iLead || (member.me && !member.child && me !== undefined),
    }
  })
  const guarded = told.some(({ protection }) => protection !== null)
  const kept = new Set(keepers.rows.map(({ id }) => id as string))
  return {
    family: { id: home.id, name: home.name, onePerson: members.length === 1 },
    today: home.today,
    iLead,
    iSpeak,
    members: told,
    earlier: earlier.rows.map((row) => ({
      id: row.person_id,
      name: row.name,
      relation: row.relation,
      from: dayInOslo(row.since),
      to: dayInOslo(row.until),
      mayComeBack:
        (iLead || iSpeak) && !present.has(row.person_id) && !asked.some((each) => each.person === row.person_id),
    })),
    asked: asked.map((each) => each.told),
    guarded,
    keepers: keepers.rows,
    couldKeep:
      guarded && (iLead || iSpeak)
        ? seats
            .filter((seat) => seat.active && seat.role !== 'leader' && !kept.has(seat.id))
            .map((seat) => ({ id: seat.id as PersonId, name: seat.name }))
        : [],
  }
}

/** Who answers for those of a family, for whom it is to know. */
export async function findResponsibilities(
  tx: Tx,
  family: FamilyId,
): Promise<{ person: string; told: Responsibility }[]> {
  const { rows } = await sql<{
    id: ResponsibilityId
    person_id: string
    holder: string
    me: boolean
    kind: 'parental' | 'guardian'
    areas: AreaCode[] | null
    source: string
    document_on: CalendarDay | null
    valid_from: Date
    until: CalendarDay | null
    recorded_by: string | null
  }>`
    select r.*, r.holder_id = lab.current_person() as me, ((r.valid_to at time zone 'Europe/Oslo') - interval '1 second')::date as until
    from lab.my_responsibilities(${family}) r`.execute(tx)
  return rows.map((row) => ({
    person: row.person_id,
    told: {
      id: row.id,
      holder: row.holder,
      isMe: row.me,
      kind: row.kind,
      areas: row.areas,
      source: row.source,
      documentOn: row.document_on,
      since: dayInOslo(row.valid_from),
      until: row.until,
      recordedBy: row.recorded_by,
    },
  }))
}

/** The last age each has come to, for whom it is theirs to know, and the areas one answers for from that age. */
async function findComingOfAge(
  tx: Tx,
  family: FamilyId,
): Promise<{ person: string; age: number; on: CalendarDay; answered: boolean; areas: AreaCode[] }[]> {
  const { rows } = await sql<{ person: string; age: number; on: CalendarDay; answered: boolean; areas: AreaCode[] }>`
    select distinct on (c.person_id) c.person_id as person, c.age, c.on_day as on, c.answered_at is not null as answered,
      array(select n.area from lab.consent_age_now n where n.from_age = c.age or (c.age = 18 and n.from_age > c.age) order by n.area) as areas
    from lab.coming_of_age c where c.family_id = ${family} order by c.person_id, c.age desc`.execute(tx)
  return rows
}

async function findProposals(
  tx: Tx,
  family: FamilyId,
): Promise<{ person: string; told: Household['asked'][number] }[]> {
  const { rows } = await sql<{
    proposal_id: MemberProposalId
    person_id: string
    name: string
    relation: Relation
    asked_by: string
    asked_at: Date
    approved_at: Date | null
    mine: 'yes' | 'no' | null
    may_answer: boolean
  }>`select * from lab.my_member_proposals(${family})`.execute(tx)
  return rows.map((row) => ({
    person: row.person_id,
    told: {
      id: row.proposal_id,
      name: row.name,
      relation: row.relation,
      askedBy: row.asked_by,
      on: dayInOslo(row.asked_at),
      state: row.approved_at ? 'waits_person' : 'waits_family',
      mine: row.mine,
      mayAnswer: row.may_answer,
    },
  }))
}

/** They belong no more, what they said yes to here ends, and both are remembered. */
export async function saveMoveOut(tx: Tx, family: FamilyId, person: PersonId, command: string): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`
    select lab.move_out(${family}, ${person}, ${command}) as done`.execute(tx)
  if (!rows[0]?.done) throw new Error('nobody moves out here')
}

export async function saveAskedMember(tx: Tx, key: FamilyKey, input: AskMember): Promise<void> {
  const { who, proposalId, personId } = input
  const sealed = who && sealWords(key.key, placeOf(key, proposalId), who.telephone).sealed
  const { rows } = await sql<{ done: boolean }>`
    select lab.propose_member(${key.family}, ${proposalId}, ${personId}, ${who?.name ?? null}, ${who && calledNameOf(who.name)},
      ${who && initialsOf(who.name)}, ${who?.born ?? null}::date, ${input.relation}, ${sealed}::bytea) as done`.execute(
    tx,
  )
  if (!rows[0]?.done) throw new Error('nobody asks for a member here')
}

/** Where who is asked for is reached: for who answers, whose last yes sends the message. */
export async function findTelephone(tx: Tx, key: FamilyKey, proposal: MemberProposalId): Promise<string | null> {
  const { rows } = await sql<{
    sealed: Buffer | null
  }>`select sealed from lab.member_proposal where id = ${proposal}`.execute(tx)
  const sealed = rows[0]?.sealed
  return sealed ? (openWords(key.key, placeOf(key, proposal), sealed).words as string) : null
}

export async function saveMemberAnswer(
  tx: Tx,
  proposal: MemberProposalId,
  answer: 'yes' | 'no',
  message: { codeHash: Buffer; sealed: Buffer } | null,
): Promise<string | null> {
  const { rows } = await sql<{ came: string | null }>`
    select lab.answer_member(${randomUUID()}, ${proposal}, ${answer}, ${message?.codeHash ?? null}::bytea, ${message?.sealed ?? null}::bytea) as came`.execute(
    tx,
  )
  return rows[0]?.came ?? null
}

/** Families that want the signed-in person as one of theirs. */
export async function findJoining(tx: Tx): Promise<Joining> {
  const { rows } = await sql<Joining['asked'][number]>`
    select proposal_id as id, family_name as "familyName", asked_by as "askedBy" from lab.my_joining()`.execute(tx)
  return { asked: rows }
}

/** @returns the family one has answered; null where nobody asked */
export async function saveJoining(
  tx: Tx,
  proposal: MemberProposalId,
  answer: 'yes' | 'no',
  command: string,
): Promise<FamilyId | null> {
  const { rows } = await sql<{ home: FamilyId | null }>`
    select lab.join_family(${proposal}, ${answer}, ${command}) as home`.execute(tx)
  return rows[0]?.home ?? null
}

export async function saveResponsibility(tx: Tx, family: FamilyId, input: RecordResponsibility): Promise<void> {
  const name = input.holderName
  const { rows } = await sql<{ done: boolean }>`
    select lab.record_responsibility(${family}, ${input.responsibilityId}, ${input.personId}, ${input.holderId}, ${name}, ${name && calledNameOf(name)},
      ${name && initialsOf(name)}, ${input.kind}, ${input.areas}::text[], ${input.source}, ${input.documentOn}::date, ${input.until}::date) as done`.execute(
    tx,
  )
  if (!rows[0]?.done) throw new Error('nobody writes down who answers here')
}

export async function endResponsibility(tx: Tx, family: FamilyId, id: ResponsibilityId): Promise<void> {
  await sql`select lab.end_responsibility(${family}, ${id})`.execute(tx)
}

export async function saveProtection(tx: Tx, input: RecordProtection): Promise<void> {
  await sql`insert into lab.protection (municipality_id, id, person_id, level, source, valid_from, recorded_by)
    values (lab.current_municipality(), ${input.protectionId}, ${input.personId}, ${input.level}, ${input.source}, ${input.from}, lab.current_person())`.execute(
    tx,
  )
}

export async function endProtection(tx: Tx, id: ProtectionId): Promise<void> {
  await sql`update lab.protection set ended_at = now(), ended_by = lab.current_person() where id = ${id} and ended_at is null`.execute(
    tx,
  )
}

export async function saveKeeper(tx: Tx, family: FamilyId, person: PersonId, may: boolean): Promise<void> {
  if (may)
    await sql`insert into lab.address_keeper (municipality_id, id, family_id, person_id, named_by)
      values (lab.current_municipality(), ${randomUUID()}, ${family}, ${person}, lab.current_person())`.execute(tx)
  else
    await sql`update lab.address_keeper set ended_at = now() where family_id = ${family} and person_id = ${person} and ended_at is null`.execute(
      tx,
    )
}

export async function saveSeenAge(tx: Tx, family: FamilyId, age: number): Promise<void> {
  await sql`update lab.coming_of_age set answered_at = now()
    where family_id = ${family} and person_id = lab.current_person() and age = ${age} and answered_at is null`.execute(
    tx,
  )
}
