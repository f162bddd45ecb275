import { cloth } from '@velferdslab/core/cloth'
import * as rules from '@velferdslab/core/cloth-rules'
import {
  changeNote,
  eraseNote,
  moveNote,
  noteAnswer,
  writeNote,
  type ChangeNote,
  type EraseNote,
  type MoveNote,
  type WriteNote,
} from '@velferdslab/core/commands/cloth'
import type { DecidedEvent } from '@velferdslab/core/events'
import { familyId, noteId, type FamilyId, type NoteId, type PersonId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import * as db from '@velferdslab/db/cloth'
import { leaveDraft } from '@velferdslab/db/draft'
import { findBeside } from '@velferdslab/db/correction'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { findMe } from '@velferdslab/db/people'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { noteFrame } from './note-frame.ts'
import { cellOf, onNote } from './on-note.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })
const ofNote = z.object({ familyId, noteId })

/** The cloth: everything one may see of it, its notes, and what grows while one types. */
export const clothRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/cloth',
    summary: 'Everything on the cloth that the signed-in person may see',
    params: ofFamily,
    answer: cloth,
    events: 'reads',
    opens: 'cloth',
    atTable: ['guest', 'screen'],
    handle: (lab, { session, params }) => read(lab, session, params.familyId),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/notes',
    summary: 'Put a note on the cloth',
    params: ofFamily,
    body: writeNote,
    answer: noteAnswer,
    events: ['note.written'],
    atTable: ['guest'],
    handle: (lab, { session, params, body }) => write(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/notes/:noteId/change',
    summary: 'Change the words of a note; where two edits meet, both texts stay',
    params: ofNote,
    body: changeNote,
    answer: noteAnswer,
    events: ['note.changed', 'note.written'],
    atTable: ['guest'],
    handle: (lab, { session, params, body }) => change(lab, session, params.familyId, params.noteId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/notes/:noteId/move',
    summary: 'Move my note to another cell, area, persons or privacy',
    params: ofNote,
    body: moveNote,
    answer: noteAnswer,
    events: ['note.moved', 'note.left'],
    atTable: ['guest'],
    handle: (lab, { session, params, body }) => move(lab, session, params.familyId, params.noteId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/notes/:noteId/erase',
    summary: 'Erase the words of my note for good',
    params: ofNote,
    body: eraseNote,
    answer: noteAnswer,
    events: ['note.erased'],
    atTable: ['guest'],
    handle: (lab, { session, params, body }) => erase(lab, session, params.familyId, params.noteId, body),
  }),
]

function read(lab: Lab, session: Session, family: FamilyId): Promise<z.input<typeof cloth> | Refused> {
  return asPerson(lab.people, session, family, async (tx) => {
    // Sight before notes: what happens in between comes once more by the stream, never not at all.
    const [sight, me, key] = await Promise.all([
      db.findSight(tx, family),
      findMe(tx),
      findFamilyKey(tx, lab.ring, family),
    ])
    if (!me) return { refused: 'not-signed-in' }
    const seen = sight && key && (await db.findCloth(tx, family, key))
    if (!seen) return { refused: 'not-found' }
    return { ...seen, cursor: lab.live.cursorAt(me.person.id, family, sight) }
  })
}

function aboutOf(whom: WriteNote['about']): { whole: boolean; persons: PersonId[] } {
  return 'whole' in whom ? { whole: true, persons: [] } : { whole: false, persons: [...new Set(whom.persons)].sort() }
}

function write(
  lab: Lab,
  session: Session,
  family: FamilyId,
  body: WriteNote,
): Promise<z.input<typeof noteAnswer> | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'note.written' },
    (tx) =>
      Promise.all([findFamilyKey(tx, lab.ring, family), db.findCell(tx, family, body), lab.live.whoIsHere(tx, family)]),
    ([key, cell, here], tx) => {
      if (!key) return { refused: 'not-found' }
      const { sealed, proof } = db.sealNote(key, body.noteId, body.words)
      const place = { cell: body.cell, area: body.area, aboutId: cell?.aboutId ?? ('' as never), privacy: body.privacy }
      const decided = rules.writeNote(cell, { ...place, id: body.noteId, proof })
      if ('refused' in decided) return decided
      const audience = db.findAudience(tx, family, cellOf(place), here.persons)
      const saved = db.insertNote(tx, family, { ...body, ...place, id: body.noteId, sealed })
      return {
        answer: { done: true as const, noteId: body.noteId, version: 1, beside: null },
        events: decided.done.events,
        save: (tx) => [saved, audience, leaveDraft(tx, body.noteId)],
        tell: (seq) => {
          void Promise.all([saved, audience]).then(([changedAt, receivers]) => {
            const fields = {
              id: body.noteId,
              place,
              about: aboutOf(body.about),
              author: here.me,
              changedBy: null,
              version: 1,
              beside: body.beside,
              changedAt,
            }
            lab.live.noteChanged(family, seq, { note: noteFrame(fields, body), receivers, asked: here.persons })
          })
        },
      }
    },
  )
}

function change(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: NoteId,
  body: ChangeNote,
): Promise<z.input<typeof noteAnswer> | Refused> {
  return onNote(
    lab,
    session,
    family,
    id,
    { id: body.commandId, name: 'note.changed' },
    async ({ key, note, here, tx }) => {
      const cell = await db.findCell(tx, family, note)
      const besideId = randomUUID() as NoteId
      // Both are sealed before it is known which is needed: a seal is bound to its row.
      const forNote = db.sealNote(key, id, body.words)
      const decided = rules.changeNote(note, cell, {
        me: here.me,
        baseVersion: body.baseVersion,
        proof: forNote.proof,
        besideId,
      })
      if ('refused' in decided) return decided
      const outcome = decided.done
      const audience = db.findAudience(tx, family, cellOf(note), here.persons)
      const forBeside = outcome.kind === 'beside' ? db.sealNote(key, besideId, body.words) : undefined
      const events: readonly DecidedEvent[] = forBeside
        ? outcome.events.map((event) => ({ ...event, data: { ...event.data, proof: forBeside.proof } }))
        : outcome.events
      const place = { cell: note.cell, area: note.area, aboutId: note.aboutId, privacy: note.privacy }
      const saved =
        outcome.kind === 'changed'
          ? db.updateNote(tx, id, {
              version: outcome.version,
              sealed: forNote.sealed,
              bright: body.bright,
              due: body.due,
              sector: body.sector,
              ring: body.ring,
            })
          : db.insertNote(tx, family, {
              ...body,
              ...place,
              id: besideId,
              sealed: (forBeside as { sealed: Buffer }).sealed,
              beside: id,
            })
      const about = { whole: note.whole, persons: note.persons }
      const corrections = note.corrected ? ((await findBeside(tx, family, key, [id])).get(id)?.corrections ?? []) : []
      return {
        answer:
          outcome.kind === 'changed'
            ? { done: true as const, noteId: id, version: outcome.version, beside: null }
            : { done: true as const, noteId: besideId, version: 1, beside: id },
        events,
        save: (tx) => [saved, audience, leaveDraft(tx, id)],
        tell: (seq) => {
          void Promise.all([saved, audience]).then(([changedAt, receivers]) => {
            const fields =
              outcome.kind === 'changed'
                ? {
                    id,
                    place,
                    about,
                    author: note.authorId,
                    changedBy: note.authorId === here.me ? null : here.me,
                    version: outcome.version,
                    beside: note.beside,
                    changedAt,
                    corrections,
                  }
                : { id: besideId, place, about, author: here.me, changedBy: null, version: 1, beside: id, changedAt }
            lab.live.noteChanged(family, seq, { note: noteFrame(fields, body), receivers, asked: here.persons })
          })
        },
      }
    },
  )
}

function move(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: NoteId,
  body: MoveNote,
): Promise<z.input<typeof noteAnswer> | Refused> {
  return onNote(
    lab,
    session,
    family,
    id,
    { id: body.commandId, name: 'note.moved' },
    async ({ key, note, here, tx }) => {
      const cell = await db.findCell(tx, family, body)
      const place = { cell: body.cell, area: body.area, aboutId: cell?.aboutId ?? ('' as never), privacy: body.privacy }
      const decided = rules.moveNote(note, place, cell, here.me)
      if ('refused' in decided) return decided
      const sawIt = db.findAudience(tx, family, cellOf(note), here.persons)
      const seesIt = db.findAudience(tx, family, cellOf(place), here.persons)
      const saved = db.updateNote(tx, id, { version: decided.done.version, ...place })
      const moved = saved.then(() => db.findNotes(tx, family, key, [id]))
      return {
        answer: { done: true as const, noteId: id, version: decided.done.version, beside: null },
        events: decided.done.events,
        save: () => [saved, sawIt, seesIt, moved],
        tell: (seq) => {
          void Promise.all([moved, sawIt, seesIt]).then(([[now], before, receivers]) => {
            if (!now) return
            const left = decided.done.events.length > 1
            if (left)
              lab.live.noteGone(family, seq - 1, {
                noteId: id,
                asked: here.persons,
                gone: new Set([...before].filter((person) => !receivers.has(person))),
              })
            lab.live.noteChanged(family, seq, { note: now, receivers, asked: here.persons })
          })
        },
      }
    },
  )
}

function erase(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: NoteId,
  body: EraseNote,
): Promise<z.input<typeof noteAnswer> | Refused> {
  return onNote(lab, session, family, id, { id: body.commandId, name: 'note.erased' }, ({ note, here, tx }) => {
    const decided = rules.eraseNote(note, here.me)
    if ('refused' in decided) return Promise.resolve(decided)
    const audience = db.findAudience(tx, family, cellOf(note), here.persons)
    return Promise.resolve({
      answer: { done: true as const, noteId: id, version: decided.done.version, beside: null },
      events: decided.done.events,
      save: (tx) => [
        audience,
        db.updateNote(tx, id, { version: decided.done.version, sealed: null }),
        leaveDraft(tx, id),
      ],
      tell: (seq) => {
        void audience.then((gone) => {
          lab.live.noteGone(family, seq, { noteId: id, gone, asked: here.persons })
        })
      },
    })
  })
}
