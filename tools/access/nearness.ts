import { maySee } from '@velferdslab/core/access'
import type { Dice } from './dice.ts'
import { generosities } from './generous.ts'
import { answerOfCore, type Question } from './questions.ts'
import type { World } from './world.ts'

/**
 * What makes a no say something: it hangs on one sort of condition. Not every kind of question knows every sort, so whoever draws
 * asks for them one after the other.
 */
function nearnesses(world: World): ((question: Question) => boolean)[] {
  return [
    (question) => maySeeRow(world, question),
    (question) => answerOfCore(world, atTheTable(question), world.now),
    (question) => answerOfCore(world, onceTold(question), world.now),
    ...generosities.map((lift) => {
      let generous: World | undefined
      return (question: Question) => answerOfCore((generous ??= lift(world)), question, world.now)
    }),
  ]
}

/** The question whose no says most, by a sort of condition drawn; the last where none hangs on one condition alone. */
export function nearest(world: World, dice: Dice, questions: readonly Question[]): Question | undefined {
  for (const isNear of dice.shuffled(nearnesses(world))) {
    const near = questions.find(isNear)
    if (near) return near
  }
  return questions.at(-1)
}

/** What one would change, or where one would write, is seen. */
function maySeeRow({ facts, now }: World, question: Question): boolean {
  if ('before' in question) return maySee(facts, question.person, question.before, now)
  return question.is === 'insert' && maySee(facts, question.person, question.row, now)
}

/** The same question about words that are nobody's own. */
function atTheTable(question: Question): Question {
  const table = { privacy: 'table' }
  return {
    ...question,
    ...('row' in question && { row: { ...question.row, ...table } }),
    ...('before' in question && { before: { ...question.before, ...table } }),
  } as Question
}

/** The same question about a reading that the family has been told of. */
function onceTold(question: Question): Question {
  return question.is === 'see opening'
    ? { ...question, opening: { ...question.opening, byUntoldAct: false } }
    : question
}
