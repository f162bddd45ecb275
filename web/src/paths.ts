import type {
  ChangeId,
  ActId,
  DecisionId,
  EntryId,
  FamilyId,
  GlassReviewId,
  MeasureId,
  MeetingId,
  NoteId,
  PartyId,
  PersonId,
  PhaseMoveId,
  PlanVersionId,
  PromiseId,
  QuestionId,
  HoldId,
  ReviewId,
  ReportId,
  SeatId,
  TaskLinkId,
  SoleConsentId,
  WellbeingId,
} from '@velferdslab/core/ids'
import type { TextLanguage } from '@velferdslab/core/text-language'
import type { TextKey } from '@velferdslab/core/text-version'

/** Every page, as the router writes it. Used by routes.tsx and by each link, so that an address stands in one place. */
export const page = {
  signIn: '/',
  home: '/my',
  myCloth: '/my/cloth',
  agreement: '/my/agreement',
  consents: '/my/consents',
  consent: '/my/consents/$partyId',
  seenBy: '/my/seen/$partyId',
  myJourney: '/my/journey',
  families: '/lab',
  family: '/lab/families/$familyId',
  familyCloth: '/lab/families/$familyId/cloth',
  refer: '/lab/refer',
  door: '/lab/door',
  report: '/lab/report',
  figures: '/lab/figures',
  familyJourney: '/lab/families/$familyId/journey',
  myPlan: '/my/plan',
  myAccount: '/my/account',
  familyPlan: '/lab/families/$familyId/plan',
  familyAccount: '/lab/families/$familyId/account',
  asked: '/lab/asked',
  myMeeting: '/my/meeting',
  familyMeeting: '/lab/families/$familyId/meeting',
  table: '/table',
  screen: '/screen',
  task: '/task',
  selfReferral: '/ask',
  mySigning: '/my/signing',
  myPromises: '/my/promises',
  familySigning: '/lab/families/$familyId/signing',
  owe: '/lab/owe',
  myStart: '/my/start',
  doorFamily: '/lab/door/$familyId',
  myLooked: '/my/looked',
  trace: '/lab/trace',
  retention: '/lab/retention',
  administration: '/lab/administration',
  aboutMe: '/my/about-me',
  familyLaw: '/lab/families/$familyId/law',
  law: '/lab/law',
  myShared: '/my/shared',
  myPeople: '/my/people',
  familyPeople: '/lab/families/$familyId/people',
  familyConsents: '/lab/families/$familyId/consents',
  myShares: '/my/shares',
  familySharing: '/lab/families/$familyId/sharing',
  breakGlass: '/lab/break-glass',
  confirm: '/confirm',
  help: '/lab/help',
  oneEnough: '/one-enough',
  childrenRules: '/children-rules',
} as const

/** Every address of the API that the pages call. */
export const api = {
  me: '/api/me',
  signOut: '/api/sign-out',
  families: '/api/families',
  family: (family: FamilyId) => `/api/families/${family}` as const,
  agreement: (family: FamilyId) => `/api/families/${family}/agreement` as const,
  consents: (family: FamilyId) => `/api/families/${family}/consents` as const,
  refuseConsent: (family: FamilyId) => `/api/families/${family}/consents/refuse` as const,
  stopSquare: (family: FamilyId) => `/api/families/${family}/consents/stop-square` as const,
  soleConsents: (family: FamilyId) => `/api/families/${family}/sole-consents` as const,
  endSoleConsent: (family: FamilyId, sole: SoleConsentId) =>
    `/api/families/${family}/sole-consents/${sole}/end` as const,
  seenBy: (family: FamilyId, party: PartyId) => `/api/families/${family}/parties/${party}/seen` as const,
  stopService: (family: FamilyId, party: PartyId) => `/api/families/${family}/parties/${party}/stop` as const,
  referrals: '/api/referrals',
  questions: '/api/questions',
  answerQuestion: (question: QuestionId) => `/api/questions/${question}/answer` as const,
  door: '/api/door',
  people: (family: FamilyId) => `/api/families/${family}/people` as const,
  moveOut: (family: FamilyId, person: PersonId) => `/api/families/${family}/members/${person}/move-out` as const,
  joining: '/api/joining',
  aboutPeople: (
    family: FamilyId,
    what:
      | 'responsibilities'
      | 'door/responsibilities'
      | 'protections'
      | 'address-keepers'
      | 'whereabouts'
      | 'coming-of-age',
  ) => `/api/families/${family}/${what}` as const,
  duplicates: '/api/duplicates',
  answerDuplicate: '/api/duplicates/answer',
  searchPeople: '/api/people/search',
  cloth: (family: FamilyId) => `/api/families/${family}/cloth` as const,
  notes: (family: FamilyId) => `/api/families/${family}/notes` as const,
  note: (family: FamilyId, note: NoteId, act: 'change' | 'move' | 'erase' | 'void' | 'correct') =>
    `/api/families/${family}/notes/${note}/${act}` as const,
  drafts: (family: FamilyId) => `/api/families/${family}/drafts` as const,
  leaveDraft: (family: FamilyId) => `/api/families/${family}/drafts/leave` as const,
  wellbeing: (family: FamilyId) => `/api/families/${family}/wellbeing` as const,
  wellbeingEntry: (family: FamilyId, entry: WellbeingId, act: 'share' | 'erase') =>
    `/api/families/${family}/wellbeing/${entry}/${act}` as const,
  journey: (family: FamilyId) => `/api/families/${family}/journey` as const,
  trace: '/api/trace',
  retention: '/api/retention',
  myHolds: '/api/my/holds',
  holds: '/api/holds',
  liftHold: (hold: HoldId) => `/api/holds/${hold}/lift` as const,
  answerReview: (review: ReviewId) => `/api/reviews/${review}/answer` as const,
  looked: (family: FamilyId) => `/api/families/${family}/looked` as const,
  phase: (family: FamilyId) => `/api/families/${family}/phase` as const,
  answerPhase: (family: FamilyId, move: PhaseMoveId) => `/api/families/${family}/phase/${move}/answer` as const,
  plan: (family: FamilyId) => `/api/families/${family}/plan` as const,
  goals: (family: FamilyId) => `/api/families/${family}/goals` as const,
  measures: (family: FamilyId) => `/api/families/${family}/measures` as const,
  stopMeasure: (family: FamilyId, measure: MeasureId) => `/api/families/${family}/measures/${measure}/stop` as const,
  decisions: (family: FamilyId) => `/api/families/${family}/decisions` as const,
  decision: (
    family: FamilyId,
    decision: DecisionId,
    act: 'change' | 'answer' | 'confirm' | 'hear-child' | 'ask' | 'decide' | 'reply',
  ) => `/api/families/${family}/decisions/${decision}/${act}` as const,
  outsideDecisions: (family: FamilyId) => `/api/families/${family}/outside-decisions` as const,
  asked: '/api/asked',
  account: (family: FamilyId) => `/api/families/${family}/account` as const,
  bookCost: (family: FamilyId) => `/api/families/${family}/entries/cost` as const,
  reverseEntry: (family: FamilyId, entry: EntryId) => `/api/families/${family}/entries/${entry}/reverse` as const,
  placements: (family: FamilyId) => `/api/families/${family}/placements` as const,
  meeting: (family: FamilyId) => `/api/families/${family}/meeting` as const,
  meetings: (family: FamilyId) => `/api/families/${family}/meetings` as const,
  /** One meeting and what is done at it: `open`, `people/:personId`. */
  atMeeting: (family: FamilyId, meeting: MeetingId, act: string) =>
    `/api/families/${family}/meetings/${meeting}/${act}`,
  meetingHours: (family: FamilyId) => `/api/families/${family}/entries/meeting` as const,
  table: '/api/table',
  atTable: (act: 'ticket' | 'arrive' | 'come') => `/api/table/${act}` as const,
  screen: '/api/screen',
  signing: (family: FamilyId) => `/api/families/${family}/signing` as const,
  signingOf: (family: FamilyId, version: PlanVersionId, what: 'sign' | 'check' | 'plan.pdf') =>
    `/api/families/${family}/signing/${version}/${what}` as const,
  promises: (family: FamilyId) => `/api/families/${family}/promises` as const,
  promise: (family: FamilyId, promise: PromiseId) => `/api/families/${family}/promises/${promise}/answer` as const,
  taskLink: (family: FamilyId, promise: PromiseId) => `/api/families/${family}/promises/${promise}/link` as const,
  stopTaskLink: (family: FamilyId, link: TaskLinkId) => `/api/families/${family}/links/${link}/stop` as const,
  task: '/api/task',
  atTask: (act: 'open' | 'declare' | 'answer') => `/api/task/${act}` as const,
  owed: '/api/promises',
  stopped: '/api/stopped',
  coreTeam: '/api/core-team',
  qualification: (family: FamilyId) => `/api/families/${family}/qualification` as const,
  checkAnswers: (family: FamilyId) => `/api/families/${family}/qualification/answers` as const,
  outcome: (family: FamilyId) => `/api/families/${family}/qualification/outcome` as const,
  members: (family: FamilyId) => `/api/families/${family}/members` as const,
  wishes: (family: FamilyId) => `/api/families/${family}/wishes` as const,
  seats: (family: FamilyId) => `/api/families/${family}/seats` as const,
  askSeat: (family: FamilyId, role: 'leader' | 'service' | 'trusted') =>
    `/api/families/${family}/seats/${role}` as const,
  seat: (family: FamilyId, seat: SeatId, act: 'answer' | 'end') =>
    `/api/families/${family}/seats/${seat}/${act}` as const,
  askedSeats: '/api/seats/asked',
  administration: '/api/administration',
  inHand: (person: PersonId) => `/api/administration/people/${person}/in-hand` as const,
  leaveWork: (person: PersonId) => `/api/administration/people/${person}/leave` as const,
  changes: '/api/administration/changes',
  settleChange: (change: ChangeId) => `/api/administration/changes/${change}/settle` as const,
  law: (family: FamilyId) => `/api/families/${family}/law` as const,
  acts: (family: FamilyId) => `/api/families/${family}/acts` as const,
  myActs: '/api/acts',
  endAct: (act: ActId) => `/api/acts/${act}/end` as const,
  shared: (family: FamilyId) => `/api/families/${family}/shared` as const,
  report: (family: FamilyId) => `/api/families/${family}/report` as const,
  reports: (family: FamilyId) => `/api/families/${family}/reports` as const,
  myReports: '/api/reports',
  receiveReport: (report: ReportId) => `/api/reports/${report}/receive` as const,
  tellReport: (report: ReportId) => `/api/reports/${report}/tell` as const,
  text: (key: TextKey, language: TextLanguage, version?: string) =>
    `/api/texts/${key}?language=${language}${version ? `&version=${encodeURIComponent(version)}` : ''}`,
  consentSheet: (family: FamilyId, party: PartyId, language: TextLanguage) =>
    `/api/families/${family}/consents/sheet.pdf?party=${party}&language=${language}`,
  privacyWords: '/api/privacy-words',
  consentAct: (family: FamilyId, act: string) => `/api/families/${family}/consents/${act}`,
  breakGlass: '/api/break-glass',
  closeGlass: (act: ActId) => `/api/break-glass/${act}/close` as const,
  answerGlass: (review: GlassReviewId) => `/api/break-glass/reviews/${review}/answer` as const,
  childrenRules: '/api/children-rules',
  soleElsewhere: '/api/sole-consents',
  confirm: (act: 'read' | 'answer') => `/api/confirm/${act}` as const,
  help: (act: 'read' | 'answer') => `/api/help/${act}` as const,
  takeSeat: (seat: SeatId) => `/api/seats/${seat}/take` as const,
}

/** The two doors in. Both lead outside the pages, to whoever proves who somebody is. */
export function signInAt(door: 'citizen' | 'staff', returnTo: string): string {
  return `/sign-in/${door}?return=${encodeURIComponent(returnTo)}`
}

/** A place to come back to after sign-in: one of our own addresses, or nothing. Never another site's. */
export function ownPlace(place: unknown): string | undefined {
  return typeof place === 'string' && /^\/(my|lab|table|one-enough|children-rules)(?:[/?#]|$)/.test(place)
    ? place
    : undefined
}

/**
 * Where "Skjul siden" leads: something anybody may have open. It replaces the page, so that the back button does not return here.
 */
export const neutralPage = 'https://www.yr.no/'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id out of an address. What is no id leads to the ordinary not-found, like an id that never was. */
export function idIn<Id extends string>(part: string | undefined): Id | undefined {
  return part !== undefined && uuid.test(part) ? (part.toLowerCase() as Id) : undefined
}
