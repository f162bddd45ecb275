import { z } from 'zod'
import { phase } from '../family.ts'
import { commandId, phaseMoveId } from '../ids.ts'
import { longestPhaseWords } from '../phase.ts'

/** POST /api/families/:familyId/phase: the leader asks the family to go on to another phase, and says why. */
export const askPhase = z.strictObject({
  commandId,
  phaseMoveId,
  to: phase,
  why: z.string().trim().min(1).max(longestPhaseWords),
})
export type AskPhase = z.infer<typeof askPhase>

/** POST /api/families/:familyId/phase/:phaseMoveId/answer: for oneself. Nobody has to say why not. */
export const answerPhase = z.strictObject({ commandId, answer: z.enum(['yes', 'no']) })
export type AnswerPhase = z.infer<typeof answerPhase>

export const phaseAnswer = z.object({ done: z.literal(true) })
