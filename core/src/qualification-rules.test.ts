import { describe, expect, test } from 'vitest'
import { answerCheck, decideQualification, type QualificationFacts } from './qualification-rules.ts'
import type { PersonId } from './ids.ts'

const leila = 'leila' as PersonId
const ready: QualificationFacts = {
  open: 'list',
  isAtDoor: true,
  people: [{ id: leila, hasSigned: true }],
  questions: [
    { code: 'voluntary', from: '2000-01-01', needsYes: true, answer: 'yes' },
    { code: 'over_time', from: '2000-01-01', needsYes: false, answer: 'unsure' },
  ],
}
const accept = { outcome: { is: 'accepted' as const, targetGroup: 'a' as const } }
const decline = { outcome: { is: 'declined' as const, reason: 'x', instead: 'y' } }

describe('a question is not answered', () => {
  test('for a family nobody has sent, or that has its answer already', () => {
    expect(answerCheck(undefined, { code: 'voluntary', withId: leila }, 'list')).toEqual({ refused: 'not-found' })
    expect(answerCheck({ ...ready, isAtDoor: false }, { code: 'voluntary', withId: leila }, 'list')).toEqual({
      refused: 'qualification-decided',
    })
  })

  test('about the family without the family', () => {
    expect(answerCheck(ready, { code: 'voluntary', withId: 'berit' as PersonId }, 'list')).toEqual({
      refused: 'qualification-nobody-present',
    })
  })

  test('when it is no question any more', () => {
    expect(answerCheck(ready, { code: 'income', withId: leila }, 'list')).toEqual({
      refused: 'qualification-question-changed',
    })
  })
})

describe('nobody is accepted', () => {
  test('before each who speaks for the family has signed', () => {
    for (const people of [
      [],
      [
        { id: leila, hasSigned: true },
        { id: 'omar', hasSigned: false },
      ],
    ])
      expect(decideQualification({ ...ready, people }, accept)).toEqual({ refused: 'qualification-not-signed' })
  })

  test('while a question waits, or when what must be yes is not', () => {
    const questions = (answer: 'no' | 'unsure' | null) =>
      ready.questions.map((each) => (each.needsYes ? { ...each, answer } : each))
    expect(decideQualification({ ...ready, questions: questions(null) }, accept)).toEqual({
      refused: 'qualification-unanswered',
    })
    for (const answer of ['no', 'unsure'] as const)
      expect(decideQualification({ ...ready, questions: questions(answer) }, accept)).toEqual({
        refused: 'qualification-needs-yes',
      })
  })

  test('twice, or declined before anything was asked', () => {
    expect(decideQualification({ ...ready, isAtDoor: false }, accept)).toEqual({ refused: 'qualification-decided' })
    expect(decideQualification({ ...ready, open: null }, decline)).toEqual({ refused: 'qualification-unanswered' })
  })
})

test('the memory knows which question was answered, and not what was said', () => {
  expect(answerCheck(ready, { code: 'over_time', withId: leila }, 'list')).toEqual({
    done: {
      from: '2000-01-01',
      events: [{ kind: 'qualification.answered', subject: 'list', cell: null, data: { question: 'over_time' } }],
    },
  })
})

test('not being sure is no obstacle where it is for the two to weigh; a no may come at any time', () => {
  expect(decideQualification(ready, accept)).toMatchObject({ done: { events: [{ kind: 'qualification.accepted' }] } })
  expect(decideQualification({ ...ready, people: [] }, decline)).toMatchObject({
    done: { events: [{ kind: 'qualification.declined' }] },
  })
})
