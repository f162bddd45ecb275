import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { aboutId, answerId, decisionId, familyId, mandateId, measureId, partyId, personId } from './ids.ts'
import { ore } from './money.ts'

/**
 * A decision (beslutning) on a measure, about named persons. It is effective only with the yes of each of them, or of those who decide for
 * them, to exactly this version; with the view of each child; and under a mandate and within the frame (docs/decisions/0011).
 */
export const decisionKinds = ['enkeltvedtak', 'agreement', 'voluntary_contribution', 'information'] as const
export const decisionKind = z.enum(decisionKinds)
export type DecisionKind = z.infer<typeof decisionKind>

/** Why who was asked for their mandate said yes or no: what is sealed. */
export const replyWords = z.object({ reason: z.string().trim().min(1).max(600) })
export type ReplyWords = z.infer<typeof replyWords>

/** The words of a decision: what is sealed. */
export const decisionWords = z.object({
  what: z.string().trim().min(1).max(600),
  why: z.string().trim().max(1200).optional(),
  /** Law and paragraph; an enkeltvedtak has one. */
  ground: z.string().trim().max(200).optional(),
})
export type DecisionWords = z.infer<typeof decisionWords>

export const answers = ['yes', 'no', 'think'] as const
export const answerHows = ['own_screen', 'spoken', 'code', 'paper'] as const
export const answerHow = z.enum(answerHows)
export type AnswerHow = z.infer<typeof answerHow>
export const childViews = ['asked', 'said', 'declined'] as const
export const childViewCode = z.enum(childViews)

/**
 * Where a decision stands. Green is `ready` (a mandate at the table reaches) and `decided`; amber is `needs_mandate`; the others wait for the family.
 * refused: somebody it is about said no. declined: who was asked for their mandate said no. over_frame: the payer's frame is full.
 */
export const decisionStates = [
  'decided',
  'refused',
  'thinking',
  'waiting',
  'over_frame',
  'declined',
  'ready',
  'needs_mandate',
] as const
export const decisionState = z.enum(decisionStates)
export type DecisionState = z.infer<typeof decisionState>

/** What a version lacks for one person it is about. */
export const lacks = z.object({
  personId,
  what: z.enum(['yes', 'no', 'think', 'witness', 'child_view', 'nobody']),
  /** Several hold responsibility for this person, and all must say yes. Never told who has. */
  allHolders: z.boolean(),
  /** For time to think. */
  until: calendarDay.nullable(),
})
export type Lacks = z.infer<typeof lacks>

/** An answer as its reader may see it: one's own, what grown people said for themselves, and all of them for the service and the leader. */
export const answerCard = z.object({
  id: answerId,
  personId,
  giverId: personId,
  answer: z.enum(answers),
  until: calendarDay.nullable(),
  how: answerHow,
  recordedBy: personId,
  at: instant,
  /** False for a yes somebody else wrote down and nobody has confirmed yet. */
  counts: z.boolean(),
})

/**
 * The versions of the rules it was decided by (REQ-08): the age from which one says yes alone, and what its service keeps confidential. Null: decided
 * before this was kept.
 */
export const restsOn = z.array(
  z.object({
    rule: z.enum(['consent_age', 'confidentiality_rule']),
    law: z.string(),
    age: z.int().nullable(),
    /** The first day of that version. */
    from: calendarDay,
  }),
)
export type RestsOn = z.infer<typeof restsOn>

/** One card of a decision, with all a page needs to draw it. */
export const decisionCard = z.object({
  id: decisionId,
  measureId,
  partyId,
  area: areaCode,
  about: z.object({ id: aboutId, persons: z.array(personId) }),
  version: z.int(),
  /** When this version was made, and by whom. */
  changedAt: instant,
  proposedBy: personId,
  kind: decisionKind,
  amountOre: ore,
  words: decisionWords,
  state: decisionState,
  missing: z.array(lacks),
  /** Answers to this version, the last from each. */
  answers: z.array(answerCard),
  childViews: z.array(z.object({ personId, view: childViewCode, at: instant })),
  /** Persons the signed-in person can answer for now, themself among them. */
  mine: z.array(personId),
  /** Who could decide it: at the table, or to be asked. overOre: how much it is above their mandate. */
  mandates: z.array(z.object({ mandateId, personId, covers: z.boolean(), atTable: z.boolean(), overOre: ore })),
  /** Who was asked for their mandate, by which day, what they answered, and why if they said so. */
  asked: z
    .object({
      personId,
      by: calendarDay,
      answer: z.enum(['yes', 'no']).nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  decided: z.object({ at: instant, by: personId, restsOn: restsOn.nullable() }).nullable(),
  /** The signed-in person can decide it now; else why not, as the command would answer. */
  mayDecide: z.boolean(),
})
export type DecisionCard = z.infer<typeof decisionCard>

/** What a service decided alone, by law. */
export const outsideDecision = z.object({
  id: decisionId,
  partyId,
  area: areaCode,
  about: z.object({ id: aboutId, persons: z.array(personId) }),
  on: calendarDay,
  words: decisionWords,
  recordedBy: personId,
  restsOn: restsOn.nullable(),
})
export type OutsideDecision = z.infer<typeof outsideDecision>

/** GET /api/asked: decisions put before the signed-in person for their mandate, and nothing else of those families. */
export const askedList = z.object({
  today: calendarDay,
  asked: z.array(
    z.object({
      familyId,
      by: calendarDay,
      askedBy: personId,
      decision: decisionCard,
      party: z.string(),
      due: calendarDay,
      /** Names of those it is about, by id. */
      people: z.array(z.object({ id: personId, name: z.string() })),
    }),
  ),
})
export type AskedList = z.infer<typeof askedList>
