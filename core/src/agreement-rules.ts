import { agreementTextVersion, signsFromAge } from './agreement.ts'
import type { SignAgreement } from './commands/agreement.ts'
import type { DecidedEvent } from './events.ts'
import type { Decided } from './refusal.ts'

/** What the rule needs to know of who signs. */
export interface Signer {
  readonly age: number
  readonly hasSigned: boolean
}

/**
 * Each signs for themself, from the age at which one does, and under the text that stands today: who read an older one reads the new one first.
 *
 * @param participation the id of the new signature
 */
export function signAgreement(
  signer: Signer | undefined,
  input: Pick<SignAgreement, 'textVersion'>,
  participation: string,
): Decided<{ readonly events: readonly DecidedEvent[] }> {
  if (!signer) return { refused: 'not-found' }
  if (signer.age < signsFromAge) return { refused: 'agreement-too-young' }
  if (signer.hasSigned) return { refused: 'agreement-already-signed' }
  if (input.textVersion !== agreementTextVersion) return { refused: 'agreement-text-changed' }
  const data = { text: input.textVersion }
  return { done: { events: [{ kind: 'participation.signed', subject: participation, cell: null, data }] } }
}
