import type { Draft, Note } from '@velferdslab/core/cloth'
import { leaveDraft, putDraft, type LeaveDraft, type PutDraft } from '@velferdslab/core/commands/draft'
import { familyId, type FamilyId, type PersonId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import * as db from '@velferdslab/db/cloth'
import * as drafts from '@velferdslab/db/draft'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })
const done = z.object({ done: z.literal(true) })
type Place = Parameters<Lab['live']['drafted']>[2]

/** What grows while one types: shown to those at the table, and the soft lock of the note. */
export const draftRoutes = [
  route({
    method: 'POST',
    path: '/api/families/:familyId/drafts',
    summary: 'What I am writing just now: shown to those at the table, no event, no version',
    params: ofFamily,
    body: putDraft,
    answer: done,
    events: [],
    atTable: ['guest'],
    handle: (lab, { session, params, body }) => draft(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/drafts/leave',
    summary: 'I have left the note; its lock is gone',
    params: ofFamily,
    body: leaveDraft,
    answer: done,
    events: [],
    atTable: ['guest'],
    handle: (lab, { session, params, body }) => leave(lab, session, params.familyId, body),
  }),
]

/** Authorised and filtered like a note, but no event and no lock of the family: only the note's own soft lock. */
async function draft(
  lab: Lab,
  session: Session,
  family: FamilyId,
  body: PutDraft,
): Promise<z.input<typeof done> | Refused> {
  const told = await asPerson(
    lab.people,
    session,
    family,
    async (tx): Promise<Refused | { draft: Draft; place: Place; receivers: Set<PersonId> }> => {
      const [key, note, here] = await Promise.all([
        findFamilyKey(tx, lab.ring, family),
        db.findNote(tx, family, body.noteId),
        lab.live.whoIsHere(tx, family),
      ])
      // The draft of a note that stands is seen by whoever sees the note, wherever the browser thinks it is.
      const place = note ?? body
      const cell = await db.findCell(tx, family, place)
      if (!key || !cell) return { refused: 'not-found' }
      if (!cell.mayWrite) return { refused: 'note-area-not-open' }
      const at = { cell: place.cell, area: place.area, aboutId: cell.aboutId, privacy: place.privacy }
      const where = { about: at.aboutId, area: at.area, privacy: at.privacy }
      const [held, receivers] = await Promise.all([
        drafts.putDraft(tx, family, key, { ...at, noteId: body.noteId, text: body.text }),
        db.findAudience(tx, family, where, here.persons),
        lab.live.announce(tx, { kind: 'draft', family, subject: body.noteId }),
      ])
      if (!held) return { refused: 'note-locked' }
      const draft = {
        noteId: body.noteId,
        cell: at.cell,
        area: at.area as Note['area'],
        writer: here.me,
        text: body.text,
      }
      return { draft, place: where, receivers }
    },
  ).catch((error: unknown): Refused => {
    // Two began in the same moment: the row security of the other's draft refused ours.
    if ((error as { code?: string }).code === '42501') return { refused: 'note-locked' }
    throw error
  })
  if (!('draft' in told)) return told
  lab.live.drafted(family, told.draft, told.place, told.receivers)
  return { done: true }
}

async function leave(
  lab: Lab,
  session: Session,
  family: FamilyId,
  body: LeaveDraft,
): Promise<z.input<typeof done> | Refused> {
  const told = await asPerson(lab.people, session, family, async (tx) => {
    const [cell, here] = await Promise.all([drafts.leaveDraft(tx, body.noteId), lab.live.whoIsHere(tx, family)])
    if (!cell) return undefined
    const [receivers] = await Promise.all([
      db.findAudience(tx, family, cell, here.persons),
      lab.live.announce(tx, { kind: 'draft-left', family, subject: body.noteId, cell, writer: here.me }),
    ])
    return { writer: here.me, receivers }
  })
  if (told) lab.live.leftDraft(family, body.noteId, told.writer, told.receivers)
  return { done: true }
}
