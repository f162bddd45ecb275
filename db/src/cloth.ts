import { areaCodes, type AreaCode } from '@velferdslab/core/areas'
import {
  noteWords,
  type CellCode,
  type Cloth,
  type Note,
  type NoteWords,
  type Privacy,
  type Sector,
} from '@velferdslab/core/cloth'
import type { CellRight, NotePlace, StandingNote } from '@velferdslab/core/cloth-rules'
import type { AboutWhom } from '@velferdslab/core/commands/cloth'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { AboutId, FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findBeside, type Beside } from './correction.ts'
import { findDrafts } from './draft.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { cardOf, findMembers, findSeats } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

function placeOf(key: FamilyKey, row: string): Place {
  return { municipality: key.municipality, family: key.family, table: 'note', column: 'sealed', row }
}

export function sealNote(key: FamilyKey, id: NoteId, words: NoteWords): { sealed: Buffer; proof: string } {
  return sealWords(key.key, placeOf(key, id), words)
}

/** A cell as the signed-in person: the set of people and their right there. Makes the set when it is new. */
export async function findCell(
  tx: Tx,
  family: FamilyId,
  cell: { about: AboutWhom; area: string; privacy: Privacy },
): Promise<({ aboutId: AboutId } & CellRight) | undefined> {
  const whole = 'whole' in cell.about
  const persons = 'persons' in cell.about ? cell.about.persons : []
  const { rows } = await sql<{ about_id: AboutId; standing: boolean; may_write: boolean }>`
    select about_id, standing, may_write from lab.my_cell(${family}, ${whole}, ${persons}::uuid[], ${cell.area}, ${cell.privacy})`.execute(
    tx,
  )
  const row = rows[0]
  return row && { aboutId: row.about_id, standing: row.standing, mayWrite: row.may_write }
}

export type KeptNote = StandingNote & {
  readonly about: AboutWhom
  readonly whole: boolean
  readonly persons: PersonId[]
  readonly beside: NoteId | null
}

/** A note as the rules need it; undefined when the signed-in person may not see it. */
export async function findNote(tx: Tx, family: FamilyId, id: NoteId): Promise<KeptNote | undefined> {
  const row = await tx
    .selectFrom('lab.note as n')
    .innerJoin('lab.about as a', 'a.id', 'n.about_id')
    .select([
      'n.id',
      'n.cell',
      'n.area',
      'n.about_id',
      'n.privacy',
      'n.author_id',
      'n.version',
      'n.beside_id',
      'a.whole',
      'a.persons',
    ])
    .select([
      sql<boolean>`n.sealed is null`.as('erased'),
      sql<boolean>`exists (select 1 from lab.note_void v where v.note_id = n.id)`.as('voided'),
      sql<boolean>`exists (select 1 from lab.correction c where c.note_id = n.id)`.as('corrected'),
    ])
    .where('n.family_id', '=', family)
    .where('n.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const persons = row.persons as PersonId[]
  return {
    id: row.id as NoteId,
    cell: row.cell as CellCode,
    area: row.area,
    aboutId: row.about_id as AboutId,
    privacy: row.privacy,
    authorId: row.author_id as PersonId,
    version: row.version,
    erased: row.erased,
    voided: row.voided,
    corrected: row.corrected,
    whole: row.whole,
    persons,
    about: row.whole ? { whole: true } : { persons },
    beside: row.beside_id as NoteId | null,
  }
}

export interface NoteContent {
  readonly bright: boolean
  readonly due: CalendarDay | null
  readonly sector: Sector | null
  readonly ring: number | null
}

/** Puts a new note on the cloth. Row security refuses whoever may not write there, whatever was asked before. @returns when, by the database's clock */
export async function insertNote(
  tx: Tx,
  family: FamilyId,
  note: NotePlace & NoteContent & { readonly id: NoteId; readonly sealed: Buffer; readonly beside: NoteId | null },
): Promise<Date> {
  // Without RETURNING, which would ask the whole rule once more for a row that was just checked.
  const written = sql`
    insert into lab.note (municipality_id, id, family_id, cell, area, about_id, privacy, author_id, written_by, sealed, bright, due, sector, ring, beside_id)
    values (lab.current_municipality(), ${note.id}, ${family}, ${note.cell}, ${note.area}, ${note.aboutId}, ${note.privacy}, lab.current_person(),
      lab.current_person(), ${note.sealed}, ${note.bright}, ${note.due}, ${note.sector}, ${note.ring}, ${note.beside})`.execute(
    tx,
  )
  const [at] = await Promise.all([clockOf(tx), written])
  return at
}

/** The database's clock at the start of this transaction: what it stamps rows with. */
async function clockOf(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now()`.execute(tx)
  return (rows[0] as { now: Date }).now
}

/** Changes words and marks, or moves, or erases (sealed: null). @returns when, by the database's clock */
export async function updateNote(
  tx: Tx,
  id: NoteId,
  change: { readonly version: number } & Partial<NoteContent & NotePlace & { readonly sealed: Buffer | null }>,
): Promise<Date> {
  const row = await tx
    .updateTable('lab.note')
    .set({ version: change.version, written_by: sql<string>`lab.current_person()`, changed_at: sql<Date>`now()` })
    .$if(change.sealed !== undefined, (query) => query.set({ sealed: change.sealed ?? null }))
    .$if(change.bright !== undefined, (query) =>
      query.set({
        bright: change.bright ?? false,
        due: change.due ?? null,
        sector: change.sector ?? null,
        ring: change.ring ?? null,
      }),
    )
    .$if(change.cell !== undefined, (query) =>
      query.set({
        cell: change.cell as string,
        area: change.area as string,
        about_id: change.aboutId as string,
        privacy: change.privacy as Privacy,
      }),
    )
    .where('id', '=', id)
    .where('version', '=', change.version - 1)
    .returning('changed_at')
    .executeTakeFirst()
  if (!row) throw new Error('a note that should change did not')
  return row.changed_at
}

/** Who among these persons may see a cell: one question for all receivers of a meeting, answered by the database's own rule. */
export async function findAudience(
  tx: Tx,
  family: FamilyId,
  cell: { readonly about: string; readonly area: string; readonly privacy: string },
  persons: readonly PersonId[],
): Promise<Set<PersonId>> {
  if (persons.length === 0) return new Set()
  const { rows } = await sql<{ audience: PersonId }>`
    select audience from lab.audience(${family}, ${cell.about}, ${cell.area}, ${cell.privacy}, ${persons}::uuid[]) as audience`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.audience))
}

interface NoteRow {
  id: NoteId
  cell: CellCode
  area: AreaCode
  about_id: AboutId
  whole: boolean
  persons: PersonId[]
  privacy: Privacy
  author_id: PersonId
  written_by: PersonId
  sealed: Buffer
  bright: boolean
  due: CalendarDay | null
  sector: Sector | null
  ring: number | null
  beside_id: NoteId | null
  version: number
  changed_at: Date
}

function noteOf(row: NoteRow, key: FamilyKey, beside: Beside | undefined): Note {
  return {
    id: row.id,
    cell: row.cell,
    area: row.area,
    about: { id: row.about_id, whole: row.whole, persons: row.persons },
    privacy: row.privacy,
    author: row.author_id,
    changedBy: row.written_by === row.author_id ? null : row.written_by,
    words: noteWords.parse(openWords(key.key, placeOf(key, row.id), row.sealed).words),
    bright: row.bright,
    due: row.due,
    sector: row.sector,
    ring: row.ring,
    beside: row.beside_id,
    version: row.version,
    changedAt: row.changed_at.toISOString(),
    voided: beside?.voided ?? null,
    corrections: beside?.corrections ?? [],
  }
}

const noteColumns = sql`n.id, n.cell, n.area, n.about_id, a.whole, a.persons, n.privacy, n.author_id, n.written_by, n.sealed, n.bright, n.due,
  n.sector, n.ring, n.beside_id, n.version, n.changed_at`

/** Notes that the signed-in person may see and whose words stand; all of a family, or some of them by id. */
export async function findNotes(tx: Tx, family: FamilyId, key: FamilyKey, ids?: readonly NoteId[]): Promise<Note[]> {
  const notes = sql<NoteRow>`
    select ${noteColumns} from lab.note n join lab.about a on a.id = n.about_id
    where n.family_id = ${family} and n.sealed is not null ${ids ? sql`and n.id = any (${ids}::uuid[])` : sql``}
    order by n.created_at, n.id`.execute(tx)
  const [{ rows }, beside] = await Promise.all([notes, findBeside(tx, family, key, ids)])
  return rows.map((row) => noteOf(row, key, beside.get(row.id)))
}

/** Everything on the cloth the signed-in person may see. The cursor is the live stream's to make. */
export async function findCloth(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Omit<Cloth, 'cursor'> | undefined> {
  const [row, members, seats, notes, drafts, cells, guests, here] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findSeats(tx, family),
    findNotes(tx, family, key),
    findDrafts(tx, family, key),
    sql<{ area: AreaCode; privacy: Privacy; may_write: boolean; persons: PersonId[]; whole: boolean }>`
      select c.area, c.privacy, c.may_write and coalesce(r.closes_on > lab.today(), true) as may_write, a.persons, a.whole
      from lab.my_cells() c join lab.about a on a.id = c.about_id join lab.area r on r.municipality_id = a.municipality_id and r.code = c.area
      where a.family_id = ${family}`.execute(tx),
    sql<{ id: string; name: string; called_name: string; initials: string; mark: number }>`
      select distinct on (p.id) p.id, p.name, p.called_name, p.initials, d.mark from lab.admission d
      join lab.person p on p.municipality_id = d.municipality_id and p.id = d.person_id
      join lab.meeting m on m.id = d.meeting_id where m.family_id = ${family} and d.kind <> 'screen'`.execute(tx),
    sql<{ screen: boolean; leads: boolean }>`select lab.is_screen() as screen,
      exists (select 1 from lab.my_families() f where f.family_id = ${family} and f.way = 'leader') as leads`.execute(
      tx,
    ),
  ])
  if (!row) return undefined
  const visible = new Set(cells.rows.map((cell) => cell.area))
  // The large screen shows and writes nothing; the database refuses it too.
  const isScreen = here.rows[0]?.screen === true
  const writable = isScreen ? [] : cells.rows.filter((cell) => cell.may_write && cell.privacy === 'table')
  const withNotes = new Set(notes.map((note) => note.area))
  const onCloth = (area: AreaCode) =>
    area !== 'common' && visible.has(area) && (row.areas.includes(area) || withNotes.has(area))
  const memberCards = members.map((member) => ({ ...cardOf(member), isChild: member.child }))
  const known = new Map<string, Cloth['people'][number]>()
  for (const guest of guests.rows) known.set(guest.id, { ...cardOf(guest), service: null })
  for (const seat of seats)
    known.set(seat.id, { ...cardOf(seat), service: seat.kind === 'private' ? null : seat.service })
  for (const member of memberCards) known.set(member.id, { ...member, service: null })
  const mayWrite = areaCodes.flatMap((area) => {
    const here = writable.filter((cell) => cell.area === area)
    const alone = new Set(
      here.filter((cell) => !cell.whole && cell.persons.length === 1).map((cell) => cell.persons[0]),
    )
    const persons = memberCards.map((member) => member.id).filter((id) => alone.has(id))
    const whole = here.some((cell) => cell.whole)
    return whole || persons.length > 0 ? [{ area, whole, persons }] : []
  })
  return {
    family: { id: row.id, name: row.name, onePerson: members.length === 1 },
    startedOn: row.started_on,
    areas: areaCodes.filter(onCloth),
    mayWrite,
    members: memberCards,
    people: [...known.values()],
    mayWriteOwn: members.some((member) => member.me),
    leads: here.rows[0]?.leads === true,
    notes,
    drafts,
  }
}

/** How far the family's chain has come, and what the signed-in person's sight of it is now; undefined for whoever has none. */
export async function findSight(
  tx: Tx,
  family: FamilyId,
): Promise<{ mark: string; nextEnd: Date; seq: number } | undefined> {
  const { rows } = await sql<{
    mark: string | null
    next_end: Date
    seq: number
  }>`select mark, next_end, seq from lab.my_sight(${family})`.execute(tx)
  const row = rows[0]
  return row?.mark ? { mark: row.mark, nextEnd: row.next_end, seq: row.seq } : undefined
}

/** What happened to notes after a place in the chain, as far as the signed-in person may see: note ids, each with its newest number. */
export async function findNoteNews(
  tx: Tx,
  family: FamilyId,
  after: number,
): Promise<{ noteId: NoteId; seq: number }[]> {
  const { rows } = await sql<{ noteId: NoteId; seq: number }>`
    select subject_id as "noteId", max(seq) as seq from lab.event
    where chain_id = ${family} and seq > ${after} and kind like 'note.%' group by subject_id order by 2`.execute(tx)
  return rows
}
