import type { AreaCode } from '@velferdslab/core/areas'
import { longestNote, type CellCode, type Draft } from '@velferdslab/core/cloth'
import type { NotePlace } from '@velferdslab/core/cloth-rules'
import { lockSeconds } from '@velferdslab/core/draft'
import type { FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

function placeOf(key: FamilyKey, row: string): Place {
  return { municipality: key.municipality, family: key.family, table: 'draft', column: 'sealed', row }
}

/** Drafts of others that are still warm. */
export async function findDrafts(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Draft[]> {
  const { rows } = await sql<{ note_id: NoteId; cell: CellCode; area: AreaCode; writer_id: PersonId; sealed: Buffer }>`
    select note_id, cell, area, writer_id, sealed from lab.draft
    where family_id = ${family} and writer_id <> lab.current_person() and changed_at > now() - make_interval(secs => ${lockSeconds})`.execute(
    tx,
  )
  return rows.map((row) => ({
    noteId: row.note_id,
    cell: row.cell,
    area: row.area,
    writer: row.writer_id,
    text: openDraft(key, row.note_id, row.sealed),
  }))
}

function openDraft(key: FamilyKey, note: NoteId, sealed: Buffer): string {
  return String(openWords(key.key, placeOf(key, note), sealed).words).slice(0, longestNote)
}

/** One overwritten row: what somebody is writing now, and the soft lock. False when another holds the note just now. */
export async function putDraft(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey,
  draft: NotePlace & { readonly noteId: NoteId; readonly text: string },
): Promise<boolean> {
  const { sealed } = sealWords(key.key, placeOf(key, draft.noteId), draft.text)
  const held = await tx
    .selectFrom('lab.draft')
    .select('writer_id')
    .where('note_id', '=', draft.noteId)
    .where('writer_id', '<>', sql<string>`lab.current_person()`)
    .where('changed_at', '>', sql<Date>`now() - make_interval(secs => ${lockSeconds})`)
    .executeTakeFirst()
  if (held) return false
  await sql`insert into lab.draft (municipality_id, note_id, family_id, cell, area, about_id, privacy, writer_id, sealed, changed_at)
    values (lab.current_municipality(), ${draft.noteId}, ${family}, ${draft.cell}, ${draft.area}, ${draft.aboutId}, ${draft.privacy},
      lab.current_person(), ${sealed}, now())
    on conflict (municipality_id, note_id) do update set cell = excluded.cell, area = excluded.area, about_id = excluded.about_id,
      privacy = excluded.privacy, writer_id = excluded.writer_id, sealed = excluded.sealed, changed_at = excluded.changed_at`.execute(
    tx,
  )
  return true
}

/** The signed-in person has left the note. @returns the cell the draft stood in, for those who saw it */
export async function leaveDraft(
  tx: Tx,
  note: NoteId,
): Promise<{ about: string; area: string; privacy: string } | undefined> {
  const { rows } = await sql<{
    about_id: string
    area: string
    privacy: string
  }>`select about_id, area, privacy from lab.leave_draft(${note})`.execute(tx)
  const row = rows[0]
  return row && { about: row.about_id, area: row.area, privacy: row.privacy }
}
