import type { ConsentAnswer, ExtendConsent } from '@velferdslab/core/commands/consent'
import type { ConfirmConsent, RecordConsent, RecordRefusal } from '@velferdslab/core/commands/consent-record'
import type { ConsentRecords } from '@velferdslab/core/consent-record'
import type { CommandId, ConsentId, FamilyId } from '@velferdslab/core/ids'
import type { TextLanguage } from '@velferdslab/core/text-language'
import type { TextKey, VersionedText } from '@velferdslab/core/text-version'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** What is written down for others: behind the first page, which has no use for it. */
export const recordConsent = (family: FamilyId, input: RecordConsent) =>
  send<ConsentAnswer>(api.consentAct(family, 'record'), input)
export const recordRefusal = (family: FamilyId, input: RecordRefusal) =>
  send<ConsentAnswer>(api.consentAct(family, 'record-refusal'), input)
export const hearConsent = (family: FamilyId, consent: ConsentId, input: { commandId: CommandId }) =>
  send<ConsentAnswer>(api.consentAct(family, `${consent}/hear`), input)
export const confirmConsent = (family: FamilyId, consent: ConsentId, input: ConfirmConsent) =>
  send<ConsentAnswer>(api.consentAct(family, `${consent}/confirm`), input)
export const extendConsent = (family: FamilyId, consent: ConsentId, input: ExtendConsent) =>
  send<ConsentAnswer>(api.consentAct(family, `${consent}/extend`), input)
export const withdrawConsent = (family: FamilyId, consent: ConsentId, input: { commandId: CommandId }) =>
  send<ConsentAnswer>(api.consentAct(family, `${consent}/withdraw`), input)

/** A text people say yes to. A version never changes, so it is asked for once. */
export const textQuery = (key: TextKey, language: TextLanguage, version?: string) =>
  queryOptions({
    queryKey: ['text', key, language, version ?? 'now'],
    queryFn: ({ signal }) => read<VersionedText>(api.text(key, language, version), signal),
    staleTime: 600_000,
  })

/** Others hear and confirm meanwhile, so it is asked for again while somebody looks. */
export const consentRecordsQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'consent-records'],
    queryFn: ({ signal }) => read<ConsentRecords>(api.consentAct(family, 'recorded'), signal),
    refetchInterval: 20_000,
  })
