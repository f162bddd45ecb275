import { consentAreas, type AreaCode, type ConsentArea } from '@velferdslab/core/areas'
import type { Consent, ConsentPicture } from '@velferdslab/core/consent'
import {
  squareState,
  type ConsentChange,
  type ConsentFacts,
  type StandingConsent,
  type Wording,
} from '@velferdslab/core/consent-rules'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { ConsentId, FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findAnswersFor, findByGuardian, lastDay, personInPicture, personsIAnswerFor } from './consent-persons.ts'
import { askedLeader, findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { findMembers, findSeats } from './people.ts'
import { openWords } from './sealed.ts'

type ConsentRow = {
  id: ConsentId
  party_id: PartyId
  giver_id: PersonId
  answer: 'yes' | 'no'
  areas: ConsentArea[]
  persons: PersonId[]
  valid_to: Date | null
  ended_at: Date | null
  ended_how: 'withdrawn' | 'narrowed' | 'replaced' | null
  given_at: Date
  text_version: string
  language: Wording['language']
  standing: boolean
  /** Said aloud, and not heard yet by who is said to have heard it. */
  unheard: boolean
  channel: 'digital' | 'paper' | 'oral' | 'code'
  helper: string | null
  helper_place: string | null
  recorder: string | null
  said_on: CalendarDay | null
  said_until: CalendarDay | null
  witness: string | null
  guardian_for: string[]
}

/** My own answers in a family, newest first. */
async function findMine(tx: Tx, family: FamilyId): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`
    select c.id, c.party_id, c.giver_id, c.answer, c.areas, c.persons, c.valid_to, c.ended_at, c.ended_how, c.given_at, c.text_version, c.language,
      c.answer = 'yes' and c.ended_at is null and c.valid_to > now() as standing,
      c.channel = 'oral' and c.answer = 'yes' and not exists (select 1 from lab.consent_witness h where h.consent_id = c.id) as unheard,
      c.channel, b.called_name as recorder, r.said_on, r.until as said_until, w.called_name as witness,
      k.helper, k.helper_place,
      array(select distinct p.called_name from lab.consent_mandate g join lab.person p on p.id = g.person_id where g.consent_id = c.id) as guardian_for
    from lab.consent c
    left join lab.recorded_consent r on r.municipality_id = c.municipality_id and r.consent_id = c.id
    left join lab.my_codes(${family}) k on k.said_id = c.id
    left join lab.person b on r.consent_id is not null and b.id = c.recorded_by
    left join lab.person w on w.id = r.witness_id
    where c.family_id = ${family} and c.giver_id = lab.current_person()
    order by c.given_at desc, c.id`.execute(tx)
  return rows
}

export async function findAges(tx: Tx): Promise<ConsentFacts['decidesFromAge']> {
  const rows = await tx.selectFrom('lab.consent_age_now').select(['area', 'from_age']).execute()
  return Object.fromEntries(rows.map((row) => [row.area as AreaCode, row.from_age]))
}

/** What the rules on consent need, for one service. Undefined when the signed-in person is no member of the family (nor its guardian). */
export async function loadConsentFacts(
  tx: Tx,
  family: FamilyId,
  party: PartyId | null,
): Promise<ConsentFacts | undefined> {
  const [row, members, answersFor, mine, decidesFromAge, known] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findAnswersFor(tx),
    findMine(tx, family),
    findAges(tx),
    party === null
      ? Promise.resolve(true)
      : tx.selectFrom('lab.party').select('id').where('id', '=', party).executeTakeFirst(),
  ])
  const me = members.find((member) => member.me)
  // A guardian belongs to no family by it, and answers within the mandate all the same.
  if (!row || !known || !(me?.born || row.ways.includes('guardian'))) return undefined
  return {
    me: (me?.id ?? null) as PersonId | null,
    persons: personsIAnswerFor(members, answersFor).map((member) => ({
      id: member.id as PersonId,
      calledName: member.called_name,
      born: member.born as CalendarDay,
      asGuardian: answersFor.get(member.id),
    })),
    decidesFromAge,
    standing: mine
      .filter((consent) => consent.standing && (party === null || consent.party_id === party))
      .map(standingOf),
  }
}

function standingOf(row: ConsentRow): StandingConsent {
  return {
    id: row.id,
    giverId: row.giver_id,
    partyId: row.party_id,
    areas: row.areas,
    persons: row.persons,
    validTo: row.valid_to ?? new Date(0),
    said: { textVersion: row.text_version, language: row.language },
    saidUntil: row.channel === 'oral' ? row.said_until : null,
    unheard: row.unheard,
  }
}

/** Stores what a rule decided: ends first, then what is given. */
export async function saveConsents(tx: Tx, family: FamilyId, change: ConsentChange): Promise<void> {
  for (const end of change.end) {
    const ended = await tx
      .updateTable('lab.consent')
      .set({ ended_at: sql<Date>`now()`, ended_how: end.how })
      .where('id', '=', end.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows !== 1n) throw new Error('a consent that should end did not')
  }
  for (const given of change.give) {
    await sql`insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties,
        valid_from, valid_to, text_version, language, channel, recorded_by)
      values (lab.current_municipality(), ${given.id}, ${family}, lab.current_person(), ${given.partyId}, 'yes', 'make_and_follow_plan',
        ${given.areas}::text[], ${given.persons}::uuid[], array[]::uuid[], now(), ${given.validTo}, ${given.said.textVersion}, ${given.said.language}, 'digital',
        lab.current_person())`.execute(tx)
  }
}

/** Stores a no: the service, the date, nothing else. */
export async function saveRefusal(
  tx: Tx,
  family: FamilyId,
  refusal: { id: ConsentId; partyId: PartyId } & Wording,
): Promise<void> {
  await sql`insert into lab.consent (municipality_id, id, family_id, giver_id, party_id, answer, purpose, areas, persons, giving_parties,
      valid_from, text_version, language, channel, recorded_by)
    values (lab.current_municipality(), ${refusal.id}, ${family}, lab.current_person(), ${refusal.partyId}, 'no', 'make_and_follow_plan',
      array[]::text[], array[]::uuid[], array[]::uuid[], now(), ${refusal.textVersion}, ${refusal.language}, 'digital', lab.current_person())`.execute(
    tx,
  )
}

/** The picture: services x areas for each person I answer for, what is wished, and my own answers. Undefined for whoever is no member. */
export async function findConsentPicture(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey | undefined,
): Promise<ConsentPicture | undefined> {
  const [row, members, seats, mine, decidesFromAge, answersFor, effective, parties, wishes, closed, terms] =
    await Promise.all([
      findFamily(tx, family),
      findMembers(tx, family),
      findSeats(tx, family),
      findMine(tx, family),
      findAges(tx),
      findAnswersFor(tx),
      sql<{ party_id: string; person_id: string; area: string }>`
      select party_id, person_id, area from lab.my_effective_consents(${family})`.execute(tx),
      tx
        .selectFrom('lab.party')
        .select(['id', 'name', 'in_sentence', 'kind'])
        .where((where) => where.or([where('kind', '<>', 'lab'), where.exists(sql`(${askedLeader(family)})`)]))
        .orderBy('position')
        .execute(),
      sql<{
        id: string
        party_id: string
        by: string
        areas: ConsentArea[]
        persons: PersonId[]
        until: CalendarDay
        sealed_reason: Buffer
      }>`
      select w.id, w.party_id, p.called_name as by, w.areas, w.persons, w.until, w.sealed_reason
      from lab.consent_wish w join lab.person p on p.municipality_id = w.municipality_id and p.id = w.wished_by
      where w.family_id = ${family} order by w.wished_at desc`.execute(tx),
      sql<{ code: string }>`select code from lab.area where closes_on <= lab.today()`.execute(tx),
      tx.selectFrom('lab.consent_term_now').select('remind_days').executeTakeFirst(),
    ])
  const me = members.find((member) => member.me)
  if (!row || !(me?.born || row.ways.includes('guardian'))) return undefined
  const counts = new Set(effective.rows.map((cell) => `${cell.party_id} ${cell.person_id} ${cell.area}`))
  const [others, byGuardian] = await Promise.all([
    Promise.all(
      personsIAnswerFor(members, answersFor).map(async (member) => ({
        member,
        also: member.me ? [] : await findAlsoNeeded(tx, family, member.id),
      })),
    ),
    me ? findByGuardian(tx, family, counts) : [],
  ])
  const at = { decidesFromAge, today: row.today }
  const persons = others.map(({ member, also }) => personInPicture(member, also, answersFor.get(member.id), at))
  // Who is here as guardian alone is shown what the mandate holds, and no more.
  const asked = me
    ? consentAreas
    : consentAreas.filter((area) => persons.some((each) => each.asGuardian?.areas.includes(area)))
  const shown = parties.filter(
    (party) =>
      seats.some((seat) => seat.active && seat.party_id === party.id) ||
      wishes.rows.some((wish) => wish.party_id === party.id) ||
      mine.some((answer) => answer.party_id === party.id),
  )
  return {
    family: { id: row.id, onePerson: members.length === 1 && me !== undefined },
    today: row.today,
    remindDays: terms?.remind_days ?? 0,
    persons,
    answerForThemselves: me
      ? members.filter((each) => !each.me && !each.child && !answersFor.get(each.id)).map((each) => each.called_name)
      : [],
    byGuardian,
    // A closed area is offered for nothing new; what was said of it is shown as before.
    areas: asked.filter(
      (area) =>
        closed.rows.every(({ code }) => code !== area) ||
        effective.rows.some((cell) => cell.area === area) ||
        mine.some((answer) => answer.areas.includes(area)),
    ),
    services: shown.map((party) => {
      const partyId = party.id as PartyId
      const answers = mine.filter((answer) => answer.party_id === partyId)
      const wish = wishes.rows.find((wished) => wished.party_id === partyId)
      return {
        partyId,
        name: party.name,
        inSentence: party.in_sentence,
        seatedBy: seats.filter((seat) => seat.active && seat.party_id === partyId).map((seat) => seat.called_name),
        wish:
          wish && key
            ? {
                by: wish.by,
                areas: wish.areas,
                persons: wish.persons,
                until: wish.until,
                reason: openReason(key, wish),
              }
            : null,
        squares: persons.flatMap((person) =>
          (person.asGuardian?.areas ?? asked).map((area) => {
            const covering = answers.filter(
              (answer) => answer.areas.includes(area) && answer.persons.includes(person.id),
            )
            const standing = covering.find((answer) => answer.standing && !answer.unheard)
            const until = standing?.valid_to ? lastDay(standing.valid_to) : null
            return {
              area,
              personId: person.id,
              until,
              state: squareState({
                effective: counts.has(`${partyId} ${person.id} ${area}`),
                mineUntil: until,
                stoppedByMe: covering.some(
                  (answer) => answer.ended_how === 'withdrawn' || answer.ended_how === 'narrowed',
                ),
                today: row.today,
                remindDays: terms?.remind_days ?? 0,
              }),
            }
          }),
        ),
        mine: answers.map((answer) => consentOf(answer, counts)),
      }
    }),
  }
}

/** Called names of others whose yes is needed too: not of whom a lawful reason lets us not wait for. Names only, never what they answered. */
async function findAlsoNeeded(tx: Tx, family: FamilyId, person: string): Promise<string[]> {
  const { rows } = await sql<{ called_name: string }>`
    select called_name from lab.also_asked_for(${person}) as called_name
    where called_name not in (select p.called_name from lab.active_sole_consent s join lab.person p on p.id = s.without_id
      where s.family_id = ${family} and s.person_id = ${person})`.execute(tx)
  return rows.map((row) => row.called_name)
}

function openReason(key: FamilyKey, wish: { id: string; sealed_reason: Buffer }): string {
  const place = {
    municipality: key.municipality,
    family: key.family,
    table: 'consent_wish',
    column: 'sealed_reason',
    row: wish.id,
  }
  return String(openWords(key.key, place, wish.sealed_reason).words)
}

function consentOf(row: ConsentRow, counts: ReadonlySet<string>): Consent {
  return {
    id: row.id,
    partyId: row.party_id,
    answer: row.answer,
    areas: row.areas,
    persons: row.persons,
    givenAt: row.given_at.toISOString(),
    until: row.valid_to ? lastDay(row.valid_to) : null,
    endedAt: row.ended_at?.toISOString() ?? null,
    state: stateOf(row, counts),
    textVersion: row.text_version,
    language: row.language,
    asGuardianFor: row.guardian_for,
    byCode: row.channel === 'code' ? { helper: row.helper, place: row.helper_place } : null,
    recorded:
      (row.channel === 'paper' || row.channel === 'oral') && row.said_on
        ? {
            channel: row.channel,
            by: row.recorder ?? '',
            saidOn: row.said_on,
            until: row.said_until,
            witness: row.witness,
          }
        : null,
  }
}

function stateOf(row: ConsentRow, counts: ReadonlySet<string>): Consent['state'] {
  if (row.answer === 'no') return 'refused'
  if (row.ended_at) return 'stopped'
  if (!row.standing) return 'expired'
  if (row.unheard) return 'unheard'
  const cells = row.persons.flatMap((person) =>
    row.areas.map((area) => counts.has(`${row.party_id} ${person} ${area}`)),
  )
  if (cells.every(Boolean)) return 'active'
  return cells.some(Boolean) ? 'partly' : 'awaiting'
}
