import { z } from 'zod'
import { calendarDay, instant } from './dates.ts'
import { phase } from './family.ts'
import { familyId, personId } from './ids.ts'

/**
 * The qualifying check list (docs/domain.md): the core team and the family find out together whether the lab fits. The questions are data of the
 * municipality; the family sees each answer and its reason as they are given.
 */
export const checkAnswers = ['yes', 'no', 'unsure'] as const
export const checkAnswer = z.enum(checkAnswers)
export type CheckAnswer = z.infer<typeof checkAnswer>

/** Whom the lab is for: families with children, vulnerable young people, families with children with disabilities. */
export const targetGroups = ['a', 'b', 'c'] as const
export const targetGroup = z.enum(targetGroups)
export type TargetGroup = z.infer<typeof targetGroup>

/** A no in writing: why, and what is offered instead. */
export const declinedWords = z.object({
  reason: z.string().trim().min(1).max(2000),
  instead: z.string().trim().min(1).max(2000),
})

export const longestCheckReason = 600

/** GET /api/families/:familyId/qualification, for the core team and for the family itself. */
export const qualification = z.object({
  today: calendarDay,
  family: z.object({ id: familyId, name: z.string(), phase }),
  /** The core team writes the answers, together with the family. */
  mayAnswer: z.boolean(),
  /** Those who speak for the family, and whether they have signed the participation agreement. Told to the core team. */
  people: z.array(z.object({ id: personId, name: z.string(), hasSigned: z.boolean() })),
  questions: z.array(
    z.object({
      code: z.string(),
      text: z.object({ nb: z.string(), en: z.string() }),
      /** Without a yes here nobody is accepted. */
      needsYes: z.boolean(),
      source: z.string(),
      answer: z
        .object({ answer: checkAnswer, reason: z.string(), with: z.string().nullable(), answeredAt: instant })
        .nullable(),
    }),
  ),
  outcome: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('accepted'), at: instant, targetGroup }),
      z.object({ is: z.literal('declined'), at: instant, ...declinedWords.shape }),
    ])
    .nullable(),
})
export type Qualification = z.infer<typeof qualification>
