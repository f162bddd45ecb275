import { page } from '../../web/src/paths.ts'
import { administrationPlaces } from './administration.ts'
import { breakGlassPlaces, glassAtHomePlaces, glassInTracePlaces, openedByGlassPlaces } from './break-glass.ts'
import {
  byGuardianPlaces,
  childrenRulesPlaces,
  codeAtWorkPlaces,
  confirmPlaces,
  guardianPlaces,
  helpPlaces,
  oneEnoughPlaces,
} from './confirm.ts'
import { consentPlaces, consentsPlaces } from './consent.ts'
import { familyConsentsPlaces, privacyPlaces, writtenDownPlaces } from './consent-record.ts'
import { myClothPlaces } from './cloth.ts'
import { agreementPlaces, doorPlaces, referPlaces } from './door.ts'
import { homePlaces } from './home.ts'
import { familyJourneyPlaces, myJourneyPlaces } from './journey.ts'
import { askedPlaces, familyAccountPlaces, familyPlanPlaces, myAccountPlaces, myPlanPlaces } from './plan.ts'
import { familyMeetingPlaces, myMeetingPlaces, screenPlaces, tablePlaces } from './meeting.ts'
import { familyLawPlaces, lawPlaces, mySharedPlaces } from './law.ts'
import { elsewhere, signInPlaces } from './outside.ts'
import { aboutMePlaces, besideNotePlaces } from './my-data.ts'
import type { Place } from './place.ts'
import { figuresPlaces, reportPlaces } from './overview.ts'
import { familyPeoplePlaces, myPeoplePlaces, samePersonPlaces } from './people.ts'
import { familySigningPlaces, myPromisesPlaces, mySigningPlaces, owePlaces } from './signing.ts'
import { askedSeatPlaces, askServicePlaces, doorFamilyPlaces, myStartPlaces, wishPlaces } from './start.ts'
import { seenByPlaces, soleConsentAtWorkPlaces, soleConsentPlaces } from './seen-by.ts'
import { answersAtDoorPlaces, selfAtDoorPlaces, selfReferralPlaces } from './self-referral.ts'
import { alreadySharedPlaces, familySharingPlaces, mySharesPlaces } from './share.ts'
import { retentionPlaces } from './retention.ts'
import { myLookedPlaces, tracePlaces } from './trace.ts'
import { giveLinkPlaces, givenLinkPlaces, taskPlaces } from './task.ts'
import { familiesPlaces, familyClothPlaces, familyPlaces } from './work.ts'

/** Every page there is, with the states it can be in. A new page in web/src/paths.ts does not fit here until somebody has gone there. */
export const placesOf: Record<keyof typeof page, readonly Place[]> = {
  signIn: signInPlaces,
  home: homePlaces,
  myCloth: [...myClothPlaces, ...besideNotePlaces, ...privacyPlaces],
  agreement: agreementPlaces,
  consents: [...consentsPlaces, ...writtenDownPlaces, ...soleConsentPlaces, ...alreadySharedPlaces],
  seenBy: seenByPlaces,
  consent: [...consentPlaces, ...guardianPlaces],
  families: familiesPlaces,
  family: [...familyPlaces, ...askServicePlaces, ...wishPlaces, ...giveLinkPlaces, ...openedByGlassPlaces],
  familyCloth: familyClothPlaces,
  report: reportPlaces,
  figures: figuresPlaces,
  refer: referPlaces,
  door: [...doorPlaces, ...samePersonPlaces, ...selfAtDoorPlaces],
  myJourney: myJourneyPlaces,
  familyJourney: familyJourneyPlaces,
  myPlan: myPlanPlaces,
  myAccount: myAccountPlaces,
  familyPlan: familyPlanPlaces,
  familyAccount: familyAccountPlaces,
  asked: askedPlaces,
  myMeeting: myMeetingPlaces,
  familyMeeting: familyMeetingPlaces,
  table: tablePlaces,
  screen: screenPlaces,
  task: taskPlaces,
  mySigning: mySigningPlaces,
  myPromises: [...myPromisesPlaces, ...givenLinkPlaces],
  familySigning: familySigningPlaces,
  owe: owePlaces,
  doorFamily: [...doorFamilyPlaces, ...answersAtDoorPlaces],
  myStart: myStartPlaces,
  myLooked: myLookedPlaces,
  trace: [...tracePlaces, ...glassInTracePlaces],
  retention: retentionPlaces,
  administration: administrationPlaces,
  aboutMe: aboutMePlaces,
  familyLaw: familyLawPlaces,
  law: lawPlaces,
  myShared: [...mySharedPlaces, ...glassAtHomePlaces],
  myPeople: myPeoplePlaces,
  familyPeople: familyPeoplePlaces,
  familyConsents: [...familyConsentsPlaces, ...soleConsentAtWorkPlaces, ...codeAtWorkPlaces],
  breakGlass: breakGlassPlaces,
  selfReferral: selfReferralPlaces,
  familySharing: familySharingPlaces,
  myShares: mySharesPlaces,
  confirm: confirmPlaces,
  help: helpPlaces,
  oneEnough: oneEnoughPlaces,
  childrenRules: childrenRulesPlaces,
}

export const everywhere: readonly { address: string | null; place: Place }[] = [
  ...Object.entries(placesOf).flatMap(([name, places]) =>
    places.map((place) => ({ address: page[name as keyof typeof page], place })),
  ),
  // Leila's yes to her leader and Amina's yes for Jonas come last: what is looked at above is what stands before them.
  ...[...elsewhere, ...askedSeatPlaces, ...byGuardianPlaces].map((place) => ({ address: null, place })),
]
