import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordConsent } from './commands/consent-record.ts'
import {
  confirmConsent,
  hearConsent,
  recordConsent,
  recordRefusal,
  recordStateOf,
  type RecordFacts,
} from './consent-record-rules.ts'
import { addDays, dayInOslo, type CalendarDay } from './dates.ts'
import type { CommandId, ConsentId, PartyId, PersonId } from './ids.ts'

const now = new Date('2026-11-22T12:00:00Z')
const today = dayInOslo(now)
const person = (id: string, born: string) => ({ id: id as PersonId, calledName: id, born: born as CalendarDay })
const mother = person('mother', '1990-01-01')
const child = person('child', '2016-01-01')
const teen = person('teen', '2010-01-01')
const nav = 'nav' as PartyId
const facts: RecordFacts = {
  givers: [
    { ...mother, persons: [mother, child, teen] },
    { ...child, persons: [child] },
    { ...teen, persons: [teen] },
  ],
  decidesFromAge: { economy: 18, school: 15, physical_health: 16 },
  parties: [nav, 'school' as PartyId],
  witnesses: [
    { id: 'kari' as PersonId, partyId: 'school' as PartyId },
    { id: 'tor' as PersonId, partyId: nav },
  ],
  confirmDays: 14,
}
const newId = () => 'new' as ConsentId
const said = (changes: Partial<RecordConsent> = {}): RecordConsent => ({
  commandId: 'c' as CommandId,
  giverId: mother.id,
  partyId: nav,
  purpose: 'make_and_follow_plan',
  saidOn: today,
  language: 'nb',
  textVersion: '2026-11',
  areas: ['economy'],
  persons: [mother.id],
  until: addDays(today, 180),
  witnessId: 'kari' as PersonId,
  ...changes,
})
const record = (changes: Partial<RecordConsent> = {}) => recordConsent(facts, said(changes), now, newId)

describe('what the leader writes down', () => {
  it('is refused to everybody who does not lead, and for who is not there', () => {
    expect(recordConsent(undefined, said(), now, newId)).toEqual({ refused: 'not-found' })
    expect(record({ giverId: 'neighbour' as PersonId })).toEqual({ refused: 'consent-giver-unknown' })
  })

  it('is never a yes to the leader', () => {
    expect(record({ partyId: 'lab' as PartyId })).toEqual({ refused: 'consent-recorder-receives' })
  })

  it('is not said tomorrow, not over already, and not for longer than a year from when it was said', () => {
    expect(record({ saidOn: addDays(today, 1) })).toEqual({ refused: 'consent-said-day-to-come' })
    expect(record({ until: addDays(today, -1) })).toEqual({ refused: 'consent-end-passed' })
    expect(record({ until: addDays(today, 366) })).toEqual({ refused: 'consent-too-long' })
    const paper = { saidOn: addDays(today, -100), witnessId: null }
    expect(record({ ...paper, until: addDays(today, 300) })).toEqual({ refused: 'consent-too-long' })
  })

  it('is for oneself when one is old enough, and for those one answers for until they decide alone', () => {
    expect(record({ giverId: child.id, persons: [child.id] })).toMatchObject({ refused: 'consent-giver-too-young' })
    expect(record({ giverId: teen.id, persons: [teen.id], areas: ['school'] })).toHaveProperty('done')
    expect(record({ persons: [mother.id, teen.id], areas: ['school'] })).toMatchObject({
      refused: 'consent-person-decides-alone',
      values: { name: 'teen' },
    })
    expect(record({ giverId: teen.id, persons: [mother.id], areas: ['school'] })).toMatchObject({
      refused: 'consent-needs-person-they-answer-for',
    })
  })

  it('aloud, needs somebody at the table who heard it, and nobody of the service that receives', () => {
    expect(record({ witnessId: 'stranger' as PersonId })).toEqual({ refused: 'consent-witness-unknown' })
    expect(record({ witnessId: 'tor' as PersonId })).toEqual({ refused: 'consent-witness-unknown' })
    expect(record({ witnessId: 'tor' as PersonId, partyId: 'school' as PartyId })).toHaveProperty('done')
  })

  it('aloud, is too long ago when the days to confirm it are over', () => {
    expect(record({ saidOn: addDays(today, -15) })).toMatchObject({ refused: 'consent-said-too-long-ago' })
    expect(record({ saidOn: addDays(today, -14) })).toHaveProperty('done')
  })

  it('aloud, never lasts longer than the days to confirm it, nor than what was said; on paper exactly what was signed', () => {
    fc.assert(
      fc.property(fc.nat(14), fc.nat(340), fc.boolean(), (daysAgo, days, onPaper) => {
        const saidOn = addDays(today, -daysAgo)
        const until = addDays(today, days)
        const decided = record({ saidOn, until, witnessId: onPaper ? null : ('kari' as PersonId) })
        if ('refused' in decided) throw new Error(decided.refused)
        const lastDay = dayInOslo(new Date(decided.done.consent.validTo.getTime() - 1))
        const confirmBy = addDays(saidOn, facts.confirmDays)
        expect(lastDay).toBe(onPaper || until <= confirmBy ? until : confirmBy)
        expect(decided.done.until).toBe(until)
      }),
    )
  })

  it('is a no at once, without anybody who heard it', () => {
    const no = { ...said(), channel: 'oral' as const }
    expect(recordRefusal(undefined, no, now, newId())).toEqual({ refused: 'not-found' })
    expect(recordRefusal(facts, { ...no, partyId: 'lab' as PartyId }, now, newId())).toHaveProperty('refused')
    expect(recordRefusal(facts, no, now, newId())).toMatchObject({
      done: { events: [{ kind: 'consent.recorded', data: { answer: 'no' } }] },
    })
  })
})

describe('what was said aloud', () => {
  it('is confirmed as heard only by whom it waits for', () => {
    expect(hearConsent([], newId())).toEqual({ refused: 'not-found' })
    expect(hearConsent([newId()], newId())).toHaveProperty('done')
  })

  it('is confirmed by its giver to the day that was said, in place of it and of nothing to others', () => {
    const standing = (id: string, partyId: PartyId, saidUntil: CalendarDay | null) => ({
      id: id as ConsentId,
      giverId: mother.id,
      partyId,
      areas: ['economy' as const],
      persons: [mother.id],
      validTo: now,
      said: { textVersion: 'old', language: 'nb' as const },
      saidUntil,
    })
    const mine = {
      me: mother.id,
      persons: [mother],
      decidesFromAge: facts.decidesFromAge,
      standing: [standing('aloud', nav, addDays(today, 90)), standing('own', 'school' as PartyId, null)],
    }
    const words = { commandId: 'c' as CommandId, language: 'en' as const, textVersion: 'new' }
    expect(confirmConsent(mine, { ...words, consentId: 'own' as ConsentId }, now, newId)).toEqual({
      refused: 'consent-nothing-to-confirm',
    })
    const decided = confirmConsent(mine, { ...words, consentId: 'aloud' as ConsentId }, now, newId)
    if ('refused' in decided) throw new Error(decided.refused)
    expect(decided.done.end).toEqual([{ id: 'aloud', how: 'replaced' }])
    expect(decided.done.give).toMatchObject([{ partyId: nav, said: { language: 'en', textVersion: 'new' } }])
    expect(dayInOslo(new Date((decided.done.give[0]?.validTo.getTime() ?? 0) - 1))).toBe(addDays(today, 90))
  })

  it('says how far it has come', () => {
    const aloud = { answer: 'yes', channel: 'oral', ended: false, over: false, heard: false } as const
    expect(recordStateOf(aloud)).toBe('waits-for-witness')
    expect(recordStateOf({ ...aloud, heard: true })).toBe('waits-for-giver')
    expect(recordStateOf({ ...aloud, heard: true, over: true })).toBe('lapsed')
    expect(recordStateOf({ ...aloud, ended: true })).toBe('ended')
    expect(recordStateOf({ ...aloud, channel: 'paper' })).toBe('counts')
    expect(recordStateOf({ ...aloud, answer: 'no' })).toBe('refused')
  })
})
