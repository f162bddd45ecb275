import { z } from 'zod'
import { areaCode } from './areas.ts'
import { correction } from './correction.ts'
import { calendarDay } from './dates.ts'
import { decisionCard, outsideDecision } from './decision.ts'
import { aboutId, familyId, goalId, measureId, noteId, partyId, personId } from './ids.ts'
import { ore } from './money.ts'
import { personCard } from './people.ts'

/** The investment plan: goals that came from notes, what is done for them, and the decisions that make it binding. */
export const terms = ['short', 'long'] as const
export const term = z.enum(terms)

/** The words of a goal: what is sealed. */
export const goalWords = z.object({ text: z.string().trim().min(1).max(600) })
export type GoalWords = z.infer<typeof goalWords>

/** The words of a measure. `who` names somebody who is neither a service nor of the family. */
export const measureWords = z.object({
  text: z.string().trim().min(1).max(600),
  who: z.string().trim().min(1).max(120).optional(),
})
export type MeasureWords = z.infer<typeof measureWords>

/** Who does it: a service or a private participant with a seat, somebody of the family, or a person named in the words. */
export const doer = z.discriminatedUnion('is', [
  z.object({ is: z.literal('party'), partyId }),
  z.object({ is: z.literal('member'), personId }),
  z.object({ is: z.literal('named') }),
])
export type Doer = z.infer<typeof doer>

const about = z.object({ id: aboutId, whole: z.boolean(), persons: z.array(personId) })

export const goal = z.object({
  id: goalId,
  term,
  area: areaCode,
  about,
  words: goalWords,
  madeBy: personId,
  /** The note it came from and who said it; null where the reader may not see that note. */
  thread: z
    .object({
      noteId,
      saidBy: personId,
      /** The note no longer counts. */
      voided: z.boolean(),
      /** What those it is about say beside it. */
      corrections: z.array(correction),
    })
    .nullable(),
})
export type Goal = z.infer<typeof goal>

export const measure = z.object({
  id: measureId,
  /** Null where the reader sees the measure and not its goal. */
  goalId: goalId.nullable(),
  area: areaCode,
  about,
  words: measureWords,
  doer,
  due: calendarDay,
  /** For what happens each month. */
  monthly: z.object({ from: calendarDay, to: calendarDay }).nullable(),
  /** What it costs each payer: in all, or each month. A volunteer's price is zero. */
  costs: z.array(z.object({ partyId, ore })),
  /** What a volunteer's work is worth, estimated. Never in a sum. */
  estimatedOre: ore.nullable(),
  stoppedOn: calendarDay.nullable(),
})
export type Measure = z.infer<typeof measure>

/** GET /api/families/:familyId/plan: everything of the plan this person may see, nothing else. */
export const plan = z.object({
  /** The name is null to a service that may no longer open the family: it keeps its own decisions, and nothing else (case 4). */
  family: z.object({ id: familyId, name: z.string().nullable(), onePerson: z.boolean() }),
  me: z.object({
    id: personId,
    leads: z.boolean(),
    /** Parties the signed-in person holds a seat for here. */
    parties: z.array(partyId),
  }),
  today: calendarDay,
  members: z.array(personCard.extend({ isChild: z.boolean(), isMe: z.boolean() })),
  /** Names of others the plan speaks of: seats, and who holds a mandate. */
  people: z.array(z.object({ id: personId, name: z.string(), calledName: z.string() })),
  /** isPrivate: a trusted person or volunteer, who is a party alone. */
  parties: z.array(z.object({ id: partyId, name: z.string(), inSentence: z.string(), isPrivate: z.boolean() })),
  goals: z.array(goal),
  measures: z.array(measure),
  decisions: z.array(decisionCard),
  outside: z.array(outsideDecision),
  /** Where of what stands here the signed-in person may write. */
  mayWrite: z.array(z.object({ aboutId, area: areaCode })),
  /** For the leader and the payer's own seats: what a payer can decide here, and how much is used. */
  frames: z.array(
    z.object({
      partyId,
      amountOre: ore,
      usedOre: ore,
      from: calendarDay,
      to: calendarDay,
      /** near: four fifths or more are used. */
      state: z.enum(['room', 'near', 'full']),
    }),
  ),
})
export type Plan = z.infer<typeof plan>
