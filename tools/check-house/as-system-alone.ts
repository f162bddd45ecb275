import { isTest, type Finding, type House, type Rule } from './house.ts'
import { importsOf, type Import } from './imports.ts'

const elevated = 'db/src/as-system.ts'

/**
 * Steps on which the way to as-system ends by itself: the names taken there have nothing to do with it.
 * Each with its reason; a name that is not here counts as a way in.
 */
const harmless: Readonly<Record<string, readonly string[]>> = {
  // A hash of a string: how the live stream recognises a session that has ended.
  'db/src/sessions.ts': ['tokenHash'],
}

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
    if (each.typesOnly || each.to === undefined || isHarmless(each)) continue
    next.set(each.from, [...(next.get(each.from) ?? []), each.to])
  }
  return next
}

function isHarmless({ to, names }: Import): boolean {
  const list = to === undefined ? undefined : harmless[to]
  return list !== undefined && names.length > 0 && names.every((name) => list.includes(name))
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
