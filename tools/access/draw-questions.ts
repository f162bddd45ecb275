import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { readPurposes, usualPurpose } from '@velferdslab/core/purpose'
import type { Dice } from './dice.ts'
import { nearest, type Hung } from './nearness.ts'
import { isOwnAnywhere } from './draw-rows.ts'
import { drawTarget } from './draw-target.ts'
import { neverMay, openSquares } from './never-may.ts'
import { answerOfCore, deadSessions, familyOf, kindOf, verbs, type Question, type Verb } from './questions.ts'
import { kinds, outsiders, type Kind, type Outsider, type World } from './world.ts'

/** How often each square has been asked, and with which answer. */
export type Tally = Map<string, { yes: number; no: number }>

/** What was asked so far, which decides what is asked next. */
export type Asked = { readonly tally: Tally; readonly hung: Hung }

export const squareName = (verb: Verb, kind: Kind | Outsider) => `${verb} x ${kind}`

/**
 * Questions to one world. Squares that were asked least come first, and each asks for the answer it has had less of: that is
 * what keeps yes and no in balance. Which answer is right is never drawn; it comes from the rule and is compared afterwards.
 */
export function drawQuestions(world: World, dice: Dice, had: Asked, count: number): Question[] {
  const { tally, hung } = had
  const counted = (verb: Verb, kind: Kind | Outsider) => tally.get(squareName(verb, kind)) ?? { yes: 0, no: 0 }
  const asked = (square: { verb: Verb; kind: Kind }) => {
    const { yes, no } = counted(square.verb, square.kind)
    return yes + no
  }
  const squares = dice.shuffled(openSquares()).toSorted((one, other) => asked(one) - asked(other))
  const questions: Question[] = []
  for (let turn = 0; questions.length < count && turn < 4 * count; turn++) {
    const square = squares[turn % squares.length]
    if (!square) break
    const question = dice.chance(0.2)
      ? drawHopeless(world, dice, hung)
      : drawFor(world, dice, hung, square, counted(square.verb, square.kind))
    if (!question) continue
    questions.push(question)
    const name = squareName(question.verb, kindOf(world, question))
    const { yes, no } = tally.get(name) ?? { yes: 0, no: 0 }
    const isYes = answerOfCore(world, question, world.now)
    tally.set(name, isYes ? { yes: yes + 1, no } : { yes, no: no + 1 })
  }
  return questions
}

const tries = 64

type Square = { verb: Verb; kind: Kind | Outsider }

function drawFor(
  world: World,
  dice: Dice,
  hung: Hung,
  square: Square,
  had: { yes: number; no: number },
): Question | undefined {
  if (had.yes <= had.no) return drawAnswered(world, dice, hung, square, true)
  if (dice.chance(0.75)) return drawAnswered(world, dice, hung, square, false)
  // The no that shows most: everything is right but one thing.
  const right = drawAnswered(world, dice, hung, square, true)
  const spoiled = right && spoil(world, dice, right)
  return spoiled && !answerOfCore(world, spoiled, world.now) ? spoiled : undefined
}

/** A question in a square to which core answers as wanted. */
function drawAnswered(
  world: World,
  dice: Dice,
  hung: Hung,
  { verb, kind }: Square,
  wanted: boolean,
): Question | undefined {
  const persons = [...world.kindOf.entries()].filter(([, each]) => each === kind).map(([person]) => person)
  if (persons.length === 0) return undefined
  const isAnyNo = wanted || dice.chance(0.15)
  const fitting: Question[] = []
  for (let attempt = 0; attempt < tries; attempt++) {
    const question = drawQuestion(world, dice, verb, dice.pick(persons), wanted || dice.chance(0.5))
    if (!question || kindOf(world, question) !== kind) continue
    if (answerOfCore(world, question, world.now) !== wanted) continue
    if (isAnyNo) return question
    fitting.push(question)
  }
  return nearest(world, dice, hung, fitting)
}

/** The same question with one thing changed: asked from within another family, or written in another's name. */
function spoil(world: World, dice: Dice, question: Question): Question {
  const others = world.facts.families.map((each) => each.id).filter((family) => family !== familyOf(question))
  const narrowed: Question = { ...question, narrowed: dice.pick(others) }
  if (!('row' in question) || question.is === 'see' || question.is === 'delete draft' || isBeside(question)) {
    // A consent is its giver's and its persons' own, from within whatever family.
    return isOwnAnywhere(question) ? question : narrowed
  }
  if (dice.chance(0.3)) return narrowed
  const another = dice.pick([...world.kindOf.keys()].filter((person) => person !== question.person))
  const { row } = question
  switch (row.is) {
    case 'note': {
      const names = question.is === 'insert' && dice.chance(0.5) ? { author: another } : { writtenBy: another }
      return { ...question, row: { ...row, ...names } } as Question
    }
    case 'draft':
      return { ...question, row: { ...row, writer: another } } as Question
    case 'promise':
      return { ...question, row: { ...row, author: another } } as Question
  }
}

/** What stands beside a note is written in nobody's name but one's own. */
function isBeside(question: Question): boolean {
  return ['see void', 'see correction', 'void note', 'correct note', 'see as party'].includes(question.is)
}

/** A question whose answer must be no: asked by an outsider, without a living session, or for what the kind never may. */
function drawHopeless(world: World, dice: Dice, hung: Hung): Question | undefined {
  const kind = dice.pick<Kind | Outsider>([...outsiders, ...outsiders, ...kinds])
  const verb = dice.pick([...neverMay[kind]].length > 0 ? [...neverMay[kind]] : verbs)
  const ofKind = [...world.kindOf.entries()].filter(([, each]) => each === kind).map(([person]) => person)
  if (kind === 'no session') {
    // What a living session would be answered with yes.
    const alive = drawAnswered(world, dice, hung, dice.pick(openSquares()), true)
    return alive && { ...alive, session: dice.pick(deadSessions), narrowed: null }
  }
  const persons = ofKind.length > 0 ? ofKind : [...world.kindOf.keys()]
  const ask = () => drawQuestion(world, dice, verb, dice.pick(persons), dice.chance(0.7), kind === 'other municipality')
  if (dice.chance(0.5)) return ask()
  return nearest(
    world,
    dice,
    hung,
    Array.from({ length: tries / 3 }, ask).filter((each) => each !== undefined),
  )
}

/**
 * @param hopeful asks about what the person has to do with, and writes as one should
 * @param abroad asks about families of other municipalities
 */
function drawQuestion(
  world: World,
  dice: Dice,
  verb: Verb,
  person: PersonId,
  hopeful: boolean,
  abroad = false,
): Question | undefined {
  const family = drawFamilyOf(world, dice, person, hopeful, abroad)
  if (!family) return undefined
  const target = drawTarget(world, dice, verb, person, family, hopeful)
  if (!target) return undefined
  // A consent is its giver's and its persons' own: it is asked for in its own family only, narrowed or not.
  const elsewhere = isOwnAnywhere(target) ? [] : [drawFamilyOf(world, dice, person, false, false) ?? family]
  const narrowed = dice.chance(0.6) ? null : dice.chance(0.85) ? family : dice.pick([family, ...elsewhere])
  const purpose = dice.chance(hopeful ? 0.95 : 0.85) ? usualPurpose : dice.pick(readPurposes)
  return { ...target, verb, person, session: 'live', narrowed, purpose }
}

function drawFamilyOf(
  world: World,
  dice: Dice,
  person: PersonId,
  hopeful: boolean,
  abroad: boolean,
): FamilyId | undefined {
  const tied = world.tiedTo.get(person) ?? []
  const home = world.facts.persons.find((each) => each.id === person)?.municipality
  const others = world.facts.families.filter((each) => (each.municipality === home) !== abroad).map((each) => each.id)
  if (!abroad && tied.length > 0 && dice.chance(hopeful ? 0.97 : 0.85)) return dice.pick(tied)
  return others.length > 0 ? dice.pick(others) : undefined
}
