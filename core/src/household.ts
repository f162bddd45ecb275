import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay } from './dates.ts'
import { familyId, memberProposalId, personId, protectionId, responsibilityId } from './ids.ts'
import { personCard, relation } from './people.ts'

/** Where it is known from that somebody answers for another (REQ-16). */
export const responsibilitySources = [
  'register',
  'court',
  'agreement',
  'state_administrator',
  'told_by_parent',
] as const
export const responsibilitySource = z.enum(responsibilitySources)
export type ResponsibilitySource = z.infer<typeof responsibilitySource>

/** fortrolig, strengt fortrolig (REQ-27). */
export const protectionLevel = z.enum(['confidential', 'strictly_confidential'])
export type ProtectionLevel = z.infer<typeof protectionLevel>
export const protectionSource = z.enum(['register', 'police', 'told'])
export type ProtectionSource = z.infer<typeof protectionSource>

/** What tells where a person can be found. */
export const whereaboutsKinds = ['address', 'school', 'kindergarten', 'workplace'] as const
export const whereaboutsKind = z.enum(whereaboutsKinds)
export type WhereaboutsKind = z.infer<typeof whereaboutsKind>

/** Who answers for a member. */
const responsibility = z.object({
  id: responsibilityId,
  holder: z.string(),
  isMe: z.boolean(),
  kind: z.enum(['parental', 'guardian']),
  /** A guardian's mandate; null is every area. */
  areas: z.array(areaCode).nullable(),
  /** A code, or the seed's own words. */
  source: z.string(),
  documentOn: calendarDay.nullable(),
  since: calendarDay,
  until: calendarDay.nullable(),
  recordedBy: z.string().nullable(),
})
export type Responsibility = z.infer<typeof responsibility>

export const householdMember = personCard.extend({
  relation,
  isChild: z.boolean(),
  age: z.int().nullable(),
  isMe: z.boolean(),
  since: calendarDay,
  answersFor: z.array(responsibility),
  /** Null for everybody who may not know of it, and for who has none. */
  protection: z
    .object({ id: protectionId, level: protectionLevel, source: protectionSource, from: calendarDay })
    .nullable(),
  /** Where they can be found, for who may know it. */
  whereabouts: z.array(z.object({ what: whereaboutsKind, text: z.string() })),
  /** For the one who comes of age, and the leader: that they are asked, and whether they have seen to it. */
  cameOfAge: z.object({ age: z.int(), on: calendarDay, answered: z.boolean(), areas: z.array(areaCode) }).nullable(),
  mayMoveOut: z.boolean(),
})
export type HouseholdMember = z.infer<typeof householdMember>

/** GET /api/families/:familyId/people: who belongs, who did, who answers for whom. */
export const household = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  today: calendarDay,
  iLead: z.boolean(),
  /** Whether I speak for the family: who is asked about a new member. */
  iSpeak: z.boolean(),
  members: z.array(householdMember),
  earlier: z.array(
    z.object({
      id: personId,
      name: z.string(),
      relation,
      from: calendarDay,
      to: calendarDay,
      mayComeBack: z.boolean(),
    }),
  ),
  asked: z.array(
    z.object({
      id: memberProposalId,
      name: z.string(),
      relation,
      askedBy: z.string(),
      on: calendarDay,
      state: z.enum(['waits_family', 'waits_person']),
      mine: z.enum(['yes', 'no']).nullable(),
      mayAnswer: z.boolean(),
    }),
  ),
  /** Somebody's address is protected, and I may know it. */
  guarded: z.boolean(),
  keepers: z.array(z.object({ id: personId, name: z.string() })),
  /** Who could be named: those at the table. Only for who names them. */
  couldKeep: z.array(z.object({ id: personId, name: z.string() })),
})
export type Household = z.infer<typeof household>

/** GET /api/joining: families that want me as one of theirs. */
export const joining = z.object({
  asked: z.array(z.object({ id: memberProposalId, familyName: z.string(), askedBy: z.string() })),
})
export type Joining = z.infer<typeof joining>
