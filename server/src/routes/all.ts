import { departureRoutes } from './departure.ts'
import { administrationRoutes } from './administration.ts'
import { actRoutes } from './act.ts'
import { agreementRoutes } from './agreement.ts'
import { clothRoutes } from './cloth.ts'
import { coreTeamRoutes } from './core-team.ts'
import { correctionRoutes } from './correction.ts'
import { myDataRoutes } from './my-data.ts'
import { consentRoutes } from './consent.ts'
import { consentRecordRoutes } from './consent-record.ts'
import { decisionRoutes } from './decision.ts'
import { draftRoutes } from './draft.ts'
import { lookedRoutes } from './looked.ts'
import { duplicateRoutes } from './duplicate.ts'
import { householdRoutes } from './household.ts'
import { ledgerRoutes } from './ledger.ts'
import { journeyRoutes } from './journey.ts'
import { peopleRoutes } from './people.ts'
import { qualificationRoutes } from './qualification.ts'
import { referralRoutes } from './referral.ts'
import { phaseRoutes } from './phase.ts'
import { planRoutes } from './plan.ts'
import { promiseRoutes } from './promise.ts'
import { seatRoutes } from './seat.ts'
import type { Route } from './route.ts'
import { memberRoutes } from './member.ts'
import { meetingRoutes } from './meeting.ts'
import { tableRoutes } from './table.ts'
import { reportRoutes } from './report.ts'
import { signingRoutes } from './signing.ts'
import { privacyWordRoutes } from './privacy-word.ts'
import { textVersionRoutes } from './text-version.ts'
import { taskLinkRoutes } from './task-link.ts'
import { stoppedRoutes } from './stopped.ts'
import { retentionRoutes } from './retention.ts'
import { traceRoutes } from './trace.ts'
import { wellbeingRoutes } from './wellbeing.ts'
import { seenByRoutes } from './seen-by.ts'
import { soleConsentRoutes } from './sole-consent.ts'
import { breakGlassRoutes } from './break-glass.ts'
import { doorResponsibilityRoutes } from './door-responsibility.ts'
import { selfReferralRoutes } from './self-referral.ts'
import { shareRoutes } from './share.ts'
import { childrenRulesRoutes } from './children-rules.ts'
import { consentCodeRoutes } from './consent-code.ts'

/** Every door of the API that speaks JSON. */
export const apiRoutes: readonly Route[] = [
  ...peopleRoutes,
  ...consentRoutes,
  ...clothRoutes,
  ...draftRoutes,
  ...referralRoutes,
  ...agreementRoutes,
  ...qualificationRoutes,
  ...seatRoutes,
  ...memberRoutes,
  ...planRoutes,
  ...decisionRoutes,
  ...ledgerRoutes,
  ...wellbeingRoutes,
  ...journeyRoutes,
  ...phaseRoutes,
  ...meetingRoutes,
  ...tableRoutes,
  ...signingRoutes,
  ...promiseRoutes,
  ...stoppedRoutes,
  ...coreTeamRoutes,
  ...lookedRoutes,
  ...traceRoutes,
  ...retentionRoutes,
  ...administrationRoutes,
  ...departureRoutes,
  ...correctionRoutes,
  ...myDataRoutes,
  ...actRoutes,
  ...reportRoutes,
  ...duplicateRoutes,
  ...householdRoutes,
  ...consentRecordRoutes,
  ...textVersionRoutes,
  ...privacyWordRoutes,
  ...taskLinkRoutes,
  ...seenByRoutes,
  ...soleConsentRoutes,
  ...breakGlassRoutes,
  ...selfReferralRoutes,
  ...doorResponsibilityRoutes,
  ...shareRoutes,
  ...consentCodeRoutes,
  ...childrenRulesRoutes,
]
