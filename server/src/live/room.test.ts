import type { Note } from '@velferdslab/core/cloth'
import type { AboutId, FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import type { Covered } from '@velferdslab/db/opening'
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  begin,
  deliver,
  emptyRoom,
  give,
  isStuck,
  type Delivery,
  type Hands,
  type Receiver,
  type Room,
} from './room.ts'

const amina = 'amina' as PersonId
const tor = 'tor' as PersonId

function aTable(...persons: PersonId[]) {
  const room = emptyRoom('family' as FamilyId)
  const readAnew: PersonId[] = []
  const hands: Hands = {
    key: randomBytes(32),
    askSightAnew: () => undefined,
    readAnew(receiver) {
      readAnew.push(receiver.person)
      receiver.held = []
    },
  }
  const receivers = persons.map((person) => sit(room, person))
  return { room, hands, receivers, readAnew }
}

/** A receiver whose frames are kept: kind and own number. */
function sit(room: Room, person: PersonId): Receiver & { frames: string[] } {
  const frames: string[] = []
  const socket = {
    readyState: 1,
    OPEN: 1,
    bufferedAmount: 0,
    send: (text: string) => {
      const frame = JSON.parse(text) as { is: string; n: number; note?: { id: string } }
      frames.push(`${frame.is} ${frame.note?.id ?? ''} ${frame.n}`)
    },
  }
  const receiver = {
    socket: socket as never,
    token: person,
    tokenHash: person,
    person,
    family: room.family,
    n: 0,
    seq: 0,
    mark: 'mark',
    nextEnd: new Date(8e15),
    watches: 'cloth' as const,
    request: 'request',
    covers: null as Covered,
    coveredAt: 0,
    sights: 0,
    planMark: null,
    knows: new Set<PersonId>(),
    quiet: false,
    toldHere: undefined,
    held: undefined,
    frames,
  }
  room.receivers.add(receiver)
  return receiver
}

function written(seq: number, asked: PersonId[], receivers = asked): Delivery {
  const about = { id: 'about' as AboutId, whole: true, persons: [] }
  const note = { id: `note-${seq}` as NoteId, about, area: 'work', privacy: 'table' } as unknown as Note
  return { seq, note, receivers: new Set(receivers), asked }
}

describe('a table', () => {
  test('tells in the order of the chain, whatever comes first', () => {
    const { room, hands, receivers } = aTable(amina)
    begin(room, 0, hands)
    for (const seq of [2, 3, 1]) deliver(room, written(seq, [amina]), hands)
    expect(receivers[0]?.frames).toEqual(['note note-1 1', 'note note-2 2', 'note note-3 3'])
  })

  test('who may not see a note gets nothing of it, not even a number', () => {
    const { room, hands, receivers } = aTable(amina, tor)
    begin(room, 0, hands)
    deliver(room, written(1, [amina, tor], [amina]), hands)
    deliver(room, written(2, [amina, tor]), hands)
    expect(receivers[1]?.frames).toEqual(['note note-2 1'])
  })

  test('keeps what happens while the first is still at the door', () => {
    const { room, hands, receivers } = aTable(amina)
    deliver(room, written(8, [amina]), hands)
    deliver(room, written(7, [amina]), hands)
    expect(receivers[0]?.frames).toEqual([])
    begin(room, 7, hands)
    expect(receivers[0]?.frames).toEqual(['note note-8 1'])
  })

  test('who came while a note was being written reads it themself, and what follows waits', () => {
    const { room, hands, receivers, readAnew } = aTable(amina, tor)
    begin(room, 0, hands)
    deliver(room, written(1, [amina]), hands)
    deliver(room, written(2, [amina, tor]), hands)
    expect(readAnew).toEqual([tor])
    expect(receivers[1]).toMatchObject({ seq: 0, frames: [] })
    expect(receivers[1]?.held?.map(({ seq }) => seq)).toEqual([2])
  })

  test('where somebody who is not of the family has read nothing yet, they read it themself first', () => {
    const { room, hands, receivers, readAnew } = aTable(amina, tor)
    const at = receivers[1] as Receiver & { frames: string[] }
    at.covers = new Set(['about housing table'])
    begin(room, 0, hands)
    deliver(room, written(1, [amina, tor]), hands)
    expect(receivers[0]?.frames).toEqual(['note note-1 1'])
    expect([readAnew, at.seq, at.frames]).toEqual([[tor], 0, []])
    at.held = undefined
    at.seq = 1
    at.covers = new Set(['about housing table', 'about work table'])
    deliver(room, written(2, [amina, tor]), hands)
    expect(at.frames).toEqual(['note note-2 1'])
  })

  test('nobody is told the same twice', () => {
    const { room, hands, receivers } = aTable(amina)
    begin(room, 0, hands)
    deliver(room, written(1, [amina]), hands)
    deliver(room, written(1, [amina]), hands)
    give(receivers[0] as Receiver, written(1, [amina]), hands)
    expect(receivers[0]?.frames).toEqual(['note note-1 1'])
  })

  test('notices a number that does not come', () => {
    const { room, hands } = aTable(amina)
    begin(room, 0, hands)
    deliver(room, written(2, [amina]), hands)
    expect([isStuck(room, 3), isStuck(room, 3), isStuck(room, 3)]).toEqual([false, false, true])
    deliver(room, written(1, [amina]), hands)
    expect(isStuck(room, 3)).toBe(false)
  })
})
