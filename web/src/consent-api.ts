import type { ConsentAnswer, GiveConsent, RefuseConsent, StopSquare } from '@velferdslab/core/commands/consent'
import type { FamilyId } from '@velferdslab/core/ids'
import { send } from './api.ts'
import { api } from './paths.ts'

/** Answering, one service and one square at a time. Stopping a whole service is in the first load (api.ts): Stop is always in sight. */
export const giveConsent = (family: FamilyId, input: GiveConsent) => send<ConsentAnswer>(api.consents(family), input)
export const refuseConsent = (family: FamilyId, input: RefuseConsent) =>
  send<ConsentAnswer>(api.refuseConsent(family), input)
export const stopSquare = (family: FamilyId, input: StopSquare) => send<ConsentAnswer>(api.stopSquare(family), input)
