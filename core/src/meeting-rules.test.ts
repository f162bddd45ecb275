import { describe, expect, it } from 'vitest'
import type { MeetingId, PersonId } from './ids.ts'
import {
  answerPerson,
  areasToOpen,
  closeArea,
  come,
  goOn,
  lengthOf,
  openArea,
  startMeeting,
  takePause,
} from './meeting-rules.ts'
import type { Comer, TableFacts } from './meeting-rules.ts'

const amina = 'amina' as PersonId
const hodan = 'hodan' as PersonId
const aTable = (more: Partial<TableFacts> = {}): TableFacts => ({
  id: 'meeting' as MeetingId,
  me: amina,
  begun: true,
  leads: false,
  grown: true,
  belongs: true,
  sits: false,
  stage: 'welcome',
  pause: null,
  newcomers: [],
  open: ['housing'],
  reopens: [],
  closedByOther: [],
  mayOpen: ['housing', 'economy', 'common'],
  ...more,
})
const leader = (more: Partial<TableFacts> = {}) =>
  aTable({ leads: true, grown: false, belongs: false, sits: true, mayOpen: [], ...more })
const aGuest = (more: Partial<Comer> = {}): Comer => ({
  id: hodan,
  kind: 'guest',
  letIn: false,
  admitted: false,
  turnedAway: false,
  left: false,
  leftBy: null,
  ...more,
})

describe('opening', () => {
  it('is refused to the leader, before the beginning, in a pause, beside a newcomer, and where another closed', () => {
    expect(openArea(leader(), 'economy')).toEqual({ refused: 'meeting-only-family' })
    expect(openArea(aTable({ begun: false }), 'economy')).toEqual({ refused: 'meeting-not-now' })
    expect(openArea(aTable({ pause: { id: 'p', on: true } }), 'economy')).toEqual({ refused: 'meeting-covered' })
    expect(openArea(aTable({ newcomers: [hodan] }), 'economy')).toEqual({ refused: 'meeting-covered' })
    expect(openArea(aTable({ closedByOther: ['economy'] }), 'economy')).toEqual({ refused: 'meeting-closed-by-other' })
    expect(openArea(aTable(), 'substance')).toEqual({ refused: 'not-found' })
  })
  it('of what is open already changes nothing, and of something else opens it alone', () => {
    expect(openArea(aTable(), 'housing')).toMatchObject({ done: { openAreas: [] } })
    expect(openArea(aTable(), 'economy')).toMatchObject({ done: { openAreas: ['economy'] } })
  })
  it('is undone by one press, of the leader too; nothing covered comes back', () => {
    expect(closeArea(aTable({ grown: false }), null)).toEqual({ refused: 'meeting-only-family' })
    expect(closeArea(leader({ reopens: ['economy'] }), null)).toMatchObject({
      done: { closeAreas: ['housing'], forgetCovered: ['economy'] },
    })
  })
})

describe('a pause', () => {
  it('is only asked for by who is neither the family nor the leader, and asked for once', () => {
    const tor = { grown: false, belongs: false, sits: true }
    expect(takePause(aTable({ ...tor, pause: { id: 'p', on: false } }))).toEqual({ refused: 'meeting-not-now' })
    const asked = takePause(aTable(tor))
    expect(asked).toMatchObject({ done: { askPause: true } })
    expect(asked).not.toHaveProperty('done.coverAreas')
  })
  it('covers everything that is open, and is ended by the family alone', () => {
    expect(goOn(leader({ pause: { id: 'p', on: true } }))).toEqual({ refused: 'meeting-only-family' })
    expect(takePause(leader())).toMatchObject({ done: { beginPause: true, coverAreas: ['housing'] } })
    const paused = aTable({ open: [], reopens: ['housing'], pause: { id: 'p', on: true } })
    expect(goOn(paused)).toMatchObject({ done: { endPause: true, openAreas: ['housing'] } })
    expect(goOn({ ...paused, newcomers: [hodan] })).not.toHaveProperty('done.openAreas')
  })
})

describe('a newcomer', () => {
  it('is let into the room by the leader, and to what is open by the family alone', () => {
    expect(answerPerson(leader(), aGuest(), 'yes')).toEqual({ refused: 'meeting-only-family' })
    expect(answerPerson(aTable({ grown: false }), aGuest(), 'let_in')).toEqual({ refused: 'meeting-only-family' })
    expect(answerPerson(leader(), aGuest(), 'let_in')).toMatchObject({ done: { coverAreas: ['housing'] } })
    expect(answerPerson(aTable(), aGuest(), 'yes')).toMatchObject({ done: { person: { id: hodan, is: 'admitted' } } })
  })
  it('who was answered no, or is in, is not answered again', () => {
    expect(answerPerson(aTable(), aGuest({ turnedAway: true }), 'yes')).toEqual({ refused: 'meeting-not-now' })
    expect(answerPerson(aTable(), aGuest({ admitted: true }), 'yes')).toEqual({ refused: 'meeting-not-now' })
  })
  it('the last one answered uncovers what was open; one of two does not', () => {
    const covered = aTable({ open: [], reopens: ['housing'], newcomers: [hodan] })
    const letIn = aGuest({ letIn: true })
    expect(answerPerson(covered, letIn, 'yes')).toMatchObject({ done: { openAreas: ['housing'] } })
    expect(answerPerson(covered, letIn, 'not_now')).toMatchObject({ done: { openAreas: ['housing'] } })
    const two = { ...covered, newcomers: [hodan, 'ola' as PersonId] }
    expect(answerPerson(two, letIn, 'yes')).not.toHaveProperty('done.openAreas')
  })
})

it('whoever was asked to step out does not come back by themself', () => {
  const kari = { me: hodan, grown: false, belongs: false, sits: true }
  expect(come(aTable({ ...kari, sits: false }), undefined)).toEqual({ refused: 'meeting-not-now' })
  expect(come(aTable(kari), aGuest({ admitted: true, left: true, leftBy: amina }))).toEqual({
    refused: 'meeting-asked-out',
  })
  expect(come(aTable(kari), aGuest({ admitted: true, left: true, leftBy: hodan }))).toHaveProperty('done')
  expect(startMeeting(aTable({ begun: false }))).toEqual({ refused: 'meeting-only-leader' })
})

describe('how long it lasted', () => {
  const startedAt = new Date('2026-11-24T09:00:00Z')
  const after = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000)
  it('is never twelve hours because somebody forgot to end it: until the last sign of life', () => {
    expect(lengthOf({ startedAt, endedAt: after(720), lastSeen: after(118) })).toBe(120)
    expect(lengthOf({ startedAt, endedAt: after(725), lastSeen: null })).toBe(15)
  })
  it('is the nearest quarter of an hour, at least one', () => {
    expect(lengthOf({ startedAt, endedAt: after(3), lastSeen: null })).toBe(15)
    expect(lengthOf({ startedAt, endedAt: after(97), lastSeen: after(20) })).toBe(90)
    expect(lengthOf({ startedAt, endedAt: after(719), lastSeen: after(20) })).toBe(720)
  })
})

describe('what a family may open', () => {
  it('is what it has chosen, what something is written in, and the shared cells', () => {
    expect(areasToOpen(['housing'], ['substance'])).toEqual(['housing', 'substance', 'common'])
  })

  it('is any area while it has chosen none; but never is one that is always ticked by itself offered before something stands there', () => {
    const offered = areasToOpen([], ['common'])
    expect(offered).toEqual(expect.arrayContaining(['work', 'housing', 'school', 'common']))
    for (const area of ['mental_health', 'substance']) expect(offered).not.toContain(area)
    expect(areasToOpen([], ['mental_health'])).toContain('mental_health')
  })
})
