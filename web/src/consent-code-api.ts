import type { MadeConsentCode } from '@velferdslab/core/commands/consent-code'
import type { CodedSentence } from '@velferdslab/core/consent-code'
import type { CommandId, ConsentCodeId, ConsentId, FamilyId } from '@velferdslab/core/ids'
import { send } from './api.ts'
import { api } from './paths.ts'

export type SaidByCode = 'yes' | 'no' | 'call'

export const makeConsentCode = (
  family: FamilyId,
  consent: ConsentId,
  input: { commandId: CommandId; codeId: ConsentCodeId },
) => send<MadeConsentCode>(api.consentAct(family, `${consent}/code`), input)

/** Alone, without signing in. */
export const readByCode = (code: string) => send<CodedSentence>(api.confirm('read'), { code })
export const answerByCode = (input: { commandId: CommandId; code: string; answer: SaidByCode }) => {
  const { code, answer } = input
  return send<{ done: true }>(api.confirm('answer'), { code, answer })
}

/** With the help of who is signed in. */
export const readHelping = (code: string) => send<CodedSentence>(api.help('read'), { code })
export const answerHelping = (input: { commandId: CommandId; code: string; answer: SaidByCode }) =>
  send<{ done: true }>(api.help('answer'), input)
