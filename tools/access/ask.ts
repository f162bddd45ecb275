import { createHash } from 'node:crypto'
import type { queriesOn } from '@velferdslab/db/connect'
import type { Question, SessionState } from './questions.ts'
import { municipalityOf, type StoredRow, type StoredShare, type World } from './world.ts'

/** One connection. */
export type Client = Parameters<typeof queriesOn>[0]

/** The words of every row: nobody opens them here. */
const sealed = '\\x00'

/**
 * What the database answers a person, in the transaction the client is in: token and narrowing are set as the server sets them,
 * what is written is taken back at once. Questions must share person, session, narrowing and purpose.
 */
export async function answersOfDatabase(client: Client, world: World, questions: Question[]): Promise<boolean[]> {
  const first = questions[0]
  if (!first) return []
  const token = tokenOf(world, first)
  await client.query(
    `select set_config('app.token', $1, true), set_config('app.family', $2, true), set_config('app.purpose', $3, true)`,
    [token, first.narrowed ?? '', first.purpose],
  )
  const seen = await whatIsSeen(client, questions)
  const answers: boolean[] = []
  for (const question of questions) {
    const key = keyOfSeen(question)
    answers.push(key === undefined ? await mayDo(client, world, question) : seen.has(key))
  }
  return answers
}

function tokenOf(world: World, { person, session }: { person: Question['person']; session: SessionState }): string {
  const tokens = world.tokens.get(person)
  if (!tokens) throw new Error('a person without tokens')
  switch (session) {
    case 'live':
      return tokens.live
    case 'no token':
      return ''
    case 'expired':
      return tokens.expired
    case 'ended':
      return tokens.ended
    case 'unknown token':
      return `${tokens.live}x`
    case 'a person id as token':
      return person
  }
}

/** Which query answers a question about seeing, and which id it must return. */
function sightOf(question: Question): { sql: string; id: string } | undefined {
  switch (question.is) {
    case 'see': {
      const column = question.row.is === 'draft' ? 'note_id' : 'id'
      return {
        sql: `select ${column} as id from lab.${question.row.is} where ${column} = any ($1)`,
        id: question.row.id,
      }
    }
    case 'see family': {
      const column = question.part === 'family' ? 'id' : 'family_id'
      return { sql: `select ${column} as id from lab.${question.part} where ${column} = any ($1)`, id: question.family }
    }
    case 'see opening':
      return { sql: 'select id from lab.opening where id = any ($1)', id: question.opening.id }
    case 'see hold':
      return { sql: 'select id from lab.legal_hold where id = any ($1)', id: question.hold.id }
    case 'see sheet':
      return { sql: 'select id from lab.self_referral where id = any ($1)', id: question.sheet.id }
    case 'see void':
      return { sql: 'select note_id as id from lab.note_void where note_id = any ($1)', id: question.row.id }
    case 'see correction':
      return { sql: 'select note_id as id from lab.correction where note_id = any ($1)', id: question.row.id }
    case 'see consent':
      return { sql: 'select id from lab.consent where id = any ($1)', id: question.consent.id }
    case 'see whereabouts':
      return { sql: 'select id from lab.whereabouts where id = any ($1)', id: question.whereabouts.id }
    case 'see link':
      return { sql: 'select id from lab.task_link where id = any ($1)', id: question.link.id }
    case 'see act':
      return { sql: 'select id from lab.act where id = any ($1)', id: question.act.id }
    case 'see as party':
      // As the page asks: the service's cells by the rule, and the notes in them by the asker's own sight.
      return {
        sql: `select n.id from lab.note n where n.id = any ($1) and (n.about_id, n.area, n.privacy) in (
          select c.about_id, c.area, c.privacy from lab.seen_by_party('${question.row.family}', '${question.party}') c)`,
        id: question.row.id,
      }
    case 'see share':
      return { sql: 'select id from lab.share_item where id = any ($1)', id: question.share.itemId }
    case 'see sole reason':
      return { sql: 'select id from lab.sole_consent where id = any ($1)', id: question.reason.id }
    case 'see glass review':
      return { sql: 'select id from lab.glass_review where id = any ($1)', id: question.review.id }
    case 'see report':
      return { sql: 'select id from lab.report where id = any ($1)', id: question.report.id }
    case 'see told':
      return { sql: 'select id from lab.report_told where id = any ($1)', id: question.told.id }
    default:
      return undefined
  }
}

const keyOfSeen = (question: Question) => {
  const sight = sightOf(question)
  return sight && `${sight.sql} ${sight.id}`
}

/** All that is asked about seeing, one query a table. */
async function whatIsSeen(client: Client, questions: Question[]): Promise<Set<string>> {
  const asked = new Map<string, string[]>()
  for (const { sql, id } of questions.flatMap((question) => sightOf(question) ?? [])) {
    asked.set(sql, [...(asked.get(sql) ?? []), id])
  }
  const seen = new Set<string>()
  for (const [sql, ids] of asked) {
    const found = await client.query<{ id: string }>(sql, [ids])
    for (const row of found.rows) seen.add(`${sql} ${row.id}`)
  }
  return seen
}

/** Tries to write, and takes it back. Refused is: no row, or what row security, a guard or a key refuses. */
async function mayDo(client: Client, world: World, question: Question): Promise<boolean> {
  const statements = question.is === 'hand over' ? handingOver(world, question.share) : [writingOf(world, question)]
  await client.query('savepoint before')
  try {
    for (const { sql, values } of statements) {
      const written = await client.query(sql, values)
      if (written.rowCount !== 1) return false
    }
    return true
  } catch (error) {
    if (refusals.has((error as { code?: string }).code ?? '')) return false
    throw error
  } finally {
    await client.query('rollback to before')
  }
}

/** insufficient_privilege, foreign_key_violation and, for what is done once, unique_violation. */
const refusals = new Set(['42501', '23503', '23505'])

function writingOf(world: World, question: Question): { sql: string; values: unknown[] } {
  switch (question.is) {
    case 'insert': {
      const columns = columnsOf(world, question.row)
      const names = Object.keys(columns)
      const places = names.map((_, index) => `$${index + 1}`)
      return {
        sql: `insert into lab.${question.row.is} (${names.join()}) values (${places.join()})`,
        values: Object.values(columns),
      }
    }
    case 'update note': {
      const { row, before } = question
      // Only what changes is named, as a command does.
      const isMoved =
        row.cell !== before.cell ||
        row.area !== before.area ||
        row.aboutId !== before.aboutId ||
        row.privacy !== before.privacy
      const words = row.hasWords ? sealed : null
      return isMoved
        ? {
            sql: `update lab.note set cell = $2, area = $3, about_id = $4, privacy = $5, written_by = $6, sealed = $7, version = version + 1 where id = $1`,
            values: [row.id, row.cell, row.area, row.aboutId, row.privacy, row.writtenBy, words],
          }
        : {
            sql: `update lab.note set written_by = $2, sealed = $3, version = version + 1 where id = $1`,
            values: [row.id, row.writtenBy, words],
          }
    }
    case 'update draft': {
      const { row } = question
      return {
        sql: `update lab.draft set area = $2, about_id = $3, privacy = $4, writer_id = $5, sealed = $6, changed_at = now() where note_id = $1`,
        values: [row.id, row.area, row.aboutId, row.privacy, row.writer, sealed],
      }
    }
    case 'void note': {
      const { row, person } = question
      return {
        sql: `insert into lab.note_void (municipality_id, note_id, family_id, reason, voided_by) values ($1, $2, $3, 'wrong_words', $4)`,
        values: [municipalityOf(world, row.family), row.id, row.family, person],
      }
    }
    case 'correct note': {
      const { row, person } = question
      return {
        sql: `insert into lab.correction (municipality_id, id, family_id, note_id, note_version, person_id, sealed) values ($1, $2, $3, $4, 1, $5, $6)`,
        values: [municipalityOf(world, row.family), question.correction, row.family, row.id, person, sealed],
      }
    }
    case 'delete draft':
      return { sql: 'delete from lab.draft where note_id = $1', values: [question.row.id] }
    default:
      throw new Error('seeing is asked in one query')
  }
}

/** A share is written before what is handed over with it. */
function handingOver(world: World, share: StoredShare): { sql: string; values: unknown[] }[] {
  return [
    ['share', shareColumns(world, share)],
    ['share_item', itemColumns(world, share)],
  ].map(([table, columns]) => {
    const names = Object.keys(columns as object)
    return {
      sql: `insert into lab.${table as string} (${names.join()}) values (${names.map((_, index) => `$${index + 1}`).join()})`,
      values: Object.values(columns as object),
    }
  })
}

export const shareColumns = (world: World, share: StoredShare) => ({
  municipality_id: municipalityOf(world, share.family),
  id: share.id,
  family_id: share.family,
  actor_id: share.actor,
  from_party: share.from,
  to_party: share.to,
  consent_id: share.ground.by === 'consent' ? share.ground.id : null,
  act_id: share.ground.by === 'act' ? share.ground.id : null,
})

export const itemColumns = (world: World, share: StoredShare) => ({
  municipality_id: municipalityOf(world, share.family),
  id: share.itemId,
  share_id: share.id,
  family_id: share.family,
  kind: share.thing.is,
  item_id: share.thing.id,
  sealed,
})

/** The columns of a row, as it is stored and as it is inserted by a person. */
export function columnsOf(world: World, row: StoredRow): Record<string, unknown> {
  const municipality = world.facts.families.find((each) => each.id === row.family)?.municipality
  const place = {
    municipality_id: municipality,
    family_id: row.family,
    about_id: row.aboutId,
    area: row.area,
    privacy: row.privacy,
  }
  switch (row.is) {
    case 'note':
      return {
        ...place,
        id: row.id,
        cell: row.cell,
        author_id: row.author,
        written_by: row.writtenBy,
        sealed: row.hasWords ? sealed : null,
      }
    case 'draft':
      return { ...place, note_id: row.id, cell: 'today', writer_id: row.writer, sealed, changed_at: row.changedAt }
    case 'promise':
      return {
        ...place,
        id: row.id,
        party_id: row.party,
        author_id: row.author,
        sealed,
        due: '2030-01-01',
        bound_until: row.boundUntil,
      }
  }
}

export function hashOf(token: string): string {
  return `\\x${createHash('sha256').update(token).digest('hex')}`
}
