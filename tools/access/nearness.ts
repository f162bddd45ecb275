import { maySee } from '@velferdslab/core/access'
import type { Dice } from './dice.ts'
import { generosities } from './generous.ts'
import { answerOfCore, type Question } from './questions.ts'
import type { World } from './world.ts'

/** How many questions have hung on each sort of condition, for each kind of question. */
export type Hung = Map<string, number>

/** What makes a no say something: it hangs on one sort of condition. Not every kind of question knows every sort. */
function nearnesses(world: World): [string, (question: Question) => boolean][] {
  return [
    ['row', (question) => maySeeRow(world, question)],
    ['table', (question) => answerOfCore(world, atTheTable(question), world.now)],
    ['unmarked', (question) => answerOfCore(world, unmarked(question), world.now)],
    ['told', (question) => answerOfCore(world, onceTold(question), world.now)],
    ...Object.entries(generosities).map(([name, lift]): [string, (question: Question) => boolean] => {
      let generous: World | undefined
      return [name, (question) => answerOfCore((generous ??= lift(world)), question, world.now)]
    }),
  ]
}

/** The question whose no says most: by the sort of condition that least has hung on so far; the last where none hangs on one alone. */
export function nearest(world: World, dice: Dice, hung: Hung, questions: readonly Question[]): Question | undefined {
  const [verb] = questions.map((each) => each.verb)
  const times = ([name]: [string, unknown]) => hung.get(`${verb} ${name}`) ?? 0
  for (const way of dice.shuffled(nearnesses(world)).toSorted((one, other) => times(one) - times(other))) {
    const [name, isNear] = way
    const near = questions.find(isNear)
    if (!near) continue
    hung.set(`${verb} ${name}`, times(way) + 1)
    return near
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
  return aboutRow(question, { privacy: 'table' })
}

/** The same question about a note that nobody has voided or corrected. */
function unmarked(question: Question): Question {
  return aboutRow(question, { voided: false, corrected: false })
}

function aboutRow(question: Question, changes: object): Question {
  return {
    ...question,
    ...('row' in question && { row: { ...question.row, ...changes } }),
    ...('before' in question && { before: { ...question.before, ...changes } }),
  } as Question
}

/** The same question about a reading that the family has been told of. */
function onceTold(question: Question): Question {
  return question.is === 'see opening'
    ? { ...question, opening: { ...question.opening, byUntoldAct: false } }
    : question
}
