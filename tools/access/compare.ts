import { diceOf } from './dice.ts'
import { drawQuestions, squareName, type Asked, type Tally } from './draw-questions.ts'
import { drawWorld } from './draw-world.ts'
import { playInOneInstant, playThroughLogin, type Compared, type Ways } from './play.ts'
import { kindOf, type Question } from './questions.ts'
import type { World } from './world.ts'

const questionsPerWorld = 250
const lanes = 2

export type Difference = { readonly world: World; readonly compared: Compared }

/** What came of a number of cases: how often each square was asked and with which answer, and where the two rules differed. */
export type Outcome = { readonly tally: Tally; readonly differences: Difference[] }

/**
 * Plays worlds until the cases are used up. Every second world is asked through the application's login, every other in one
 * instant. Two run side by side, each with its own row of worlds, so that a seed replays.
 *
 * @param until ends early, once so many differences have been found
 */
export async function compareWorlds(ways: Ways, cases: number, seed: number, until = Infinity): Promise<Outcome> {
  const outcome: Outcome = { tally: new Map(), differences: [] }
  const work = Array.from({ length: lanes }, (_, lane) => {
    const share = Math.floor(cases / lanes) + (lane < cases % lanes ? 1 : 0)
    return playLane(ways, lane, share, seed, until, outcome)
  })
  await Promise.all(work)
  return outcome
}

async function playLane(
  ways: Ways,
  lane: number,
  cases: number,
  seed: number,
  until: number,
  outcome: Outcome,
): Promise<void> {
  const asked: Asked = { tally: new Map(), hung: new Map() }
  let left = cases
  for (let turn = lane; left > 0 && outcome.differences.length < until; turn += lanes) {
    const dice = diceOf(seed, turn)
    const draw = (now: Date): [World, Question[]] => {
      const world = drawWorld(dice, now)
      return [world, drawQuestions(world, dice, asked, Math.min(left, questionsPerWorld))]
    }
    const inOneInstant = Math.floor(turn / lanes) % 2 === 0
    const [world, compared] = inOneInstant ? await playInOneInstant(ways, draw) : await playThroughLogin(ways, draw)
    for (const each of compared) {
      count(outcome.tally, squareName(each.question.verb, kindOf(world, each.question)), each.database)
      if (each.core !== each.database) outcome.differences.push({ world, compared: each })
    }
    left -= compared.length
  }
}

function count(tally: Tally, square: string, isYes: boolean): void {
  const had = tally.get(square) ?? { yes: 0, no: 0 }
  tally.set(square, isYes ? { ...had, yes: had.yes + 1 } : { ...had, no: had.no + 1 })
}
