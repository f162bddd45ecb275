import type { NoteAnswer } from '@velferdslab/core/commands/cloth'
import type { CommandId, NoteId } from '@velferdslab/core/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCommand,
  nextToSend,
  refuse,
  settle,
  startSending,
  takeAway,
  tryAgain,
  type Content,
  type Place,
  type Queue,
  type Queued,
} from './command-queue.ts'

const place: Place = { cell: 'good_at', area: 'common', privacy: 'table', about: { whole: true } }
const saying = (text: string): Content => ({ words: { text }, bright: false, due: null, sector: null, ring: null })
const id = (n: number): CommandId => `c${n}` as CommandId
const noteNo = (n: number): NoteId => `n${n}` as NoteId
const textOf = (item: Queued | undefined): string | undefined =>
  item && 'content' in item.deed ? item.deed.content.words.text : undefined
const done = (noteId: NoteId, version: number, beside: NoteId | null = null): NoteAnswer => ({
  done: true,
  noteId,
  version,
  beside,
})

describe('the order of commands', () => {
  const note = noteNo(1)
  const write = (queue: Queue, text: string, n: number): Queue =>
    addCommand(queue, { noteId: note, deed: { is: 'write', place, content: saying(text), beside: null } }, id(n), 'now')
  const change = (queue: Queue, text: string, n: number, base: number | null = null): Queue =>
    addCommand(queue, { noteId: note, deed: { is: 'change', base, content: saying(text) } }, id(n), 'now')

  test('words that have not left yet are replaced by the newer ones', () => {
    const queue = change(write([], 'Et rom', 1), 'Et rom med dør', 2)
    expect(queue).toHaveLength(1)
    expect(nextToSend(queue)).toMatchObject({ commandId: id(1), deed: { is: 'write' } })
    expect(textOf(queue[0])).toBe('Et rom med dør')
  })

  test('words that may have left are never altered; the newer ones follow, on the version the first leads to', () => {
    let queue = change(startSending(write([], 'Et rom', 1), id(1)), 'Et rom med dør', 2, 7)
    expect(queue.map(textOf)).toEqual(['Et rom', 'Et rom med dør'])
    queue = settle(queue, id(1), done(note, 1))
    expect(queue[0]!.deed).toMatchObject({ is: 'change', base: 1 })
  })

  test('where two edits met, what I write next goes to the note my words stand in', () => {
    let queue = startSending(change([], 'Mitt', 1, 3), id(1))
    queue = change(queue, 'Mitt, og mer', 2)
    queue = settle(queue, id(1), done(noteNo(2), 1, note))
    expect(queue[0]).toMatchObject({ noteId: noteNo(2), deed: { base: 1 } })
  })

  test('a refused text stays, newest words and all, until its writer tries again or takes it away', () => {
    let queue = change(startSending(write([], 'Et rom', 1), id(1)), 'Et rom med dør', 2)
    queue = refuse(queue, id(1), { refused: 'note-area-not-open' })
    expect(queue).toHaveLength(1)
    expect(textOf(queue[0])).toBe('Et rom med dør')
    expect(nextToSend(queue)).toBeUndefined()
    expect(takeAway(queue, id(9))).toEqual(queue)
    const again = tryAgain(queue, id(1), id(3))
    expect(nextToSend(again)).toMatchObject({ commandId: id(3), tries: 0 })
    expect(takeAway(queue, id(1))).toEqual([])
  })

  test('a refused text does not hold up the others', () => {
    let queue = write([], 'Et rom', 1)
    queue = addCommand(queue, { noteId: noteNo(2), deed: { is: 'erase' } }, id(2), 'now')
    expect(nextToSend(refuse(queue, id(1), { refused: 'note-area-not-open' }))?.commandId).toBe(id(2))
  })

  test('a note that was never sent and is erased was never there', () => {
    const queue = addCommand(write([], 'Et rom', 1), { noteId: note, deed: { is: 'erase' } }, id(2), 'now')
    expect(queue).toEqual([])
  })

  test('a text is not erased in one place before it stands in the other', () => {
    let queue = addCommand([], { noteId: note, deed: { is: 'change', base: 1, content: saying('Mitt') } }, id(1), 'now')
    queue = addCommand(queue, { noteId: noteNo(2), deed: { is: 'erase' }, after: id(1) }, id(2), 'now')
    expect(refuse(startSending(queue, id(1)), id(1), { refused: 'note-locked' }).map((item) => item.commandId)).toEqual(
      [id(1)],
    )
    expect(settle(startSending(queue, id(1)), id(1), done(note, 2))[0]).toMatchObject({ commandId: id(2), after: null })
  })
})

/**
 * A server with the manners of ours: the command id makes a retry harmless, an outdated base puts my words in a note beside,
 * and some commands are refused. Others change notes behind my back.
 */
function aServer() {
  const notes = new Map<NoteId, { text: string; version: number; everHeld: Set<string> }>()
  const answered = new Map<CommandId, { answer: NoteAnswer } | { refused: 'note-locked' | 'not-found' }>()
  let besides = 0
  const put = (note: NoteId, text: string): number => {
    const old = notes.get(note)
    const version = (old?.version ?? 0) + 1
    notes.set(note, { text, version, everHeld: new Set([...(old?.everHeld ?? []), text]) })
    return version
  }
  return {
    notes,
    othersChange(note: NoteId) {
      if (notes.has(note)) put(note, 'theirs')
    },
    handle(item: Queued, locked: boolean) {
      const before = answered.get(item.commandId)
      if (before) return before
      const answer = ((): { answer: NoteAnswer } | { refused: 'note-locked' | 'not-found' } => {
        if (locked) return { refused: 'note-locked' }
        const { deed, noteId } = item
        const standing = notes.get(noteId)
        if (deed.is === 'write') return { answer: done(noteId, put(noteId, deed.content.words.text)) }
        if (!standing) return { refused: 'not-found' }
        if (deed.is === 'change' && deed.base !== standing.version) {
          const beside = noteNo(1000 + ++besides)
          put(beside, deed.content.words.text)
          return { answer: done(beside, 1, noteId) }
        }
        if (deed.is === 'change') return { answer: done(noteId, put(noteId, deed.content.words.text)) }
        return { answer: done(noteId, standing.version) }
      })()
      answered.set(item.commandId, answer)
      return answer
    },
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('type' as const), note: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('send' as const),
      fate: fc.constantFrom('arrives', 'lost on the way', 'answer lost'),
      locked: fc.integer({ min: 0, max: 7 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('others' as const), note: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('crash' as const) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('again' as const) }) },
)

test('whatever the network, the others and a crash do: the last words typed in each note stand at the server, or are refused and in sight', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const server = aServer()
      let queue: Queue = []
      let commands = 0
      let words = 0
      // What the writing window knows: which note my words of this note stand in, on which version, and what I typed last.
      const windows = new Map<NoteId, { standsIn: NoteId; base: number | null; last: string }>()
      const send = (fate: string, locked: boolean): boolean => {
        const item = nextToSend(queue)
        if (!item) return false
        queue = startSending(queue, item.commandId)
        if (fate === 'lost on the way') return true
        const result = server.handle(item, locked)
        if (fate === 'answer lost') return true
        if ('answer' in result) {
          queue = settle(queue, item.commandId, result.answer)
          for (const window of windows.values()) {
            if (window.standsIn !== item.noteId) continue
            window.standsIn = result.answer.noteId
            window.base = result.answer.version
          }
        } else queue = refuse(queue, item.commandId, { refused: result.refused })
        return true
      }
      for (const one of steps) {
        if (one.is === 'type') {
          const note = noteNo(one.note)
          const text = `ord ${++words}`
          const window = windows.get(note)
          const deed = window
            ? ({ is: 'change', base: window.base, content: saying(text) } as const)
            : ({ is: 'write', place, content: saying(text), beside: null } as const)
          queue = addCommand(queue, { noteId: window?.standsIn ?? note, deed }, id(++commands), 'now')
          windows.set(note, { standsIn: window?.standsIn ?? note, base: window?.base ?? null, last: text })
        } else if (one.is === 'send') send(one.fate, one.locked === 0)
        else if (one.is === 'others') server.othersChange(noteNo(one.note))
        else if (one.is === 'crash') queue = JSON.parse(JSON.stringify(queue)) as Queue
        else {
          const said = queue.find((item) => item.refused)
          if (said) queue = tryAgain(queue, said.commandId, id(++commands))
        }
      }
      for (let i = 0; i < 500 && send('arrives', false); i++);
      expect(nextToSend(queue)).toBeUndefined()
      for (const { last } of windows.values()) {
        const atServer = [...server.notes.values()].some((note) => note.everHeld.has(last))
        const inSight = queue.some((item) => item.refused && textOf(item) === last)
        expect(atServer || inSight, last).toBe(true)
      }
      // Nobody else's words are written over unseen: what they wrote stands, or I changed it from the version that held it.
      expect(new Set(queue.map((item) => item.commandId)).size).toBe(queue.length)
    }),
    { numRuns: 500 },
  )
})
