import { isTest, type Finding, type House, type Rule } from './house.ts'
import { importsOf, type Import } from './imports.ts'

export const rooms = ['core', 'db', 'server', 'web'] as const
type Room = (typeof rooms)[number]

const mayImport: Record<Room, readonly Room[]> = {
  core: ['core'],
  db: ['db', 'core'],
  server: ['server', 'db', 'core'],
  web: ['web', 'core'],
}

/** Pure packages that core may stand on. Each does no I/O, has no clock and draws no numbers of its own. */
const underCore = ['zod', 'pure-rand', 'simple-statistics']
const underTests = ['vitest', 'fast-check']

function roomOf(path: string): Room | undefined {
  return rooms.find((room) => path.startsWith(`${room}/`))
}

export function modulesSeen(house: House, room: Room): number {
  return new Set(importsOf(house).flatMap(({ from }) => (roomOf(from) === room ? [from] : []))).size
}

function at({ from, line }: Import): string {
  return `${from}:${line}`
}

export const roomsPointOneWay: Rule = {
  says: 'web -> core <- db <- server, and nothing points the other way',
  why: 'A rule in core that knows the database, or a page that knows the server, cannot be read, tested or replaced alone.',
  mend: 'Put what both need into core, or hand it over as an argument. Other rooms are imported by name (@velferdslab/core/consent).',
  look: (house) =>
    importsOf(house).flatMap((each): Finding[] => {
      const room = roomOf(each.from)
      if (!room || each.to === undefined) return []
      const target = roomOf(each.to)
      const told = `imports ${each.specifier}`
      if (!target) {
        const mayLookOut = isForTests(each.from) || isConfiguration(each.from)
        return mayLookOut
          ? []
          : [
              {
                where: at(each),
                what: `${told}, which lies outside the rooms`,
                mend: 'Only tools, bench and e2e look in; nothing that runs looks out.',
              },
            ]
      }
      if (!mayImport[room].includes(target))
        return [{ where: at(each), what: `${told}: ${room} may not know ${target}` }]
      // What is made for tests has no name to be imported by, on purpose.
      if (target !== room && each.specifier.startsWith('.') && !isTesting(each.to)) {
        return [
          {
            where: at(each),
            what: `${told}: another room by a path`,
            mend: `Import it by its name, @velferdslab/${target}/...`,
          },
        ]
      }
      return []
    }),
}

/** web/vite.config.ts and its like serve the tools, not the product. */
function isConfiguration(path: string): boolean {
  return /^[a-z]+\/[a-z.]+\.config\.ts$/.test(path)
}

/** server/testing, db/testing: what tests stand on. */
function isTesting(path: string): boolean {
  return /^[a-z]+\/testing\//.test(path)
}

function isForTests(path: string): boolean {
  return isTest(path) || isTesting(path)
}

export const coreStandsOnLittle: Rule = {
  says: `core imports only ${underCore.join(', ')} and itself`,
  why: 'core holds what the lab means. It has to run in a browser, on a server and in a test, and to say the same thing in all three.',
  mend: 'Do the reading, the drawing or the SQL in db, server or web, and give core plain facts. A new pure package goes on the list in this check.',
  look: (house) =>
    importsOf(house).flatMap((each): Finding[] => {
      if (roomOf(each.from) !== 'core' || each.to !== undefined) return []
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(each.specifier)?.[0] ?? each.specifier
      const allowed = underCore.includes(name) || (isTest(each.from) && underTests.includes(name))
      return allowed ? [] : [{ where: at(each), what: `imports ${each.specifier}` }]
    }),
}

export const testHelpersStayInTests: Rule = {
  says: 'what is made for tests is imported by tests',
  why: 'It opens databases with rights that nothing which serves people may have.',
  mend: 'Move what the product needs into db/src, with a name that says what it is.',
  look: (house) =>
    importsOf(house).flatMap((each): Finding[] => {
      const mayUse = isForTests(each.from) || roomOf(each.from) === undefined
      return each.to !== undefined && isTesting(each.to) && !mayUse
        ? [{ where: at(each), what: `imports ${each.specifier}` }]
        : []
    }),
}
