import { describe, expect, test } from 'vitest'
import {
  answerSeat,
  askLeader,
  askService,
  bringTrusted,
  endSeat,
  seatStateOf,
  takeSeat,
  type SeatFacts,
} from './seat-rules.ts'

const asked: SeatFacts = {
  seatId: 'seat',
  personId: 'tor',
  role: 'member',
  state: 'waits-family',
  mine: null,
  waitsFor: 1,
  taken: false,
}
const leader: SeatFacts = { ...asked, role: 'leader', personId: 'solveig' }
const trusted: SeatFacts = { ...asked, role: 'trusted', personId: 'torbjorn' }
const kinds = (decided: ReturnType<typeof answerSeat>) =>
  'done' in decided ? decided.done.events.map(({ kind }) => kind) : decided.refused
const [yes, no] = [{ answer: 'yes' as const }, { answer: 'no' as const }]

describe('a leader is not asked for', () => {
  const input = { personId: 'solveig', seatId: 'new' }
  test('before the family is accepted, and not somebody who leads nobody', () => {
    expect(askLeader({ seats: [], isAccepted: false, knows: true }, input)).toEqual({
      refused: 'seat-family-not-accepted',
    })
    expect(askLeader({ seats: [], isAccepted: true, knows: false }, input)).toEqual({ refused: 'seat-person-unknown' })
  })

  test('again, when the family has asked for another; nor when they lead it already', () => {
    expect(askLeader({ seats: [{ ...leader, state: 'out' }], isAccepted: true, knows: true }, input)).toEqual({
      refused: 'seat-leader-not-wanted',
    })
    expect(askLeader({ seats: [{ ...leader, state: 'active' }], isAccepted: true, knows: true }, input)).toEqual({
      refused: 'seat-already-there',
    })
  })

  test('but again when they turned it down themselves, for that may change', () => {
    expect(
      kinds(askLeader({ seats: [{ ...leader, state: 'turned-down' }], isAccepted: true, knows: true }, input)),
    ).toEqual(['seat.proposed'])
  })
})

describe('a seat is not asked for', () => {
  test('twice for the same person; and a person of a service who was kept out may be asked for later', () => {
    const input = { personId: 'tor', seatId: 'new' }
    expect(askService({ seats: [asked], knows: true }, input)).toEqual({ refused: 'seat-already-there' })
    expect(kinds(askService({ seats: [{ ...asked, state: 'out' }], knows: true }, input))).toEqual(['seat.proposed'])
  })

  test('for a fourth trusted person while three have not answered: each is sent a message', () => {
    expect(bringTrusted({ seats: [trusted, trusted, trusted] }, { seatId: 'new' })).toEqual({
      refused: 'seat-too-many-invited',
    })
    expect(
      kinds(bringTrusted({ seats: [trusted, trusted, { ...trusted, state: 'active' }] }, { seatId: 'new' })),
    ).toEqual(['seat.proposed'])
  })
})

describe('the family answers', () => {
  test('nothing that is settled, and not the same twice', () => {
    expect(answerSeat(undefined, yes)).toEqual({ refused: 'not-found' })
    for (const state of ['active', 'out', 'turned-down', 'ended'] as const)
      expect(answerSeat({ ...asked, state }, yes)).toEqual({ refused: 'seat-closed' })
    expect(answerSeat({ ...asked, mine: 'yes' }, yes)).toEqual({ refused: 'seat-already-answered' })
  })

  test('one yes of two seats nobody; the last one does', () => {
    expect(kinds(answerSeat({ ...asked, waitsFor: 2 }, yes))).toEqual(['seat.answered'])
    expect(kinds(answerSeat(asked, yes))).toEqual(['seat.answered', 'seat.approved'])
  })

  test('a yes may become a no while the seat is not there', () => {
    expect(kinds(answerSeat({ ...asked, mine: 'yes' }, no))).toEqual(['seat.answered'])
  })

  test('everyone’s yes does not seat a leader who has not taken over, or a friend who has promised nothing', () => {
    for (const seat of [leader, trusted]) expect(kinds(answerSeat(seat, yes))).toEqual(['seat.answered'])
    expect(kinds(answerSeat({ ...trusted, taken: true }, yes))).toEqual(['seat.answered', 'seat.approved'])
  })
})

describe('who is asked', () => {
  test('to lead learns of it only when the family has said yes', () => {
    expect(takeSeat(leader, yes)).toEqual({ refused: 'not-found' })
    expect(kinds(takeSeat({ ...leader, state: 'waits-holder' }, yes))).toEqual(['seat.taken', 'seat.approved'])
  })

  test('for a service is sent by it, and takes nothing', () => {
    expect(takeSeat({ ...asked, state: 'waits-holder' }, yes)).toEqual({ refused: 'not-found' })
  })

  test('answers once; as a friend also before the others at home have', () => {
    expect(takeSeat({ ...trusted, taken: true }, no)).toEqual({ refused: 'seat-closed' })
    expect(kinds(takeSeat(trusted, yes))).toEqual(['seat.taken'])
    expect(kinds(takeSeat(trusted, no))).toEqual(['seat.turned_down'])
  })
})

test('only a seat that is there can be ended', () => {
  expect(endSeat(undefined)).toEqual({ refused: 'not-found' })
  expect(endSeat(asked)).toEqual({ refused: 'seat-closed' })
  expect(kinds(endSeat({ ...asked, state: 'active' }))).toEqual(['seat.ended'])
})

test('what is approved is there, whatever else was said on the way; what ended before that was kept out', () => {
  const seat = { approved: false, ended: false, turnedDown: false, familyYes: false }
  expect(seatStateOf({ ...seat, approved: true })).toBe('active')
  expect(seatStateOf({ ...seat, approved: true, ended: true })).toBe('ended')
  expect(seatStateOf({ ...seat, ended: true })).toBe('out')
  expect(seatStateOf({ ...seat, ended: true, turnedDown: true })).toBe('turned-down')
  expect(seatStateOf({ ...seat, familyYes: true })).toBe('waits-holder')
  expect(seatStateOf(seat)).toBe('waits-family')
})
