import {
  besideAnswer,
  correctNote,
  voidNote,
  type CorrectNote,
  type VoidNote,
} from '@velferdslab/core/commands/correction'
import * as rules from '@velferdslab/core/correction-rules'
import type { DecidedEvent } from '@velferdslab/core/events'
import { familyId, noteId, type FamilyId, type NoteId, type PersonId } from '@velferdslab/core/ids'
import type { Session } from '@velferdslab/db/as-person'
import { findAudience, findCell, findNotes, type KeptNote } from '@velferdslab/db/cloth'
import type { Tx } from '@velferdslab/db/connect'
import * as db from '@velferdslab/db/correction'
import type { FamilyKey } from '@velferdslab/db/family-key'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { cellOf, onNote } from './on-note.ts'
import { route, type Refused } from './route.ts'

const ofNote = z.object({ familyId, noteId })

/** What stands beside a note: that it is void, and the correction of somebody it is about. */
export const correctionRoutes = [
  route({
    method: 'POST',
    path: '/api/families/:familyId/notes/:noteId/void',
    summary: 'Say that a note does not count, and why; it stays, with the trace',
    params: ofNote,
    body: voidNote,
    answer: besideAnswer,
    events: ['note.voided'],
    handle: (lab, { session, params, body }) => strike(lab, session, params.familyId, params.noteId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/notes/:noteId/correct',
    summary: 'Put a correction beside a note about oneself',
    params: ofNote,
    body: correctNote,
    answer: besideAnswer,
    events: ['note.disputed'],
    handle: (lab, { session, params, body }) => correct(lab, session, params.familyId, params.noteId, body),
  }),
]

type Answer = z.input<typeof besideAnswer>

function strike(lab: Lab, session: Session, family: FamilyId, id: NoteId, body: VoidNote): Promise<Answer | Refused> {
  return onNote(
    lab,
    session,
    family,
    id,
    { id: body.commandId, name: 'note.voided' },
    async ({ key, note, here, tx }) => {
      const [cell, who] = await Promise.all([findCell(tx, family, note), db.findWhoAsks(tx, family, id)])
      const asked = { ...note, authorIsFamily: who.authorIsFamily }
      const decided = rules.voidNote(asked, cell, { ...who, me: here.me }, body.reason)
      if ('refused' in decided) return decided
      const saved = db.insertVoid(tx, family, id, body.reason)
      return told(lab, { family, key, note, here, tx, saved, events: decided.done.events })
    },
  )
}

function correct(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: NoteId,
  body: CorrectNote,
): Promise<Answer | Refused> {
  return onNote(
    lab,
    session,
    family,
    id,
    { id: body.commandId, name: 'note.disputed' },
    async ({ key, note, here, tx }) => {
      const [cell, who] = await Promise.all([findCell(tx, family, note), db.findWhoAsks(tx, family, id)])
      const { sealed, proof } = db.sealCorrection(key, body.correctionId, body.text)
      const decided = rules.correctNote(
        note,
        cell,
        { ...who, me: here.me },
        {
          id: body.correctionId,
          baseVersion: body.baseVersion,
          proof,
          already: who.answered.includes(note.version),
        },
      )
      if ('refused' in decided) return decided
      const row = { id: body.correctionId, note: id, version: note.version, sealed }
      const saved = db.insertCorrection(tx, family, row)
      return told(lab, { family, key, note, here, tx, saved, events: decided.done.events })
    },
  )
}

/** Whoever sees the note sees what stands beside it: those at the cloth get the note anew. */
function told(
  lab: Lab,
  {
    family,
    key,
    note,
    here,
    tx,
    saved,
    events,
  }: {
    family: FamilyId
    key: FamilyKey
    note: KeptNote
    here: { me: PersonId; persons: PersonId[] }
    tx: Tx
    saved: Promise<void>
    events: readonly DecidedEvent[]
  },
) {
  const audience = findAudience(tx, family, cellOf(note), here.persons)
  const anew = saved.then(() => findNotes(tx, family, key, [note.id]))
  return {
    answer: { done: true as const, noteId: note.id },
    events,
    save: () => [saved, audience, anew],
    tell: (seq: number) => {
      void Promise.all([anew, audience]).then(([[now], receivers]) => {
        if (now) lab.live.noteChanged(family, seq, { note: now, receivers, asked: here.persons })
      })
    },
  }
}
