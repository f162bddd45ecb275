import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { leaveDraft } from '@velferdslab/core/commands/draft'
import { me } from '@velferdslab/core/people'
import { apiRoutes } from '../server/src/routes/all.ts'
import { route, type Route } from '../server/src/routes/route.ts'
import { rules } from './check-house.ts'
import { doorsAreDeclared, doorsAreKnown, lookAtDeclarations, lookAtDoors, nameOf } from './check-house/doors.ts'
import { openHouse, teach, withFiles, type House } from './check-house/house.ts'
import { openDoors } from './check-house/open-doors.ts'
import { fits } from './check-house/packages.ts'
import { modulesSeen, rooms } from './check-house/rooms.ts'

const house = openHouse(join(import.meta.dirname, '..'))

// Reading every file once takes a second, and many on a machine that is busy with other tests.
const patience = 60_000

describe('the rules of the house', { timeout: patience }, () => {
  test('there is a house to look at: every room has modules, and their imports were read', () => {
    const seen = Object.fromEntries(rooms.map((room) => [room, modulesSeen(house, room)]))
    expect(seen['core']).toBeGreaterThan(10)
    expect(seen['db']).toBeGreaterThan(20)
    expect(seen['server']).toBeGreaterThan(40)
    expect(seen['web']).toBeGreaterThan(80)
  })

  test.each(rules.map((rule) => [rule.says, rule] as const))('%s', (_says, rule) => {
    const findings = rule.look(house)
    if (findings.length > 0) expect.fail(teach(rule, findings))
  })
})

describe('the doors of the server', { timeout: patience }, () => {
  test(doorsAreDeclared.says, () => {
    expect(apiRoutes.length).toBeGreaterThan(10)
    const findings = lookAtDeclarations(apiRoutes)
    if (findings.length > 0) expect.fail(teach(doorsAreDeclared, findings))
  })

  test(doorsAreKnown.says, async () => {
    const findings = lookAtDoors({ ...(await openDoors()), listed: apiRoutes.map(nameOf) })
    if (findings.length > 0) expect.fail(teach(doorsAreKnown, findings))
  })
})

/** As much of the house as the planted mistakes touch: the whole of it, looked at thirty times, would take half a minute. */
const someRooms = withFiles(
  {
    files: house.files.filter((path) => /^(?:db\/src\/.*|(?:\w+\/)?package\.json)$/.test(path)),
    read: (path) => house.read(path),
  },
  { 'package-lock.json': JSON.stringify({ packages: {} }) },
)

function lookEverywhere(at: House): string[] {
  return rules.flatMap((rule) => rule.look(at).map(({ where, what }) => `${where} ${what}`))
}

let foundWithout: ReadonlySet<string> | undefined

/** What the rules find with these files in the house, and do not find without them. */
function foundIn(planted: Record<string, string>): string[] {
  foundWithout ??= new Set(lookEverywhere(someRooms))
  return lookEverywhere(withFiles(someRooms, planted)).filter((finding) => !foundWithout?.has(finding))
}

describe('a planted mistake is found', { timeout: patience }, () => {
  // Put together here, so that this file does not itself hold what it plants.
  const homely = ['', 'home', 'ola', 'velferdslab'].join('/')
  const aPersonsNumber = aNumber('010190', 500)
  const anInventedNumber = aNumber('018190', 500)

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'web that knows the database',
      { 'web/src/x.ts': `import { asPerson } from '@velferdslab/db/as-person'` },
      /^web\/src\/x\.ts:1 .*web may not know db/,
    ],
    [
      'a type counts too',
      { 'web/src/x.ts': `import type { Lab } from '../../server/src/lab.ts'` },
      /web may not know server/,
    ],
    [
      'an import at the last moment',
      { 'core/src/x.ts': `export const load = () => import('@velferdslab/db/cloth')` },
      /core may not know db/,
    ],
    [
      'db that knows the server',
      { 'db/src/x.ts': `\nexport { route } from '@velferdslab/server/routes/route'` },
      /^db\/src\/x\.ts:2 .*db may not know server/,
    ],
    [
      'another room by a path',
      { 'server/src/x.ts': `import { note } from '../../core/src/cloth.ts'` },
      /another room by a path/,
    ],
    [
      'a product that needs a tool',
      { 'server/src/x.ts': `import { rules } from '../../tools/check-house.ts'` },
      /lies outside the rooms/,
    ],
    [
      'a product that needs a test',
      { 'server/src/x.ts': `import { openTestLab } from '../../db/testing/fjordvik-for-tests.ts'` },
      /imports .*fjordvik-for-tests/,
    ],
    [
      'a legal basis used as a yes',
      { 'db/src/x.ts': `export const may = 'exists (select 1 from lab.legal_basis b where b.code = $1)'` },
      /^db\/src\/x\.ts speaks of legal_basis$/,
    ],
    ['core on React', { 'core/src/x.ts': `import { useState } from 'react'` }, /imports react$/],
    ['core that reads files', { 'core/src/x.ts': `import { readFileSync } from 'node:fs'` }, /imports node:fs$/],
    ['core with a clock', { 'core/src/x.ts': 'export const today = () => new Date()' }, /reads the clock: new Date/],
    [
      'core with another clock',
      { 'core/src/x.ts': 'export const now = () => Date.now()' },
      /reads the clock: Date\.now/,
    ],
    ['core that draws', { 'core/src/x.ts': 'export const dice = () => Math.random()' }, /draws a number/],
    [
      'core that asks the network',
      { 'core/src/x.ts': `export const ask = () => fetch('/api/me')` },
      /reaches out: fetch/,
    ],
    ['core with SQL', { 'core/src/x.ts': "export const all = 'select id from lab.note where true'" }, /holds SQL/],
    [
      'a route that acts as the system',
      { 'server/src/routes/x.ts': `import { asSystem } from '@velferdslab/db/as-system'` },
      /reaches it: server\/src\/routes\/x\.ts -> db\/src\/as-system\.ts/,
    ],
    [
      'a route that acts as the system by way of others',
      {
        'server/src/routes/x.ts': `import { y } from '../y.ts'`,
        'server/src/y.ts': `import { endSessions } from '@velferdslab/db/sessions'`,
      },
      /x\.ts -> server\/src\/y\.ts -> db\/src\/sessions\.ts -> db\/src\/as-system\.ts/,
    ],
    [
      'an event without a meaning',
      { 'db/src/x.ts': `export const kind = 'consent.forgotten'` },
      /says 'consent\.forgotten'/,
    ],
    ['a drawer', { 'web/src/helpers.ts': '' }, /is called like a drawer/],
    ['a drawer of files', { 'core/src/utils/dates.ts': '' }, /is called like a drawer/],
    ['a long file', { 'db/src/x.ts': 'export {}\n'.repeat(351) }, /has 351 lines/],
    ['a name in another manner', { 'web/src/ui/BigButton.tsx': '' }, /is called BigButton\.tsx/],
    [
      'a subject with two names',
      { 'server/src/routes/money.ts': 'export const moneyRoutes = []' },
      /has no core\/src\/money\.ts/,
    ],
    ['a line on the console', { 'server/src/x.ts': 'console.log(1)' }, /calls console\.log/],
    [
      'a number that could be a living person',
      { 'docs/x.md': `Fødselsnummer ${aPersonsNumber}.` },
      /could be a living person/,
    ],
    [
      'the same in two groups',
      { 'docs/x.md': `${aPersonsNumber.slice(0, 6)} ${aPersonsNumber.slice(6)}` },
      /could be a living person/,
    ],
    ['a path of a machine', { 'tools/x.ts': `export const here = '${homely}'` }, /names \/home\/ola/],
    ['a pointer to nothing', { 'docs/x.md': 'More in docs/nowhere.md.' }, /speaks of docs\/nowhere\.md/],
    ['a link to nothing', { 'docs/x.md': '[here](nowhere.png)' }, /leads to nowhere\.png/],
    [
      'a lockfile that binds to a registry',
      {
        'package-lock.json': JSON.stringify({
          packages: { 'node_modules/x': { license: 'MIT', resolved: 'https://registry.example/x.tgz' } },
        }),
      },
      /node_modules\/x is resolved from an address/,
    ],
    [
      'a licence that does not fit',
      {
        'package-lock.json': JSON.stringify({
          packages: { 'node_modules/nowhere-to-be-found': { license: 'SSPL-1.0' } },
        }),
      },
      /nowhere-to-be-found has the licence SSPL-1\.0/,
    ],
    [
      'a version that may change by itself',
      { 'core/package.json': JSON.stringify({ license: 'EUPL-1.2', dependencies: { zod: '^4.6.7' } }) },
      /asks for zod \^4\.6\.7/,
    ],
  ])('%s', (_what, planted, finding) => {
    expect(foundIn(planted)).toContainEqual(expect.stringMatching(finding))
  })

  test('what is right is left alone', () => {
    const planted = {
      'core/src/x.ts': `import { z } from 'zod'\nexport const day = (at: Date) => new Date(at.getTime())\nexport const a = { process: z.string() }`,
      'web/src/x.ts': `import { note } from '@velferdslab/core/cloth'\nimport { Home } from './pages/home/home-page.tsx'`,
      'docs/x.md': `An invented number: ${anInventedNumber}. An amount: 12345678901 øre.`,
    }
    expect(foundIn(planted)).toEqual([])
  })

  test('licences are read as written', () => {
    expect(['MIT', '(MIT OR GPL-2.0)', 'MIT AND OFL-1.1', 'MPL-2.0'].map(fits)).toEqual([true, true, true, true])
    expect(['GPL-3.0-only', 'MIT AND SSPL-1.0', 'UNLICENSED', 'none'].map(fits)).toEqual([false, false, false, false])
  })
})

describe('a planted door is found', { timeout: patience }, () => {
  let consents: Route
  beforeAll(() => {
    consents = apiRoutes.find((door) => nameOf(door) === 'POST /api/families/:familyId/consents')!
  })
  const whatIsWrongWith = (door: object) => lookAtDeclarations([door as Route]).map(({ what }) => what)
  const takingAnything = route({
    method: 'POST',
    path: '/api/things',
    summary: 'Takes whatever it is sent',
    body: me,
    answer: me,
    events: ['note.written'],
    handle: () => Promise.resolve({ refused: 'not-found' as const }),
  })

  test('nothing is wrong with a good one', () => expect(whatIsWrongWith(consents)).toEqual([]))
  test('a route without events', () =>
    expect(whatIsWrongWith({ ...consents, events: undefined })).toEqual(['names no events']))
  test('a command that says it only reads', () =>
    expect(whatIsWrongWith({ ...consents, events: 'reads' })[0]).toMatch(/is a POST/))
  test('an event that is in no vocabulary', () =>
    expect(whatIsWrongWith({ ...consents, events: ['consent.forgotten'] })[0]).toMatch(/not in core\/src\/events\.ts/))
  test('an answer without a schema', () =>
    expect(whatIsWrongWith({ ...consents, answer: takingAnything.params })[0]).toMatch(/names no schema/))
  test('a body without a schema', () =>
    expect(whatIsWrongWith({ ...consents, body: takingAnything.params })[0]).toMatch(/body without a schema/))
  test('a body that takes more than it knows', () =>
    expect(whatIsWrongWith(takingAnything)[0]).toMatch(/no z\.strictObject/))
  test('a path with an id that is not checked', () =>
    expect(whatIsWrongWith({ ...consents, params: takingAnything.params })[0]).toMatch(/:familyId/))
  test('a command that could be done twice', () =>
    expect(whatIsWrongWith({ ...consents, body: leaveDraft })[0]).toMatch(/takes no commandId/))
  test('the same door twice', () => expect(lookAtDeclarations([consents, consents])[0]?.what).toBe('is declared twice'))

  test('a door beside the list, one that is shut, one that is not described', async () => {
    const { open, described } = await openDoors()
    const listed = apiRoutes.map(nameOf)
    const what = (change: Partial<Parameters<typeof lookAtDoors>[0]>) =>
      lookAtDoors({ open, listed, described, ...change }).map((found) => `${found.where} ${found.what}`)
    expect(what({ open: [...open, 'GET /api/secret'] })).toContain('GET /api/secret is open, and on no list')
    expect(what({ listed: [...listed, 'GET /api/shut'] })).toContain('GET /api/shut is on a list, and not open')
    expect(what({ described: new Map() })).toContain('GET /api/me is not in OpenAPI')
  })
})

/** Eleven digits with right check digits, from a date as it stands in the number. */
function aNumber(date: string, from: number): string {
  for (let number = from; number < 999; number++) {
    const digits = `${date}${number}`
    const first = checkDigit(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2])
    const second = checkDigit(`${digits}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
    if (first < 10 && second < 10) return `${digits}${first}${second}`
  }
  throw new Error('no number is free on that day')
}

function checkDigit(digits: string, weights: number[]): number {
  return (11 - (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11)) % 11
}
