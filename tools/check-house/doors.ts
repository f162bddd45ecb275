import { eventKinds } from '@velferdslab/core/events'
import type { Route } from '../../server/src/routes/route.ts'
import type { Finding } from './house.ts'

/** What the rules on doors say; the rest of a Rule. */
export const doorsAreDeclared = {
  says: 'every route names what it takes, what it answers and which events it writes',
  why: 'OpenAPI, validation and the memory of the lab are made from the declaration. What is not declared is not checked, and is not remembered.',
  mend: "Look at server/src/routes/consent.ts: schemas from core/src/commands, `events: 'reads'` for a GET, kinds of core/src/events.ts for a command.",
}

export const doorsAreKnown = {
  says: 'the doors of the server = the list in server/src/routes/all.ts = OpenAPI',
  why: 'A door nobody lists is a door nobody tests and nobody guards (REQ-71).',
  mend: 'Declare it with route() and put it in apiRoutes. A door that cannot be (bytes, a socket, sign-in) goes on the list in tools/check-house/doors.ts with the reason.',
}

/** Doors that are not in apiRoutes, each for a reason. `described`: OpenAPI has them all the same. */
export const besideTheList: Readonly<Record<string, { readonly why: string; readonly described?: true }>> = {
  'GET /api/families/:familyId/consents/sheet.pdf': { why: 'answers paper, not JSON', described: true },
  'GET /api/families/:familyId/cloth.pdf': { why: 'answers paper, not JSON', described: true },
  'GET /api/families/:familyId/shares/:shareId/share.pdf': { why: 'answers paper, not JSON', described: true },
  'GET /api/families/:familyId/signing/:versionId/plan.pdf': { why: 'answers paper, not JSON', described: true },
  'GET /api/families/:familyId/live': { why: 'a WebSocket, which OpenAPI cannot describe' },
  'GET /api/openapi.json': { why: 'the description itself' },
  'GET /api/health': {
    why: 'tells who looks after the machine whether the nightly run of retention is in order: one word',
  },
  'GET /api/alive': { why: 'tells a proxy that the process answers; knows nothing' },
  'POST /api/sign-out': {
    why: 'belongs to sign-in: ends the session it comes with (docs/decisions/0005)',
    described: true,
  },
  'POST /api/table/ticket': { why: 'the code from the large screen: nobody is signed in' },
  'POST /api/table/arrive': { why: 'a guest says who they are: answers with a cookie of its own' },
  'POST /api/screen': { why: 'the large screen of a room: answers with a cookie of its own' },
  'POST /api/task/open': {
    why: 'a link to one promise, exchanged once: nobody is signed in; answers with a cookie of its own',
  },
  'GET /api/self-referral': { why: 'whom one can call instead of referring oneself: nobody is signed in' },
  'POST /api/self-referral': { why: 'somebody refers herself: nobody is signed in' },
  'POST /api/self-referral/look': { why: 'who has referred herself comes back with her code: nobody is signed in' },
  'POST /api/self-referral/take-back': { why: 'the same code takes it back: nobody is signed in' },
  'POST /api/confirm/read': { why: 'one sentence, to who has its code: nobody is signed in' },
  'POST /api/confirm/answer': { why: 'the answer of who has the code of a sentence: nobody is signed in' },
  'GET /m/:code': { why: 'where a neutral message leads: it says that there is one, to whoever asks' },
  'GET /sign-in/style.css': { why: 'the look of the pages of sign-in' },
  'GET /sign-in/signed-out': { why: 'where the provider leads back to after signing out' },
  ...Object.fromEntries(
    ['citizen', 'staff'].flatMap((door) => [
      [`GET /sign-in/${door}`, { why: 'sign-in starts (docs/decisions/0005)' }],
      [`GET /sign-in/${door}/callback`, { why: 'the answer of the provider' }],
      [`POST /sign-in/${door}/back-channel-logout`, { why: 'the provider ends a session' }],
      [`GET /sign-in/${door}/front-channel-logout`, { why: 'the provider ends a session by way of the browser' }],
    ]),
  ),
}

export function nameOf(door: { method: string; path: string }): string {
  return `${door.method} ${door.path}`
}

export function lookAtDeclarations(routes: readonly Route[]): Finding[] {
  const names = routes.map(nameOf)
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [
    ...twice.map((where) => ({ where, what: 'is declared twice' })),
    ...routes.flatMap((door) => faultsOf(door).map((what) => ({ where: nameOf(door), what }))),
  ]
}

function faultsOf(door: Route): string[] {
  const isCommand = door.method === 'POST'
  const faults = [
    !/^\/api\/[a-z]/.test(door.path) && 'does not lie under /api',
    door.summary.trim().length < 10 && 'has no summary a newcomer could read',
    isOpen(door.answer) && 'names no schema for what it answers',
    ...paramFaults(door),
    isCommand && isOpen(door.body) && 'takes a body without a schema',
    isCommand &&
      !isOpen(door.body) &&
      !isStrict(door.body) &&
      'takes what it does not know: its body is no z.strictObject (an extra field must be refused, REQ-54)',
    !isCommand && !isOpen(door.body) && 'is a GET with a body',
    ...eventFaults(door),
  ]
  return faults.filter((fault) => fault !== false)
}

function paramFaults(door: Route): string[] {
  const wanted = [...door.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const named = Object.keys(shapeOf(door.params))
  return [
    ...wanted.filter((name) => !named.includes(name)).map((name) => `has :${name} in its path and no schema for it`),
    ...named
      .filter((name) => !wanted.includes(name))
      .map((name) => `has a schema for ${name}, which is not in its path`),
  ]
}

/** A declaration may be made elsewhere than by route(), or be forced: nothing is taken for granted here. */
function eventFaults(door: Route): string[] {
  const events = door.events as Route['events'] | undefined
  if (events === undefined) return ['names no events']
  if (events === 'reads')
    return door.method === 'GET'
      ? []
      : ['says that it only reads, and is a POST: name its events, or [] when it leaves none']
  const unknown = events
    .filter((kind) => !(kind in eventKinds))
    .map((kind) => `names the event '${kind}', which is not in core/src/events.ts`)
  if (door.method === 'GET') return [...unknown, 'writes events, and is a GET']
  const hasCommandId = 'commandId' in shapeOf(door.body)
  return events.length > 0 && !hasCommandId
    ? [...unknown, 'writes events and takes no commandId: a retry would do it twice']
    : unknown
}

type Schema = Route['body']
/** What a schema is made of, as zod keeps it. */
type Definition = {
  readonly type: string
  readonly shape?: Record<string, unknown>
  readonly catchall?: { readonly def: Definition }
}

function definitionOf(schema: Schema | undefined): Definition | undefined {
  return schema?.def
}

function isOpen(schema: Schema | undefined): boolean {
  return ['unknown', 'any'].includes(definitionOf(schema)?.type ?? 'unknown')
}

function isStrict(schema: Schema): boolean {
  return definitionOf(schema)?.catchall?.def.type === 'never'
}

function shapeOf(schema: Schema | undefined): Record<string, unknown> {
  return definitionOf(schema)?.shape ?? {}
}

/** Doors as the server really has them, the list, and OpenAPI: three sets that must be one. */
export function lookAtDoors(doors: {
  readonly open: readonly string[]
  readonly listed: readonly string[]
  /** What OpenAPI tells of, with its summary. */
  readonly described: ReadonlyMap<string, string | undefined>
}): Finding[] {
  const { open, listed, described } = doors
  const beside = Object.keys(besideTheList)
  const toBeDescribed = [...listed, ...beside.filter((name) => besideTheList[name]?.described)]
  const find = (names: readonly string[], isWrong: (name: string) => boolean, what: string, mend?: string): Finding[] =>
    names.filter(isWrong).map((where) => ({ where, what, ...(mend ? { mend } : {}) }))
  return [
    ...find(open, (name) => !listed.includes(name) && !beside.includes(name), 'is open, and on no list'),
    ...find([...listed, ...beside], (name) => !open.includes(name), 'is on a list, and not open'),
    ...find(toBeDescribed, (name) => !described.has(name), 'is not in OpenAPI'),
    ...find(
      toBeDescribed,
      (name) => described.has(name) && !described.get(name),
      'is in OpenAPI without a summary',
      'Give it a schema with a summary.',
    ),
    ...find(
      [...described.keys()],
      (name) => !toBeDescribed.includes(name),
      'is in OpenAPI, and is no door of the API',
      'Hide it: schema: { hide: true }, or once for all in the transform of swagger in server/src/app.ts.',
    ),
  ]
}
