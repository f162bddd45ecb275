import type { FamilyHome } from '@velferdslab/core/family'

/** What waits for my answer, in the order I meet it: being with us at all, who leads and sits there, who may know what, the plan, decisions. */
export type Wait = 'agreement' | 'start' | 'services' | 'sign' | 'decide'

export function waitsForMe(home: FamilyHome): Wait[] {
  const waits: Record<Wait, boolean> = {
    agreement: home.agreementWaits,
    start: home.startStep !== null,
    services: home.unanswered.length > 0,
    sign: home.planToSign,
    decide: home.decisionsToAnswer > 0,
  }
  return (Object.keys(waits) as Wait[]).filter((wait) => waits[wait])
}
