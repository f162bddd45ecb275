import type { NoteId, PersonId } from '@velferdslab/core/ids'
import type { AskAsReceiver, Cell } from './ask-as-receiver.ts'
import { closeFor } from './close-codes.ts'
import type { News } from './news.ts'
import { deliver, send, type Hands, type Room } from './room.ts'
import { atCloth, onePerPerson, personsAt } from './rooms.ts'

const waitForPredecessor = 300

/**
 * What the database tells a room: another process did it, and then it is read as somebody here who may see it. Our own was told directly after
 * the commit; it comes here too, for the case that it was not.
 */
export function hearNews(room: Room, heard: News, own: boolean, ask: AskAsReceiver, hands: Hands): void {
  if (!own) void fetchNews(room, heard, ask, hands)
  else if (heard.seq !== undefined) setTimeout(() => void tellLate(room, heard, ask, hands), waitForPredecessor)
}

async function tellLate(room: Room, heard: News, ask: AskAsReceiver, hands: Hands): Promise<void> {
  if (heard.seq === undefined || room.waiting.has(heard.seq)) return
  if (room.told === undefined || heard.seq > room.told) await fetchNews(room, heard, ask, hands)
}

async function fetchNews(room: Room, heard: News, ask: AskAsReceiver, hands: Hands): Promise<void> {
  const { kind, seq, subject, cell, writer } = heard
  try {
    if (kind === 'draft' && subject) await fetchDraft(room, subject as NoteId, ask)
    else if (kind === 'draft-left' && subject && cell && writer) {
      const receivers = await ask.audience(onePerPerson(room), cell, personsAt(room))
      tellDraftLeft(room, subject as NoteId, writer as PersonId, receivers)
    } else if (seq !== undefined && kind.startsWith('note.') && subject && cell) {
      await fetchNote(room, { seq, kind, note: subject as NoteId, cell }, ask, hands)
    } else if (seq !== undefined) {
      deliver(room, { seq, sight: true, meeting: kind.startsWith('meeting.') }, hands)
    }
  } catch {
    for (const receiver of room.receivers) closeFor('comeBack', receiver)
  }
}

async function fetchNote(
  room: Room,
  { seq, kind, note, cell }: { seq: number; kind: string; note: NoteId; cell: Cell },
  ask: AskAsReceiver,
  hands: Hands,
): Promise<void> {
  const asked = personsAt(room)
  const told = await ask.note(onePerPerson(room), note, asked)
  const leaves = kind === 'note.left' || kind === 'note.erased'
  const saw = leaves ? await ask.audience(onePerPerson(room), cell, asked) : new Set<PersonId>()
  const gone = new Set([...saw].filter((person) => !told?.receivers.has(person)))
  deliver(room, told && !leaves ? { seq, ...told, asked } : { seq, noteId: note, gone, asked }, hands)
}

async function fetchDraft(room: Room, note: NoteId, ask: AskAsReceiver): Promise<void> {
  for (const receiver of onePerPerson(room)) {
    const draft = await ask.draft(receiver, note)
    if (draft) for (const same of atCloth(room)) if (same.person === receiver.person) send(same, { is: 'draft', draft })
  }
}

/** Somebody stopped writing: said to those at the cloth who may read there. */
export function tellDraftLeft(
  room: Room | undefined,
  noteId: NoteId,
  writer: PersonId,
  receivers: ReadonlySet<PersonId>,
): void {
  for (const receiver of atCloth(room)) {
    if (receiver.person !== writer && receivers.has(receiver.person))
      send(receiver, { is: 'draft-left', noteId, writer })
  }
}
