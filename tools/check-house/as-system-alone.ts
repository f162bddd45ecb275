import { isTest, type Finding, type House, type Rule } from './house.ts'
import { importsOf } from './imports.ts'

const elevated = 'db/src/as-system.ts'

export const routesActAsPeople: Rule = {
  says: 'nothing in server/src/routes or server/src/live reaches db/as-system, not by way of another file either',
  why: 'A route acts for the person who asks, under row security. as-system is for the few named jobs that nobody is signed in for.',
  mend: 'Use asPerson. If the work belongs to nobody, make it a named job in db/src/as-system.ts and start it from server/src/jobs.',
  look(house) {
    const next = stepsFrom(house)
    const doors = house.files.filter((path) => /^server\/src\/(?:routes|live)\/.+\.ts$/.test(path) && !isTest(path))
    return doors.flatMap((door): Finding[] => {
      const way = wayTo(door, next)
      return way ? [{ where: door, what: `reaches it: ${way.join(' -> ')}` }] : []
    })
  },
}

function stepsFrom(house: House): Map<string, string[]> {
  const next = new Map<string, string[]>()
  for (const each of importsOf(house)) {
    if (each.typesOnly || each.to === undefined) continue
    next.set(each.from, [...(next.get(each.from) ?? []), each.to])
  }
  return next
}

/** The shortest chain of imports from a door to as-system. */
function wayTo(door: string, next: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const ways = [[door]]
  const seen = new Set([door])
  for (const way of ways) {
    const last = way.at(-1) ?? door
    if (last === elevated) return way
    for (const step of next.get(last) ?? []) {
      if (!seen.has(step)) ways.push([...way, step])
      seen.add(step)
    }
  }
  return undefined
}
