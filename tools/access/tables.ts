import { squareName, type Tally } from './draw-questions.ts'
import { neverMay, openSquares } from './never-may.ts'
import { verbs } from './questions.ts'
import { kinds, outsiders } from './world.ts'

/** Each answer must make up at least this share of a square, and a square must have been asked this often. */
const leastShare = 0.2
const leastAsked = 20

/** Squares that were asked too seldom or nearly always answered the same, in words. */
export function unbalancedSquares(tally: Tally): string[] {
  return openSquares().flatMap(({ verb, kind }) => {
    const { yes, no } = tally.get(squareName(verb, kind)) ?? { yes: 0, no: 0 }
    const asked = yes + no
    const isBalanced = asked >= leastAsked && yes >= leastShare * asked && no >= leastShare * asked
    return isBalanced ? [] : [`${squareName(verb, kind)}: ${yes} yes, ${no} no`]
  })
}

/** Two tables: the share of yes for what can be either, and how often was asked what must always be no. */
export function printTables(tally: Tally, say: (line: string) => void): void {
  const columns = [...kinds, ...outsiders]
  const line = (name: string, cells: string[]) => {
    say(
      name.padEnd(22) +
        cells.map((cell, index) => cell.padStart(Math.max(9, (columns[index]?.length ?? 0) + 2))).join(''),
    )
  }
  say('\nyes in % of the questions asked')
  line('', [...kinds])
  for (const verb of verbs) {
    line(
      verb,
      kinds.map((kind) => {
        if (neverMay[kind].has(verb)) return '-'
        const { yes, no } = tally.get(squareName(verb, kind)) ?? { yes: 0, no: 0 }
        return yes + no === 0 ? '?' : `${Math.round((100 * yes) / (yes + no))} %`
      }),
    )
  }
  say('\nalways no: yes of questions asked')
  line('', columns)
  for (const verb of verbs) {
    line(
      verb,
      columns.map((kind) => {
        if (!neverMay[kind].has(verb)) return '-'
        const { yes, no } = tally.get(squareName(verb, kind)) ?? { yes: 0, no: 0 }
        return `${yes} of ${yes + no}`
      }),
    )
  }
  say('')
}
