import type { AnswerCheck, DecideQualification } from './commands/qualification.ts'
import type { DecidedEvent } from './events.ts'
import type { CheckAnswer } from './qualification.ts'
import type { Decided } from './refusal.ts'

/** What the rules need to know of a family at the door. */
export interface QualificationFacts {
  /** The check list that is being answered; null before the first answer. */
  readonly open: string | null
  /** Somebody has sent the family, and nobody has answered yet. */
  readonly isAtDoor: boolean
  /** Those who speak for the family. */
  readonly people: readonly { readonly id: string; readonly hasSigned: boolean }[]
  readonly questions: readonly {
    readonly code: string
    readonly from: string
    readonly needsYes: boolean
    readonly answer: CheckAnswer | null
  }[]
}

/**
 * An answer is written down with somebody of the family present, never about them alone. It may be given anew until the outcome is.
 *
 * @param id the id of the check list, new or open
 */
export function answerCheck(
  facts: QualificationFacts | undefined,
  input: Pick<AnswerCheck, 'code' | 'withId'>,
  id: string,
): Decided<{ readonly from: string; readonly events: readonly DecidedEvent[] }> {
  if (!facts) return { refused: 'not-found' }
  if (!facts.isAtDoor) return { refused: 'qualification-decided' }
  const question = facts.questions.find(({ code }) => code === input.code)
  if (!question) return { refused: 'qualification-question-changed' }
  if (!facts.people.some((person) => person.id === input.withId)) return { refused: 'qualification-nobody-present' }
  return {
    done: {
      from: question.from,
      // Which question, not what was said: so that the answer can be erased.
      events: [{ kind: 'qualification.answered', subject: id, cell: null, data: { question: input.code } }],
    },
  }
}

/**
 * Accepted: everybody who speaks for the family has signed, every question is answered, and what must be yes is. Not sure, or a no to the rest, is for the
 * two to weigh together. Declined: at any time, with a reason and what is offered instead (the schema asks for both).
 */
export function decideQualification(
  facts: QualificationFacts | undefined,
  input: Pick<DecideQualification, 'outcome'>,
): Decided<{ readonly id: string; readonly events: readonly DecidedEvent[] }> {
  if (!facts) return { refused: 'not-found' }
  if (!facts.isAtDoor) return { refused: 'qualification-decided' }
  if (facts.open === null) return { refused: 'qualification-unanswered' }
  const { is } = input.outcome
  if (is === 'accepted') {
    const lacks = whatLacks(facts)
    if (lacks) return { refused: lacks }
  }
  return {
    done: {
      id: facts.open,
      events: [{ kind: `qualification.${is}`, subject: facts.open, cell: null, data: {} }],
    },
  }
}

/** Why a family cannot be accepted now, if it cannot: what the button says as well. */
export function whatLacks(facts: {
  readonly people: readonly { readonly hasSigned: boolean }[]
  readonly questions: readonly { readonly needsYes: boolean; readonly answer: CheckAnswer | null }[]
}): 'qualification-not-signed' | 'qualification-unanswered' | 'qualification-needs-yes' | undefined {
  if (facts.people.length === 0 || facts.people.some((person) => !person.hasSigned)) return 'qualification-not-signed'
  if (facts.questions.some(({ answer }) => answer === null)) return 'qualification-unanswered'
  if (facts.questions.some(({ needsYes, answer }) => needsYes && answer !== 'yes')) return 'qualification-needs-yes'
  return undefined
}
