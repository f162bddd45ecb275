import { describe, expect, test } from 'vitest'
import { signAgreement } from './agreement-rules.ts'
import { agreementTextVersion } from './agreement.ts'

const today = { textVersion: agreementTextVersion }
const grown = { age: 34, hasSigned: false }

describe('the agreement is not signed', () => {
  test('by who is no member', () => {
    expect(signAgreement(undefined, today, 'p')).toEqual({ refused: 'not-found' })
  })

  test('the day before the sixteenth birthday', () => {
    expect(signAgreement({ ...grown, age: 15 }, today, 'p')).toEqual({ refused: 'agreement-too-young' })
  })

  test('twice', () => {
    expect(signAgreement({ ...grown, hasSigned: true }, today, 'p')).toEqual({ refused: 'agreement-already-signed' })
  })

  test('under a text that is no longer the one that stands', () => {
    expect(signAgreement(grown, { textVersion: '2025-01' }, 'p')).toEqual({ refused: 'agreement-text-changed' })
  })
})

test('from sixteen on each signs for themself, and the memory knows which text', () => {
  expect(signAgreement({ ...grown, age: 16 }, today, 'p')).toEqual({
    done: {
      events: [{ kind: 'participation.signed', subject: 'p', cell: null, data: { text: agreementTextVersion } }],
    },
  })
})
