import type { FamilyId, NoteId, PartyId, QuestionId, SeatId, WellbeingId } from '@velferdslab/core/ids'

/** Every page, as the router writes it. Used by routes.tsx and by each link, so that an address stands in one place. */
export const page = {
  signIn: '/',
  home: '/my',
  myCloth: '/my/cloth',
  agreement: '/my/agreement',
  consents: '/my/consents',
  consent: '/my/consents/$partyId',
  myJourney: '/my/journey',
  families: '/lab',
  family: '/lab/families/$familyId',
  familyCloth: '/lab/families/$familyId/cloth',
  refer: '/lab/refer',
  door: '/lab/door',
  familyJourney: '/lab/families/$familyId/journey',
  myStart: '/my/start',
  doorFamily: '/lab/door/$familyId',
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
  stopService: (family: FamilyId, party: PartyId) => `/api/families/${family}/parties/${party}/stop` as const,
  referrals: '/api/referrals',
  questions: '/api/questions',
  answerQuestion: (question: QuestionId) => `/api/questions/${question}/answer` as const,
  door: '/api/door',
  cloth: (family: FamilyId) => `/api/families/${family}/cloth` as const,
  notes: (family: FamilyId) => `/api/families/${family}/notes` as const,
  note: (family: FamilyId, note: NoteId, act: 'change' | 'move' | 'erase') =>
    `/api/families/${family}/notes/${note}/${act}` as const,
  drafts: (family: FamilyId) => `/api/families/${family}/drafts` as const,
  leaveDraft: (family: FamilyId) => `/api/families/${family}/drafts/leave` as const,
  wellbeing: (family: FamilyId) => `/api/families/${family}/wellbeing` as const,
  wellbeingEntry: (family: FamilyId, entry: WellbeingId, act: 'share' | 'erase') =>
    `/api/families/${family}/wellbeing/${entry}/${act}` as const,
  journey: (family: FamilyId) => `/api/families/${family}/journey` as const,
  placements: (family: FamilyId) => `/api/families/${family}/placements` as const,
  qualification: (family: FamilyId) => `/api/families/${family}/qualification` as const,
  checkAnswers: (family: FamilyId) => `/api/families/${family}/qualification/answers` as const,
  outcome: (family: FamilyId) => `/api/families/${family}/qualification/outcome` as const,
  seats: (family: FamilyId) => `/api/families/${family}/seats` as const,
  askSeat: (family: FamilyId, role: 'leader' | 'service' | 'trusted') =>
    `/api/families/${family}/seats/${role}` as const,
  seat: (family: FamilyId, seat: SeatId, act: 'answer' | 'end') =>
    `/api/families/${family}/seats/${seat}/${act}` as const,
  askedSeats: '/api/seats/asked',
  takeSeat: (seat: SeatId) => `/api/seats/${seat}/take` as const,
}

/** The two doors in. Both lead outside the pages, to whoever proves who somebody is. */
export function signInAt(door: 'citizen' | 'staff', returnTo: string): string {
  return `/sign-in/${door}?return=${encodeURIComponent(returnTo)}`
}

/** A place to come back to after sign-in: one of our own addresses, or nothing. Never another site's. */
export function ownPlace(place: unknown): string | undefined {
  return typeof place === 'string' && /^\/(my|lab)(?:[/?#]|$)/.test(place) ? place : undefined
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
