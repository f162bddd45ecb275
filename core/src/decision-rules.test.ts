import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import {
  answerDecision,
  askForMandate,
  canDecide,
  changeDecision,
  checkContent,
  confirmAnswers,
  hearChild,
  lackingIn,
  stateOf,
  type DecisionFacts,
  type LastAnswer,
} from './decision-rules.ts'
import type { AnswerId, MandateId, PersonId } from './ids.ts'

const person = (name: string) => name as PersonId
const [amina, jonas, elias, tor, hanne, solveig] = ['amina', 'jonas', 'elias', 'tor', 'hanne', 'solveig'].map(
  person,
) as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId]
const today = '2026-11-24' as CalendarDay
const names = Object.fromEntries(
  [amina, jonas, elias, tor, hanne, solveig].map((id) => [id, id.charAt(0).toUpperCase() + id.slice(1)]),
)
const said = (giverId: PersonId, answer: LastAnswer['answer'] = 'yes', more: Partial<LastAnswer> = {}): LastAnswer => ({
  id: `${giverId} for ${more.personId ?? giverId}` as AnswerId,
  personId: giverId,
  giverId,
  answer,
  until: answer === 'think' ? ('2026-12-01' as CalendarDay) : null,
  how: 'own_screen',
  recordedBy: giverId,
  counts: true,
  ...more,
})
const mandate = (personId: PersonId, leftKroner: number, atTable = true) => ({
  id: `of ${personId}` as MandateId,
  personId,
  fits: true,
  leftOre: leftKroner * 100,
  atTable,
})
/** Amina, Jonas and Elias of seven: 38 000 kroner, everybody has said yes, Tor can decide 50 000. */
const ready: DecisionFacts = {
  version: 1,
  kind: 'agreement',
  amountOre: 38_000_00,
  changedOn: today,
  decided: false,
  concerned: [
    { personId: amina, alone: true, deciders: [amina] },
    { personId: jonas, alone: true, deciders: [jonas] },
    { personId: elias, alone: false, deciders: [amina, jonas] },
  ],
  answers: [said(amina), said(jonas), said(amina, 'yes', { personId: elias }), said(jonas, 'yes', { personId: elias })],
  heard: [elias],
  mandates: [mandate(tor, 50_000), mandate(hanne, 250_000, false)],
  framesLeft: [150_000_00],
  asked: null,
  names,
}
const without = (giver: PersonId, personId: PersonId) =>
  ready.answers.filter((answer) => answer.giverId !== giver || answer.personId !== personId)
const replaced = (answer: LastAnswer) => [...without(answer.giverId, answer.personId), answer]
const tries = (facts: Partial<DecisionFacts>, me = tor, version = 1) => canDecide({ ...ready, ...facts }, me, version)

describe('a decision is refused', () => {
  it('until each person it is about has said yes: silence is none', () => {
    expect(tries({ answers: without(jonas, jonas) })).toEqual({
      refused: 'decision-waiting',
      values: { name: 'Jonas' },
    })
    expect(tries({ answers: [] })).toMatchObject({ refused: 'decision-waiting' })
  })
  it('when one of two parents has not said yes for the child, without telling which', () => {
    const lacksMother = tries({ answers: without(amina, elias) })
    expect(lacksMother).toEqual({ refused: 'decision-needs-all-holders', values: { name: 'Elias' } })
    expect(tries({ answers: without(jonas, elias) })).toEqual(lacksMother)
  })
  it('when nothing stands of what the child says', () => {
    expect(tries({ heard: [] })).toEqual({ refused: 'decision-child-view-missing', values: { name: 'Elias' } })
  })
  it('when somebody said no, or wants to think, also when the day has passed', () => {
    expect(tries({ answers: replaced(said(jonas, 'no')) })).toMatchObject({ refused: 'decision-said-no' })
    const thinking = said(jonas, 'think', { until: '2020-01-01' as CalendarDay })
    expect(tries({ answers: replaced(thinking) })).toEqual({
      refused: 'decision-thinking',
      values: { name: 'Jonas', day: '2020-01-01' },
    })
  })
  it('when a yes was written down and nobody has confirmed it', () => {
    const spoken = said(jonas, 'yes', { how: 'spoken', recordedBy: solveig, counts: false })
    expect(tries({ answers: replaced(spoken) })).toMatchObject({ refused: 'decision-needs-witness' })
    expect(tries({ answers: replaced({ ...spoken, counts: true }) })).toHaveProperty('done')
  })
  it('when nobody can decide for a person', () => {
    const nobody = { personId: elias, alone: false, deciders: [] }
    expect(tries({ concerned: [nobody] })).toMatchObject({ refused: 'decision-nobody-decides' })
  })
  it('when the content has changed since it was read', () => {
    expect(tries({ version: 2 })).toEqual({ refused: 'decision-version-changed', values: { day: today } })
  })
  it('without a mandate, or with one for other decisions', () => {
    expect(tries({}, solveig)).toEqual({ refused: 'decision-no-mandate' })
    expect(tries({ mandates: [{ ...mandate(tor, 50_000), fits: false }] })).toEqual({ refused: 'decision-no-mandate' })
  })
  it('above the mandate, with by how much and who has one; and once that person is asked, by when they answer (scenario 8)', () => {
    const amountOre = 62_000_00
    const values = { amount: '12\u00a0000', name: 'Tor', right: 'Hanne' }
    expect(tries({ amountOre })).toEqual({ refused: 'decision-above-mandate', values })
    const asked = { personId: hanne, by: '2026-11-27' as CalendarDay, answer: null }
    expect(tries({ amountOre, asked })).toEqual({
      refused: 'decision-awaits-mandate',
      values: { ...values, day: '2026-11-27' },
    })
    expect(tries({ amountOre, asked }, hanne)).toHaveProperty('done')
  })
  it('beyond the frame of the payer', () => {
    expect(tries({ framesLeft: [150_000_00, 37_999_99] })).toEqual({
      refused: 'decision-over-frame',
      values: { amount: '0,01' },
    })
    expect(tries({ framesLeft: [38_000_00] })).toHaveProperty('done')
  })
  it('twice', () => {
    expect(tries({ decided: true })).toEqual({ refused: 'decision-already-decided' })
  })
})

describe('a decision stands', () => {
  it('green when it can be decided here and now, amber when somebody else must, grey while the family has the word', () => {
    const stands = (facts: Partial<DecisionFacts>) => stateOf({ ...ready, ...facts })
    expect(stands({})).toBe('ready')
    expect(stands({ amountOre: 62_000_00 })).toBe('needs_mandate')
    expect(stands({ amountOre: 62_000_00, asked: { personId: hanne, by: today, answer: 'no' } })).toBe('declined')
    expect(stands({ framesLeft: [1] })).toBe('over_frame')
    expect(stands({ answers: replaced(said(jonas, 'think')) })).toBe('thinking')
    expect(stands({ answers: replaced(said(jonas, 'no')) })).toBe('refused')
    expect(stands({ answers: [] })).toBe('waiting')
    expect(stands({ decided: true })).toBe('decided')
  })
})

describe('an answer', () => {
  const input = { version: 1, answer: 'yes' as const, until: null, how: 'own_screen' as const, giverId: amina }
  const at = { me: amina, isLeader: false, today }
  it('is refused for a grown person by another, on another’s screen, to another version, after the decision', () => {
    expect(answerDecision(ready, { ...input, persons: [jonas] }, at)).toEqual({
      refused: 'decision-not-yours-to-answer',
    })
    expect(answerDecision(ready, { ...input, giverId: jonas }, at)).toEqual({ refused: 'decision-not-yours-to-answer' })
    expect(answerDecision(ready, { ...input, version: 2 }, at)).toMatchObject({ refused: 'decision-version-changed' })
    expect(answerDecision({ ...ready, decided: true }, input, at)).toEqual({ refused: 'decision-already-decided' })
    expect(answerDecision(ready, input, { ...at, me: tor })).toEqual({ refused: 'decision-not-yours-to-answer' })
  })
  it('written down by anybody but the leader, or by the giver about themself, is refused', () => {
    const spoken = { ...input, how: 'spoken' as const, giverId: jonas }
    expect(answerDecision(ready, spoken, { ...at, me: tor })).toEqual({ refused: 'decision-only-leader-records' })
    expect(answerDecision(ready, spoken, { ...at, me: jonas, isLeader: true })).toEqual({
      refused: 'decision-not-yours-to-answer',
    })
    expect(answerDecision(ready, spoken, { ...at, me: solveig, isLeader: true })).toHaveProperty('done')
  })
  it('that asks for time ends on a day to come', () => {
    const think = { ...input, answer: 'think' as const, until: today }
    expect(answerDecision(ready, think, at)).toEqual({ refused: 'decision-day-passed' })
  })
  it('is for oneself and the children one decides for, unless one says for whom', () => {
    expect(answerDecision(ready, input, at)).toEqual({
      done: [
        { personId: amina, giverId: amina },
        { personId: elias, giverId: amina },
      ],
    })
    expect(answerDecision(ready, { ...input, persons: [amina] }, at)).toEqual({
      done: [{ personId: amina, giverId: amina }],
    })
  })
  it('is confirmed by neither who gave nor who wrote it', () => {
    const spoken = said(jonas, 'yes', { how: 'spoken', recordedBy: solveig, counts: false })
    const facts = { ...ready, answers: replaced(spoken) }
    for (const me of [jonas, solveig])
      expect(confirmAnswers(facts, [spoken.id], me)).toEqual({ refused: 'decision-nothing-to-confirm' })
    expect(confirmAnswers(facts, [spoken.id], tor)).toEqual({ done: [spoken.id] })
  })
})

describe('around a decision', () => {
  it('only a child others decide for is heard; who decides alone answers', () => {
    expect(hearChild(ready, 1, jonas)).toEqual({ refused: 'decision-no-child-to-hear' })
    expect(hearChild(ready, 2, elias)).toMatchObject({ refused: 'decision-version-changed' })
    expect(hearChild(ready, 1, elias)).toEqual({ done: true })
  })
  it('only who holds a mandate that reaches is asked, once, and has until a day to come', () => {
    const facts = { ...ready, amountOre: 62_000_00 }
    const ask = (personId: PersonId, by: string, more: Partial<DecisionFacts> = {}) =>
      askForMandate({ ...facts, ...more }, { version: 1, personId, by: by as CalendarDay }, today)
    expect(ask(tor, '2026-11-27')).toEqual({ refused: 'decision-not-to-be-asked' })
    expect(ask(hanne, '2026-11-23')).toEqual({ refused: 'decision-day-passed' })
    expect(ask(hanne, '2026-11-27', { asked: { personId: hanne, by: today, answer: null } })).toEqual({
      refused: 'decision-not-to-be-asked',
    })
    expect(ask(hanne, '2026-11-27')).toEqual({ done: true })
  })
  it('an enkeltvedtak names its ground; changed content is the next version, from the newest', () => {
    expect(checkContent({ kind: 'enkeltvedtak', words: {} })).toEqual({ refused: 'decision-ground-missing' })
    expect(checkContent({ kind: 'agreement', words: {} })).toEqual({ done: true })
    expect(changeDecision({ ...ready, version: 2 }, 1)).toMatchObject({ refused: 'decision-version-changed' })
    expect(changeDecision(ready, 1)).toEqual({ done: { version: 2 } })
  })
})

const runs = 10_000
const somebody = fc.constantFrom(amina, tor, tor)
const mostlyOne = fc.constantFrom(1, 1, 1, 2)
const anyFacts: fc.Arbitrary<DecisionFacts> = fc.record({
  version: mostlyOne,
  kind: fc.constant('agreement' as const),
  amountOre: fc.nat(6),
  changedOn: fc.constant(today),
  decided: fc.constant(false),
  concerned: fc.uniqueArray(
    fc.record({
      personId: fc.constantFrom(amina, jonas, elias),
      alone: fc.boolean(),
      deciders: fc.constantFrom([amina], [jonas], [amina, jonas], [amina, jonas], []),
    }),
    { selector: (concerned) => concerned.personId, minLength: 1, maxLength: 2 },
  ),
  answers: fc.uniqueArray(
    fc
      .record({
        giver: fc.constantFrom(amina, jonas),
        personId: fc.constantFrom(amina, jonas, elias),
        answer: fc.constantFrom<LastAnswer['answer']>(...Array<'yes'>(10).fill('yes'), 'no', 'think'),
        counts: fc.constantFrom(true, true, true, true, true, false),
      })
      .map(({ giver, personId, answer, counts }) => said(giver, answer, { personId, counts })),
    { selector: (answer) => `${answer.giverId} ${answer.personId}`, minLength: 4, maxLength: 6 },
  ),
  heard: fc.constantFrom([amina, jonas, elias], [elias], []),
  mandates: fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c').map((id) => id as MandateId),
      personId: somebody,
      fits: fc.constantFrom(true, true, false),
      leftOre: fc.integer({ min: -1, max: 8 }),
      atTable: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  framesLeft: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
  asked: fc.constant(null),
  names: fc.constant(names),
})

describe(`in ${runs} drawn situations`, { timeout: 60_000 }, () => {
  it('a decision is possible exactly when every yes, every view, a mandate and the frame are there', () => {
    let possible = 0
    fc.assert(
      fc.property(anyFacts, somebody, mostlyOne, (facts, me, version) => {
        const outcome = canDecide(facts, me, version)
        // The same, said apart: from the words of the house and not from the rule.
        const yesOf = (giver: PersonId, whom: PersonId) =>
          facts.answers.some((a) => a.giverId === giver && a.personId === whom && a.answer === 'yes' && a.counts)
        const stopOf = (giver: PersonId, whom: PersonId) =>
          facts.answers.some((a) => a.giverId === giver && a.personId === whom && a.answer !== 'yes')
        const eachYes = facts.concerned.every(
          ({ personId, alone, deciders }) =>
            deciders.length > 0 &&
            !deciders.some((decider) => stopOf(decider, personId)) &&
            (alone
              ? deciders.filter((decider) => yesOf(decider, personId)).length >= 1
              : deciders.filter((decider) => yesOf(decider, personId)).length === deciders.length &&
                facts.heard.includes(personId)),
        )
        const money =
          facts.mandates.some((held) => held.personId === me && held.fits && held.leftOre - facts.amountOre >= 0) &&
          !facts.framesLeft.some((left) => left - facts.amountOre < 0)
        const should = version === facts.version && eachYes && money
        possible += Number(should)
        expect('done' in outcome).toBe(should)
        if (lackingIn(facts).length > 0) expect(['ready', 'decided']).not.toContain(stateOf(facts))
      }),
      { numRuns: runs },
    )
    // A property that is never put to the test proves nothing.
    expect(possible).toBeGreaterThan(runs / 40)
  })
  it('one after another, decisions never take more than mandate and frame hold, to the øre; and none that fits is refused', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(800),
        fc.array(fc.nat(300), { minLength: 1, maxLength: 12 }),
        (mandateOre, frameOre, amounts) => {
          let used = 0
          for (const amountOre of amounts) {
            const held = { ...mandate(tor, 0), leftOre: mandateOre - used }
            const outcome = tries({ amountOre, mandates: [held], framesLeft: [frameOre - used] })
            expect('done' in outcome).toBe(used + amountOre <= Math.min(mandateOre, frameOre))
            if ('done' in outcome) used += amountOre
          }
          expect(used).toBeLessThanOrEqual(Math.min(mandateOre, frameOre))
        },
      ),
      { numRuns: runs },
    )
  })
})
