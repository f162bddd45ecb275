import type { AnswerPhase, AskPhase } from './commands/phase.ts'
import type { DecidedEvent } from './events.ts'
import type { Phase } from './family.ts'
import { nextPhases } from './phase.ts'
import type { Decided } from './refusal.ts'

/** What the rules need to know of a family's phase, and of who asks or answers. */
export interface PhaseFacts {
  readonly phase: Phase
  readonly leads: boolean
  /** Speaks for the family: a grown member who takes part; who is alone, from sixteen. */
  readonly speaks: boolean
  /** The question that waits; null when none does. */
  readonly asked: {
    readonly id: string
    readonly to: Phase
    readonly mine: 'yes' | 'no' | null
    /** Who speaks for the family and has not answered, the one who answers among them; null for who does not speak for it. */
    readonly waitsFor: number | null
  } | null
}

type Done = Decided<{ readonly events: readonly DecidedEvent[] }>

const told = (kind: DecidedEvent['kind'], move: string, data: DecidedEvent['data']): DecidedEvent => ({
  kind,
  subject: move,
  cell: null,
  data,
})

/** The leader asks; nothing moves by that. A question that waits is taken back by asking another. */
export function askPhase(facts: PhaseFacts, input: Pick<AskPhase, 'to' | 'phaseMoveId'>): Done {
  if (!facts.leads) return { refused: 'phase-only-leader' }
  if (!nextPhases[facts.phase].includes(input.to)) return { refused: 'phase-not-next' }
  if (facts.asked?.to === input.to) return { refused: 'phase-already-asked' }
  return { done: { events: [told('phase.asked', input.phaseMoveId, { from: facts.phase, to: input.to })] } }
}

/** Everyone who speaks for the family says yes for themself; one not now, and the phase stays as it is. The last yes moves it. */
export function answerPhase(facts: PhaseFacts, move: string, input: Pick<AnswerPhase, 'answer'>): Done {
  if (!facts.speaks) return { refused: 'phase-only-grown' }
  if (facts.asked?.id !== move) return { refused: 'phase-no-longer-asked' }
  if (facts.asked.mine === input.answer) return { refused: 'phase-already-answered' }
  const answered = told('phase.answered', move, { answer: input.answer })
  const isLast = input.answer === 'yes' && facts.asked.waitsFor === 1
  const moved = told('phase.moved', move, { from: facts.phase, to: facts.asked.to })
  return { done: { events: isLast ? [answered, moved] : [answered] } }
}
