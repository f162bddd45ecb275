import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import {
  answerableBy,
  answerDecision,
  askForMandate,
  canDecide,
  changeDecision,
  checkContent,
  confirmAnswers,
  hearChild,
  lackingIn,
  rightPerson,
  stateOf,
  type DecisionFacts,
  type HeldMandate,
  type LastAnswer,
} from './decision-rules.ts'
import type { AnswerId, MandateId, PersonId } from './ids.ts'

/** Leila is grown and has a guardian for her money; Amir of seven has two who answer for him; Yasmin of nine has one. */
const [leila, guardian, omar, amir, yasmin, tor, hanne, berit] = [
  'leila',
  'guardian',
  'omar',
  'amir',
  'yasmin',
  'tor',
  'hanne',
  'berit',
] as unknown as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId, PersonId, PersonId]
const today = '2026-11-24' as CalendarDay
const later = '2026-12-01' as CalendarDay
const said = (giverId: PersonId, personId: PersonId, more: Partial<LastAnswer> = {}): LastAnswer => ({
  id: `${giverId} for ${personId}` as AnswerId,
  personId,
  giverId,
  answer: 'yes',
  until: null,
  how: 'own_screen',
  recordedBy: giverId,
  counts: true,
  ...more,
})
const holds = (personId: PersonId, leftOre: number, more: Partial<HeldMandate> = {}): HeldMandate => ({
  id: `${personId} ${leftOre}` as MandateId,
  personId,
  fits: true,
  leftOre,
  atTable: true,
  ...more,
})
const forLeila = { personId: leila, alone: true, deciders: [leila, guardian] }
const forAmir = { personId: amir, alone: false, deciders: [leila, omar] }
const forYasmin = { personId: yasmin, alone: false, deciders: [leila] }
const aDecision = (more: Partial<DecisionFacts> = {}): DecisionFacts => ({
  version: 3,
  kind: 'agreement',
  amountOre: 500,
  changedOn: today,
  decided: false,
  concerned: [forLeila],
  answers: [said(leila, leila)],
  heard: [],
  mandates: [holds(tor, 500)],
  framesLeft: [],
  asked: null,
  names: { leila: 'Leila', amir: 'Amir', yasmin: 'Yasmin', tor: 'Tor', hanne: 'Hanne', berit: 'Berit' } as never,
  ...more,
})
const decides = (more: Partial<DecisionFacts>, me = tor) => canDecide(aDecision(more), me, 3)

describe('what is lacking', () => {
  const lacks = (more: Partial<DecisionFacts>) =>
    lackingIn(aDecision(more)).map(
      ({ personId, what, allHolders }) => `${personId} ${what}${allHolders ? ' of all' : ''}`,
    )

  it('is nothing where who decides alone, or the guardian within the mandate, has said yes', () => {
    expect(lacks({ answers: [] })).toEqual(['leila yes'])
    expect(lacks({ answers: [said(leila, leila)] })).toEqual([])
    expect(lacks({ answers: [said(guardian, leila)] })).toEqual([])
  })
  it('is not made up for by a yes for another, or by another', () => {
    expect(lacks({ answers: [said(leila, amir), said(omar, leila)] })).toEqual(['leila yes'])
  })
  it('is the yes of each who answers for a child, and what the child says', () => {
    const both = [said(leila, amir), said(omar, amir)]
    expect(lacks({ concerned: [forAmir], answers: [] })).toEqual(['amir yes of all', 'amir child_view of all'])
    expect(lacks({ concerned: [forAmir], answers: both })).toEqual(['amir child_view of all'])
    expect(lacks({ concerned: [forAmir], answers: both, heard: [yasmin] })).toEqual(['amir child_view of all'])
    expect(lacks({ concerned: [forAmir], answers: both, heard: [amir] })).toEqual([])
    expect(lacks({ concerned: [forYasmin], answers: [] })).toEqual(['yasmin yes', 'yasmin child_view'])
  })
  it('is a no before time to think, and time to think before a yes that waits for a witness', () => {
    const unheard = said(leila, leila, { counts: false })
    const think = said(guardian, leila, { answer: 'think', until: later })
    expect(lacks({ answers: [unheard] })).toEqual(['leila witness'])
    expect(lacks({ answers: [unheard, think] })).toEqual(['leila think'])
    expect(lackingIn(aDecision({ answers: [unheard, think] }))).toMatchObject([{ until: later }])
    expect(lacks({ answers: [said(leila, leila, { answer: 'no' }), think] })).toEqual(['leila no'])
    expect(lacks({ answers: [said(leila, leila), said(guardian, leila, { answer: 'no' })] })).toEqual(['leila no'])
  })
  it('is a witness where one of two yeses for a child was written down and not confirmed', () => {
    const answers = [said(leila, amir), said(omar, amir, { counts: false })]
    expect(lacks({ concerned: [forAmir], answers, heard: [amir] })).toEqual(['amir witness of all'])
    const no = said(leila, leila, { answer: 'no', counts: false })
    expect(lacks({ answers: [no] })).toEqual(['leila no'])
  })
  it('is told for each, in the order they stand, and for a child nobody decides for', () => {
    const nobody = { ...forYasmin, deciders: [] }
    expect(lacks({ concerned: [nobody, forLeila], answers: [] })).toEqual([
      'yasmin nobody',
      'yasmin child_view',
      'leila yes',
    ])
    expect(decides({ concerned: [nobody] })).toEqual({ refused: 'decision-nobody-decides', values: { name: 'Yasmin' } })
  })
  it('is said of a child with one who answers for it as of a grown person', () => {
    expect(decides({ concerned: [forYasmin], answers: [] })).toEqual({
      refused: 'decision-waiting',
      values: { name: 'Yasmin' },
    })
    expect(decides({ concerned: [forLeila], answers: [], names: {} })).toEqual({
      refused: 'decision-waiting',
      values: { name: '' },
    })
  })
})

describe('a mandate', () => {
  it('decides as far as what is left of it, whichever of one’s own that is', () => {
    expect(decides({ mandates: [holds(tor, 499)] })).toMatchObject({ refused: 'decision-above-mandate' })
    expect(decides({ mandates: [holds(tor, 499), holds(tor, 500)] })).toEqual({ done: { mandateId: 'tor 500' } })
    expect(decides({ mandates: [holds(tor, 900, { fits: false }), holds(tor, 500)] })).toEqual({
      done: { mandateId: 'tor 500' },
    })
    expect(decides({ mandates: [holds(hanne, 500)] })).toEqual({ refused: 'decision-no-mandate' })
  })
  it('that is used up is short by the whole amount, and the largest of one’s own is what one is above', () => {
    const short = (...mandates: HeldMandate[]) => decides({ amountOre: 500_00, mandates })
    expect(short(holds(tor, -100_00))).toMatchObject({ values: { amount: '500', name: 'Tor', right: '' } })
    expect(short(holds(tor, 100_00), holds(tor, 300_00))).toMatchObject({ values: { amount: '200' } })
  })
  it('of another is named where it reaches: the smallest that does, never one’s own and none for other decisions', () => {
    const mandates = [
      holds(tor, 900),
      holds(hanne, 800),
      holds(berit, 700),
      holds(leila, 600, { fits: false }),
      holds(omar, 400),
    ]
    expect(rightPerson(aDecision({ mandates }), tor)).toBe(berit)
    expect(rightPerson(aDecision({ mandates }), berit)).toBe(hanne)
    expect(rightPerson(aDecision({ mandates: [holds(tor, 900)] }), tor)).toBeUndefined()
  })
  it('of who was asked is waited for until they answer; after a no, another is named', () => {
    const mandates = [holds(tor, 100), holds(hanne, 900)]
    const asked = { personId: berit, by: later, answer: null }
    expect(decides({ mandates, asked })).toMatchObject({
      refused: 'decision-awaits-mandate',
      values: { name: 'Tor', right: 'Berit', day: later },
    })
    const no = { ...asked, answer: 'no' as const }
    expect(decides({ mandates, asked: no })).toMatchObject({
      refused: 'decision-above-mandate',
      values: { right: 'Hanne' },
    })
    expect(decides({ mandates, asked, names: {} })).toMatchObject({ values: { name: '', right: '' } })
    expect(decides({ mandates, asked: no, names: {} })).toMatchObject({ values: { name: '', right: '' } })
  })
})

describe('a decision stands', () => {
  const stands = (more: Partial<DecisionFacts>) => stateOf(aDecision(more))
  it('with somebody’s no before another’s time to think, and with both before silence', () => {
    const think = said(omar, amir, { answer: 'think', until: later })
    const concerned = [forAmir, forLeila]
    expect(stands({ concerned, answers: [think, said(leila, leila, { answer: 'no' })] })).toBe('refused')
    expect(stands({ concerned, answers: [think] })).toBe('thinking')
    expect(stands({ concerned: [forAmir], answers: [said(leila, amir), said(omar, amir)] })).toBe('waiting')
  })
  it('green only by a mandate that reaches and sits at the table', () => {
    expect(stands({ mandates: [holds(hanne, 900, { atTable: false })] })).toBe('needs_mandate')
    expect(stands({ mandates: [holds(hanne, 499)] })).toBe('needs_mandate')
    expect(stands({ mandates: [holds(hanne, 499), holds(tor, 500)] })).toBe('ready')
    expect(stands({ mandates: [], asked: { personId: hanne, by: later, answer: null } })).toBe('needs_mandate')
  })
  it('within every frame, to the øre', () => {
    expect(stands({ framesLeft: [500] })).toBe('ready')
    expect(stands({ framesLeft: [900, 499] })).toBe('over_frame')
  })
})

describe('an answer', () => {
  const yes = { version: 3, answer: 'yes' as const, until: null, how: 'own_screen' as const, giverId: leila }
  const at = { me: leila, isLeader: false, today }
  const answer = (more: object, facts: Partial<DecisionFacts> = {}) =>
    answerDecision(aDecision({ concerned: [forLeila, forAmir, forYasmin], ...facts }), { ...yes, ...more }, at)

  it('is for nobody where one decides for nobody, and for none of several if one of them is another’s', () => {
    expect(answer({}, { concerned: [] })).toEqual({ refused: 'decision-not-yours-to-answer' })
    expect(answer({ persons: [] })).toEqual({ refused: 'decision-not-yours-to-answer' })
    expect(answer({ persons: [leila, hanne] })).toEqual({ refused: 'decision-not-yours-to-answer' })
  })
  it('is one for each person, however often they are named', () => {
    expect(answer({ persons: [amir, amir, leila] })).toEqual({
      done: [
        { personId: amir, giverId: leila },
        { personId: leila, giverId: leila },
      ],
    })
    expect(answerableBy(aDecision({ concerned: [forLeila, forAmir, forYasmin] }), omar)).toEqual([amir])
  })
  it('may wait until tomorrow, and not until today', () => {
    expect(answer({ answer: 'think', until: '2026-11-25' as CalendarDay })).toHaveProperty('done')
    expect(answer({ answer: 'think', until: today })).toEqual({ refused: 'decision-day-passed' })
  })
  it('that was written down is confirmed while it is open, by a third, and all of them or none', () => {
    const spoken = said(omar, amir, { recordedBy: berit, counts: false })
    const confirm = (ids: readonly string[], more: Partial<DecisionFacts> = {}, me = tor) =>
      confirmAnswers(aDecision({ answers: [spoken, said(leila, amir)], ...more }), ids as AnswerId[], me)
    expect(confirm([spoken.id], { decided: true })).toEqual({ refused: 'decision-already-decided' })
    expect(confirm(['leila for amir'])).toEqual({ refused: 'decision-nothing-to-confirm' })
    expect(confirm([spoken.id, 'leila for amir'])).toEqual({ refused: 'decision-nothing-to-confirm' })
    expect(confirm([spoken.id], { answers: [{ ...spoken, answer: 'no' }] })).toEqual({
      refused: 'decision-nothing-to-confirm',
    })
    expect(confirm([spoken.id], {}, omar)).toEqual({ refused: 'decision-nothing-to-confirm' })
    expect(confirm([spoken.id])).toEqual({ done: [spoken.id] })
  })
})

describe('once a decision is effective', () => {
  it('no child is heard for it, nobody is asked, and nothing in it is changed', () => {
    const facts = aDecision({ decided: true, concerned: [forAmir], mandates: [holds(hanne, 900)] })
    expect(hearChild(facts, 3, amir)).toEqual({ refused: 'decision-already-decided' })
    expect(askForMandate(facts, { version: 3, personId: hanne, by: later }, today)).toEqual({
      refused: 'decision-already-decided',
    })
    expect(changeDecision(facts, 3)).toEqual({ refused: 'decision-already-decided' })
  })
})

describe('before that', () => {
  it('everything is about the newest version, and says since when it stands', () => {
    const changed = { refused: 'decision-version-changed', values: { day: today } }
    const facts = aDecision({ concerned: [forAmir], mandates: [holds(hanne, 900)] })
    const yes = { version: 2, answer: 'yes', until: null, how: 'own_screen', giverId: leila } as const
    expect(answerDecision(facts, yes, { me: leila, isLeader: false, today })).toEqual(changed)
    expect(hearChild(facts, 2, amir)).toEqual(changed)
    expect(askForMandate(facts, { version: 2, personId: hanne, by: later }, today)).toEqual(changed)
    expect(changeDecision(facts, 2)).toEqual(changed)
    expect(changeDecision(facts, 3)).toEqual({ done: { version: 4 } })
  })
  it('a child is heard who is in it, and nobody who is not', () => {
    expect(hearChild(aDecision({ concerned: [forLeila, forAmir] }), 3, amir)).toEqual({ done: true })
    expect(hearChild(aDecision({ concerned: [forLeila, forAmir] }), 3, yasmin)).toEqual({
      refused: 'decision-no-child-to-hear',
    })
  })
  it('somebody is asked who can answer by today, and another where one was asked already', () => {
    const ask = (personId: PersonId, by: CalendarDay) =>
      askForMandate(
        aDecision({
          mandates: [holds(hanne, 900), holds(berit, 499), holds(tor, 900, { fits: false })],
          asked: { personId: leila, by: today, answer: 'no' },
        }),
        { version: 3, personId, by },
        today,
      )
    expect(ask(hanne, '2026-11-23' as CalendarDay)).toEqual({ refused: 'decision-day-passed' })
    for (const nobody of [berit, tor, omar])
      expect(ask(nobody, today), nobody).toEqual({ refused: 'decision-not-to-be-asked' })
    expect(ask(hanne, today)).toEqual({ done: true })
  })
  it('an enkeltvedtak has a ground in law, and other kinds need none', () => {
    expect(checkContent({ kind: 'enkeltvedtak', words: { ground: '' } })).toEqual({
      refused: 'decision-ground-missing',
    })
    expect(checkContent({ kind: 'enkeltvedtak', words: { ground: 'sosialtjenesteloven § 18' } })).toEqual({
      done: true,
    })
    expect(checkContent({ kind: 'information', words: {} })).toEqual({ done: true })
  })
})
