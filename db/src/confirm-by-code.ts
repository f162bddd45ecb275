import type { CodedSentence } from '@velferdslab/core/consent-code'
import { asSystem } from './as-system.ts'
import type { Pool } from './connect.ts'
import { findSentence, sayByCode, type CodeAnswered, type SaidByCode } from './consent-code.ts'

/** Who has the code, alone: nobody is signed in. Undefined when it opens nothing: unknown, used, stopped, past, over are one answer. */
export function readByCode(pool: Pool, code: string): Promise<CodedSentence | undefined> {
  return asSystem(pool, 'answer-by-code', (tx) => findSentence(tx, code, 'read_consent_code'))
}

export function answerByCode(
  pool: Pool,
  code: string,
  answer: SaidByCode,
  origin: string,
): Promise<CodeAnswered | undefined> {
  return asSystem(pool, 'answer-by-code', (tx) => sayByCode(tx, code, answer, origin, 'answer_consent_code'))
}
