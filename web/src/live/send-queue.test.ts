import type { NoteAnswer } from '@velferdslab/core/commands/cloth'
import type { FamilyId, NoteId } from '@velferdslab/core/ids'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Refused, Unreachable } from '../api.ts'
import type { Place } from './command-queue.ts'
import type { Timers } from './draft-pacing.ts'
import { deviceShelf, forgetEverythingKept, isKept } from './kept.ts'
import { makeSender } from './send-queue.ts'
import { amina } from './testing-cloth.ts'

const place: Place = { cell: 'good_at', area: 'common', privacy: 'table', about: { whole: true } }
const writing = (id: string, text: string) => {
  const content = { words: { text }, bright: false, due: null, sector: null, ring: null }
  return { noteId: id as NoteId, deed: { is: 'write' as const, place, content, beside: null } }
}

/** The browser's storage, as far as we use it; it outlives a sender as it outlives a page. */
function aStorage(room = Infinity): Storage {
  const kept = new Map<string, string>()
  return new Proxy({} as Storage, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get: (_, name) =>
      ({
        length: kept.size,
        key: (at: number) => [...kept.keys()][at] ?? null,
        getItem: (key: string) => kept.get(key) ?? null,
        setItem(key: string, value: string) {
          if (value.length > room) throw new Error('full')
          kept.set(key, value)
        },
        removeItem: (key: string) => kept.delete(key),
      })[String(name)],
  })
}

/** A sender over a storage and a network that does as it is told. */
function aSender(storage: Storage, network: (text: string) => NoteAnswer | Error) {
  const waits: (() => void)[] = []
  const timers: Timers = { now: () => 0, after: (_, run) => waits.push(run), cancel: () => undefined }
  const sent: string[] = []
  const sender = makeSender({
    person: amina,
    family: 'family' as FamilyId,
    shelf: deviceShelf(storage),
    timers,
    send(_, body) {
      const { words } = body as { words: { text: string } }
      sent.push(words.text)
      const result = network(words.text)
      return result instanceof Error ? Promise.reject(result) : Promise.resolve(result)
    },
  })
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 50; i++) await Promise.resolve()
  }
  return {
    sender,
    sent,
    settle,
    async later() {
      for (const run of waits.splice(0)) run()
      await settle()
    },
  }
}

const done: NoteAnswer = { done: true, noteId: 'n' as NoteId, version: 1, beside: null }
const offline = () => new Unreachable('no network')

beforeEach(() => {
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('navigator', { onLine: true })
})

describe('what was written goes on its way', () => {
  test('in order, once there is a network; a crash in between loses nothing and sends on', async () => {
    const storage = aStorage()
    const before = aSender(storage, offline)
    before.sender.give([writing('a', 'En'), writing('b', 'To')])
    await before.settle()
    expect(before.sender.reach()).toBe('unreached')

    const after = aSender(storage, () => done)
    expect(after.sender.queue().map((item) => item.noteId)).toEqual(['a', 'b'])
    after.sender.hurry()
    await after.settle()
    expect(after.sent).toEqual(['En', 'To'])
    expect(after.sender.queue()).toEqual([])
    expect(storage.length).toBe(0)
  })

  test('a server that fails again and again does not hold up the others for ever; its text stays in sight', async () => {
    const line = aSender(aStorage(), (text) => (text === 'En' ? new Refused({ refused: 'server-fault' }) : done))
    line.sender.give([writing('a', 'En'), writing('b', 'To')])
    await line.settle()
    for (let i = 0; i < 5; i++) await line.later()
    expect(line.sender.queue()).toMatchObject([{ noteId: 'a', refused: { refused: 'server-fault' } }])
    expect(line.sent.at(-1)).toBe('To')
  })

  test('signed out: nothing is sent, nothing is refused, all is kept', async () => {
    const line = aSender(aStorage(), () => new Refused({ refused: 'not-signed-in' }))
    line.sender.give([writing('a', 'En')])
    await line.settle()
    expect(line.sender.reach()).toBe('signed-out')
    expect(line.sender.queue()).toMatchObject([{ refused: null }])
  })

  test('a refusal is told, kept, and tried again when its writer wants', async () => {
    let shut = true
    const line = aSender(aStorage(), () => (shut ? new Refused({ refused: 'note-area-not-open' }) : done))
    line.sender.give([writing('a', 'En')])
    await line.settle()
    const [said] = line.sender.queue()
    expect(said).toMatchObject({ refused: { refused: 'note-area-not-open' } })
    shut = false
    if (said) line.sender.tryAgain(said.commandId)
    await line.settle()
    expect(line.sender.queue()).toEqual([])
  })

  test('a device that cannot keep the text says so, and sends it all the same', async () => {
    let away = true
    const line = aSender(aStorage(0), () => (away ? offline() : done))
    line.sender.give([writing('a', 'En')])
    await line.settle()
    expect(line.sender.isSafe()).toBe(false)
    away = false
    await line.later()
    expect(line.sender.queue()).toEqual([])
    expect(line.sender.isSafe()).toBe(true)
  })
})

test('signing out forgets everything of everybody on this device, and nothing else', () => {
  const storage = aStorage()
  storage.setItem('somebody-else', 'stays')
  deviceShelf(storage).put('amina.family.draft.n', 'ord')
  forgetEverythingKept(storage)
  expect(storage.length).toBe(1)
  expect(isKept(null, 'amina.')).toBe(true)
  expect(isKept('somebody-else', 'amina.')).toBe(false)
})
