import type { AddChild } from './commands/member.ts'
import { ageOn, dayInOslo } from './dates.ts'
import type { DecidedEvent } from './events.ts'
import type { Decided } from './refusal.ts'

const grownFromAge = 18

/** The family as the one who tells of a child sees it. */
export interface MemberFacts {
  readonly speaks: boolean
  readonly children: readonly { readonly name: string; readonly born: string }[]
  readonly grown: readonly string[]
}

/**
 * A grown member tells of a child of theirs. It is told, not looked up: the one who tells answers for the child, together with everybody they name,
 * and each of those must say yes before anybody reads about it (docs/decisions/0014). Whoever names another too many shows too little, never too much.
 */
export function addChild(
  facts: MemberFacts | undefined,
  input: Pick<AddChild, 'personId' | 'name' | 'born' | 'holders'>,
  now: Date,
): Decided<{ readonly events: readonly DecidedEvent[] }> {
  if (!facts?.speaks) return { refused: 'not-found' }
  const today = dayInOslo(now)
  if (input.born > today || ageOn(input.born, today) >= grownFromAge) return { refused: 'member-not-a-child' }
  const isHere = facts.children.some(
    (child) => child.born === input.born && child.name.toLowerCase() === input.name.toLowerCase(),
  )
  if (isHere) return { refused: 'member-already-here' }
  if (input.holders.some((holder) => !facts.grown.includes(holder))) return { refused: 'member-holder-unknown' }
  return {
    done: { events: [{ kind: 'member.joined', subject: input.personId, cell: null, data: { relation: 'child' } }] },
  }
}
