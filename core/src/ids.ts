import { z } from 'zod'

/**
 * Ids are random UUIDs (version 4): a number that counts, or one that carries its time, would tell how much is hidden.
 * Each kind has its own brand, so that a family id can never be passed where a person id is meant.
 */
const idOf = <Kind extends string>(kind: Kind) => z.uuid().toLowerCase().brand(kind)

export const municipalityId = idOf('municipality')
export const personId = idOf('person')
export const familyId = idOf('family')
export const partyId = idOf('party')
export const seatId = idOf('seat')
export const phaseMoveId = idOf('phase-move')
export const consentId = idOf('consent')
export const aboutId = idOf('about')
export const noteId = idOf('note')
export const meetingId = idOf('meeting')
export const referralId = idOf('referral')
export const selfReferralId = idOf('self-referral')
export const questionId = idOf('question')
export const wellbeingId = idOf('wellbeing')
export const placementId = idOf('placement')
export const commandId = idOf('command')
export const goalId = idOf('goal')
export const measureId = idOf('measure')
export const decisionId = idOf('decision')
export const answerId = idOf('answer')
export const mandateId = idOf('mandate')
export const entryId = idOf('entry')
export const planVersionId = idOf('plan-version')
export const planLineId = idOf('plan-line')
export const promiseId = idOf('promise')
export const taskLinkId = idOf('task-link')
export const consentCodeId = idOf('consent-code')
export const reviewId = idOf('review')
export const glassReviewId = idOf('glass-review')
export const holdId = idOf('hold')
export const changeId = idOf('change')
export const departureId = idOf('departure')
export const roleId = idOf('role')
export const organisationId = idOf('organisation')
export const correctionId = idOf('correction')
export const actId = idOf('act')
export const reportId = idOf('report')
export const memberProposalId = idOf('member-proposal')
export const responsibilityId = idOf('responsibility')
export const soleConsentId = idOf('sole-consent')
export const protectionId = idOf('protection')
export const shareId = idOf('share')
export const shareItemId = idOf('share-item')

export type MunicipalityId = z.infer<typeof municipalityId>
export type PersonId = z.infer<typeof personId>
export type FamilyId = z.infer<typeof familyId>
/** A receiving party: a service of an organisation, the lab itself, or one private participant who is a party alone. */
export type PartyId = z.infer<typeof partyId>
export type SeatId = z.infer<typeof seatId>
export type PhaseMoveId = z.infer<typeof phaseMoveId>
export type ConsentId = z.infer<typeof consentId>
export type AboutId = z.infer<typeof aboutId>
export type NoteId = z.infer<typeof noteId>
export type MeetingId = z.infer<typeof meetingId>
export type ReferralId = z.infer<typeof referralId>
export type SelfReferralId = z.infer<typeof selfReferralId>
export type QuestionId = z.infer<typeof questionId>
/** One answer to how I am doing. */
export type WellbeingId = z.infer<typeof wellbeingId>
/** One placement of a journey: where somebody said that life is, or should be. */
export type PlacementId = z.infer<typeof placementId>
export type CommandId = z.infer<typeof commandId>
export type GoalId = z.infer<typeof goalId>
export type MeasureId = z.infer<typeof measureId>
export type DecisionId = z.infer<typeof decisionId>
export type AnswerId = z.infer<typeof answerId>
export type MandateId = z.infer<typeof mandateId>
export type EntryId = z.infer<typeof entryId>
export type PlanVersionId = z.infer<typeof planVersionId>
export type PlanLineId = z.infer<typeof planLineId>
export type PromiseId = z.infer<typeof promiseId>
/** A link that opens one promise to who promised it and does not sit at the table. */
export type TaskLinkId = z.infer<typeof taskLinkId>
export type ConsentCodeId = z.infer<typeof consentCodeId>
/** Something worth a look in the trace of who has read. */
export type ReviewId = z.infer<typeof reviewId>
/** That one break-glass is to be looked at afterwards. */
export type GlassReviewId = z.infer<typeof glassReviewId>
/** That nothing of a family or a person is deleted for now. */
export type HoldId = z.infer<typeof holdId>
export type DepartureId = z.infer<typeof departureId>
export type ChangeId = z.infer<typeof changeId>
/** What somebody says beside a note about them. */
export type CorrectionId = z.infer<typeof correctionId>
/** A recorded exception in law, or break-glass. */
export type ActId = z.infer<typeof actId>
/** What was reported to a service by law, outside the family's own. */
export type ReportId = z.infer<typeof reportId>
export type MemberProposalId = z.infer<typeof memberProposalId>
export type ResponsibilityId = z.infer<typeof responsibilityId>
export type SoleConsentId = z.infer<typeof soleConsentId>
export type ProtectionId = z.infer<typeof protectionId>
/** That things were handed over to a service. */
export type ShareId = z.infer<typeof shareId>
export type ShareItemId = z.infer<typeof shareItemId>
