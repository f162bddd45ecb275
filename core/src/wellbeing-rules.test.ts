import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDay } from './dates.ts'
import { phases } from './family.ts'
import type { AboutId, WellbeingId } from './ids.ts'
import { answerKinds, changeInScore, meanScore, momentOf, type Answer } from './wellbeing.ts'
import { answerWellbeing, eraseWellbeing, shareWellbeing, type WellbeingFacts } from './wellbeing-rules.ts'

const today = '2026-11-24' as CalendarDay
const amina: WellbeingFacts = { aboutMe: 'amina' as AboutId, age: 34, phase: 'invest', today }
const five: Answer = { kind: 'score', score: 5 }
const said = {
  id: 'answer' as WellbeingId,
  answer: five,
  hasWords: false,
  privacy: 'own' as const,
  onDay: today,
  proof: null,
}
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.integer({ min: 0, max: 10 }).map((score) => ({ kind: 'score' as const, score })),
  fc.constantFrom({ kind: 'rather_not' as const }, { kind: 'skipped' as const }),
)

describe('how I am doing is refused', () => {
  it('to whoever is no member, as if the family never was', () => {
    expect(answerWellbeing({ ...amina, aboutMe: undefined }, said)).toEqual({ refused: 'not-found' })
  })
  it('to a child, until the day they are 18 (REQ-100)', () => {
    expect(answerWellbeing({ ...amina, age: 17 }, said)).toEqual({ refused: 'wellbeing-not-for-children' })
    expect(answerWellbeing({ ...amina, age: null }, said)).toEqual({ refused: 'wellbeing-not-for-children' })
    expect(answerWellbeing({ ...amina, age: 18 }, said)).toHaveProperty('done')
  })
  it('when nothing was said at all', () => {
    const nothing = { ...said, answer: { kind: 'skipped' as const } }
    expect(answerWellbeing(amina, nothing)).toEqual({ refused: 'wellbeing-nothing-said' })
    expect(answerWellbeing(amina, { ...nothing, hasWords: true })).toHaveProperty('done')
  })
  it('for a day that has not come', () => {
    expect(answerWellbeing(amina, { ...said, onDay: '2026-11-25' as CalendarDay })).toEqual({
      refused: 'wellbeing-day-to-come',
    })
  })
})

describe('an answer', () => {
  it('is kept to oneself unless one says otherwise, and its event is for the same readers', () => {
    expect(answerWellbeing(amina, said)).toMatchObject({
      done: { row: { privacy: 'own' }, events: [{ cell: { about: 'amina', area: 'common', privacy: 'own' } }] },
    })
  })
  it('never to be answered is an answer, and no number', () => {
    expect(answerWellbeing(amina, { ...said, answer: { kind: 'rather_not' } })).toMatchObject({
      done: { row: { answer: { kind: 'rather_not' } } },
    })
  })
  it('has no number in its event, so that it can be erased', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const decided = answerWellbeing(amina, { ...said, answer, hasWords: true, proof: 'proof' })
        const [event] = 'done' in decided ? decided.done.events : []
        expect(event?.data).toEqual({ moment: 'during', proof: 'proof' })
      }),
    )
  })
  it('is given before the work begins, while it goes on, or after it', () => {
    expect(phases.map(momentOf)).toEqual(['before', 'during', 'during', 'after'])
  })
  it('that is shared is told to the leader, and so is that it no longer is; changing nothing tells nothing', () => {
    const kept = { id: said.id, aboutId: 'amina' as AboutId, privacy: 'own' as const }
    const shared = { ...kept, privacy: 'child' as const }
    expect(shareWellbeing(kept, 'child')).toMatchObject({
      done: { events: [{ kind: 'wellbeing.shared', cell: { privacy: 'child' } }] },
    })
    expect(shareWellbeing(shared, 'own')).toMatchObject({
      done: { row: { privacy: 'own' }, events: [{ kind: 'wellbeing.kept', cell: { privacy: 'child' } }] },
    })
    expect(shareWellbeing(kept, 'own')).toMatchObject({ done: { events: [] } })
  })
  it('that is taken back is told to those who could read it and to nobody else', () => {
    expect(eraseWellbeing({ id: said.id, aboutId: 'amina' as AboutId, privacy: 'own' })).toMatchObject({
      done: { events: [{ kind: 'wellbeing.erased', cell: { privacy: 'own' } }] },
    })
  })
})

describe('what was not answered', () => {
  const silent = fc.constantFrom(...answerKinds.filter((kind) => kind !== 'score')).map((kind) => ({ kind }))

  it('never counts as zero: it changes no mean, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer), fc.array(silent), fc.infiniteStream(fc.nat()), (answers, silence, at) => {
        const mixed = [...answers]
        for (const each of silence) mixed.splice((at.next().value as number) % (mixed.length + 1), 0, each)
        expect(meanScore(mixed)).toBe(meanScore(answers))
      }),
    )
  })
  it('and nothing else answered has no mean at all', () => {
    fc.assert(
      fc.property(fc.array(silent), (silence) => {
        expect(meanScore(silence)).toBeNull()
      }),
    )
  })
  it('is no start and no end of a change', () => {
    const entries = (...answers: Answer[]) => answers.map((answer) => ({ answer }))
    expect(changeInScore(entries({ kind: 'rather_not' }, five))).toBeNull()
    expect(
      changeInScore(
        entries({ kind: 'skipped' }, { kind: 'score', score: 3 }, { kind: 'rather_not' }, five, { kind: 'skipped' }),
      ),
    ).toEqual({ from: 3, to: 5 })
  })
  it('is not the same as the number zero', () => {
    expect(meanScore([{ kind: 'score', score: 0 }, five])).toBe(2.5)
    expect(meanScore([{ kind: 'rather_not' }, five])).toBe(5)
  })
})
