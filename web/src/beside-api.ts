import type { CorrectNote, VoidNote } from '@velferdslab/core/commands/correction'
import type { FamilyId, NoteId } from '@velferdslab/core/ids'
import { send } from './api.ts'
import { api } from './paths.ts'

/** What stands beside a note; apart from api.ts, so that it comes with the cloth only. */
export const voidNote = (family: FamilyId, note: NoteId, input: VoidNote) =>
  send<{ done: true }>(api.note(family, note, 'void'), input)
export const correctNote = (family: FamilyId, note: NoteId, input: CorrectNote) =>
  send<{ done: true }>(api.note(family, note, 'correct'), input)
