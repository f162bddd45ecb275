import { openHelperSession } from '@velferdslab/db/helper-session'
import { openTableSession } from '@velferdslab/db/table-session'
import { tokenHash } from '@velferdslab/db/token-hash'
import { randomUUID } from 'node:crypto'
import { sql } from '../../db/testing/fjordvik-for-tests.ts'
import type { Answer, TestServer } from './lab-for-tests.ts'

/** Asks at a door as somebody. */
export type Asks = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>

interface PlaceOfIds {
  readonly table: string
  readonly column?: string
  /** Whether its rows are of one family: by the row itself, or by the person they are about. */
  readonly ofFamily: boolean | 'by person'
  /** Who is of the family learns of all of them, by a door that shows them. */
  readonly knownAtHome?: true
}

/** The table a path parameter is an id of. A parameter that is not here turns the test red: say where its ids lie. */
export const tableOfId: Readonly<Record<string, PlaceOfIds>> = {
  familyId: { table: 'family', ofFamily: false },
  consentId: { table: 'consent', ofFamily: true },
  partyId: { table: 'party', ofFamily: false },
  noteId: { table: 'note', ofFamily: true },
  selfReferralId: { table: 'self_referral', ofFamily: false },
  questionId: { table: 'question', ofFamily: false },
  seatId: { table: 'seat', ofFamily: true },
  measureId: { table: 'measure', ofFamily: true },
  decisionId: { table: 'decision', ofFamily: true },
  entryId: { table: 'entry', ofFamily: true },
  wellbeingId: { table: 'wellbeing', ofFamily: true },
  phaseMoveId: { table: 'phase_move', ofFamily: true },
  meetingId: { table: 'meeting', ofFamily: true },
  personId: { table: 'member', column: 'person_id', ofFamily: true },
  versionId: { table: 'plan_version', ofFamily: true },
  promiseId: { table: 'promise', ofFamily: true },
  proposalId: { table: 'member_proposal', ofFamily: true },
  responsibilityId: { table: 'responsibility', ofFamily: 'by person', knownAtHome: true },
  protectionId: { table: 'protection', ofFamily: 'by person' },
  actId: { table: 'act', ofFamily: true },
  reportId: { table: 'report', ofFamily: true },
  holdId: { table: 'legal_hold', ofFamily: false },
  reviewId: { table: 'review', ofFamily: false },
  glassReviewId: { table: 'glass_review', ofFamily: true },
  changeId: { table: 'change', ofFamily: false },
  soleConsentId: { table: 'sole_consent', ofFamily: true },
  linkId: { table: 'task_link', ofFamily: true },
  shareId: { table: 'share', ofFamily: true },
}

/** Ids of a kind that lie in the database, whoever may see them; of one family where they belong to one. */
export async function realIds(server: TestServer, parameter: string, family: string): Promise<string[]> {
  const { table, column = 'id', ofFamily } = placeOf(parameter)
  const { rows } = await server.owner.query<{ id: string }>(
    `select ${column} as id from lab.${table} ${
      ofFamily === 'by person'
        ? 'where person_id in (select m.person_id from lab.member m where m.family_id = $1)'
        : ofFamily
          ? 'where family_id = $1'
          : ''
    } order by 1`,
    ofFamily ? [family] : [],
  )
  return rows.map((row) => row.id)
}

/** Of those, the ones that row security keeps from somebody. */
export async function hiddenIds(
  server: TestServer,
  persona: string,
  parameter: string,
  family: string,
): Promise<string[]> {
  const { table, column = 'id', ofFamily, knownAtHome } = placeOf(parameter)
  if (knownAtHome) return []
  const all = await realIds(server, parameter, family)
  const seen = await server.as(persona, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(column)} as id from ${sql.table(`lab.${table}`)} ${ofFamily === true ? sql`where family_id = ${family}` : sql``}`.execute(
      tx,
    )
    return new Set(rows.map((row) => row.id))
  })
  return all.filter((id) => !seen.has(id))
}

function placeOf(parameter: string) {
  const place = tableOfId[parameter]
  if (!place) throw new Error(`server/testing/foreign-ids.ts does not say what :${parameter} is an id of`)
  return place
}

/**
 * Everybody to whom the Hansen-Ali family does not exist, by what they are. Those whom Fjordvik lacks are made: who once was of the family, whose seat
 * there has ended, roles that see no family, the tables of others, another municipality.
 */
export async function strangers(server: TestServer): Promise<Record<string, Asks>> {
  const family = server.family('hansen-ali')
  const town = server.town.municipality
  const as =
    (persona: string): Asks =>
    (method, path, body) =>
      server.call(persona, method, path, body)
  const byCookie =
    (token: string): Asks =>
    (method, path, body) =>
      server.call(null, method, path, body, { cookie: `lab=${token}` })

  const make = async (persona: string, role?: string, municipality = town): Promise<string> => {
    const id = randomUUID()
    await server.owner.query(
      `insert into lab.person (municipality_id, id, name, called_name, initials) values ($1, $2, $3, $3, 'P')`,
      [municipality, id, persona],
    )
    if (role)
      await server.owner.query(
        `insert into lab.role_held (municipality_id, id, person_id, role, valid_from) values ($1, $2, $3, $4, now() - interval '1 day')`,
        [municipality, randomUUID(), id, role],
      )
    ;(server.town.persons as Record<string, string>)[persona] = id
    return id
  }
  await make('nobody-yet')
  for (const role of ['councillor', 'support', 'administrator']) await make(role, role)
  const former = await make('former-member')
  await server.owner.query(`insert into lab.birth (municipality_id, person_id, born) values ($1, $2, '1980-01-01')`, [
    town,
    former,
  ])
  await server.owner.query(
    `insert into lab.member (municipality_id, family_id, person_id, relation, mark, position, valid_from, valid_to)
     values ($1, $2, $3, 'partner', 8, 9, now() - interval '2 years', now() - interval '1 year')`,
    [town, family, former],
  )
  const left = await make('left-seat', 'caseworker')
  await server.owner.query(
    `insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, approved_at, approved_by, valid_from, ended_at)
     values ($1, gen_random_uuid(), $2, $3, $4, 'member', 8, now() - interval '2 years', $5, now() - interval '2 years', $5, now() - interval '2 years', now() - interval '1 year')`,
    [town, family, left, server.party('kindergarten'), server.person('amina')],
  )

  const meeting = randomUUID()
  await server.owner.query(
    `insert into lab.meeting (municipality_id, id, family_id, planned_at, started_at) values ($1, $2, $3, now(), now() - interval '1 minute')`,
    [town, meeting, server.family('kowalska')],
  )
  const guest = await openTableSession(server.system, {
    kind: 'guest',
    meeting: meeting as never,
    name: 'Gjest Prøve',
    role: 'interpreter' as never,
  })
  const screen = await openTableSession(server.system, {
    kind: 'screen',
    meeting: meeting as never,
    by: server.person('magda'),
  })
  const helper = await aHelperElsewhere(server)
  return {
    'a citizen the lab has not met': as('nobody-yet'),
    'a member of another family': as('magda'),
    'who once was of the family': as('former-member'),
    'staff without a seat': as('mona'),
    'staff with a seat elsewhere': as('nina'),
    'staff whose seat there has ended': as('left-seat'),
    'the leader of another family': as('pal'),
    'the core team': as('berit'),
    'a manager': as('geir'),
    'a councillor': as('councillor'),
    'an economist': as('eivind'),
    support: as('support'),
    'an administrator': as('administrator'),
    'a guest at another table': byCookie(guest ?? 'none'),
    'the screen of another table': byCookie(screen ?? 'none'),
    'who has a link to a promise elsewhere': byCookie(helper),
    'a leader in another municipality': byCookie(await otherMunicipality(server, make)),
  }
}

/** Who has a link to one promise of another family, and has declared confidentiality. */
async function aHelperElsewhere(server: TestServer): Promise<string> {
  const [promise, family, leader] = [randomUUID(), server.family('lie'), server.person('solveig')]
  await server.owner.query(
    `insert into lab.promise (municipality_id, id, family_id, about_id, area, doer, author_id, sealed, due)
     select a.municipality_id, $1, a.family_id, a.id, 'work', 'named', $3, '\\x00', lab.today() from lab.about a where a.family_id = $2 limit 1`,
    [promise, family, leader],
  )
  await server.owner.query(
    `insert into lab.task_link (municipality_id, id, family_id, promise_id, name, code_hash, sealed, given_by, ends_at)
     select p.municipality_id, gen_random_uuid(), p.family_id, p.id, 'Hjelper Prøve', $2, '\\x00', $3, now() + interval '1 day' from lab.promise p where p.id = $1`,
    [promise, tokenHash('a link elsewhere'), leader],
  )
  const opened = await openHelperSession(server.system, 'a link elsewhere')
  if (!opened) throw new Error('the link to a promise elsewhere does not open')
  await server.owner.query(`update lab.task_link set declared_at = now() where code_hash = $1`, [
    tokenHash('a link elsewhere'),
  ])
  return opened.token
}

async function otherMunicipality(
  server: TestServer,
  make: (persona: string, role: string, municipality: string) => Promise<string>,
): Promise<string> {
  const [town, family, party, token] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const { owner } = server
  await owner.query(`insert into lab.municipality (id, name, slug, phone) values ($1, 'Nabo', 'nabo', '00')`, [town])
  const person = await make('neighbour', 'investment_leader', town)
  await owner.query(
    `insert into lab.party (municipality_id, id, kind, name, in_sentence) values ($1, $2, 'lab', 'Laben', 'laben')`,
    [town, party],
  )
  await owner.query(
    `insert into lab.family (municipality_id, id, name, phase, target_group, cloth_started_on) values ($1, $2, 'Nabo', 'invest', 'a', '2026-01-01')`,
    [town, family],
  )
  await owner.query(
    `insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, approved_at, approved_by, valid_from)
     values ($1, gen_random_uuid(), $2, $3, $4, 'leader', 1, now(), $3, now(), $3, now())`,
    [town, family, person, party],
  )
  await owner.query(
    `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at) values ($1, $2, $3, 'staff', 'test', now() + interval '1 hour')`,
    [tokenHash(token), town, person],
  )
  return token
}
