import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@velferdslab/db/embedded/start'
import { setTimeout as pause } from 'node:timers/promises'
import { forgetTemplates } from '../../db/testing/fjordvik-template.ts'
import { apiRoutes } from '../../server/src/routes/all.ts'
import { chromium, type Browser } from '@playwright/test'
import { freePort } from '../../bench/own-lab.ts'
import { browserArguments } from '../../e2e/window.ts'
import { ensureChromium } from '../chromium.mjs'
import { ensureBuilt } from '../ensure-built.mjs'
import { gatherExports } from './hidden-exports.ts'
import { gatherPages, lookers } from './hidden-pages.ts'
import { openTestServer, type Page, type TestServer } from '../../server/testing/lab-for-tests.ts'
import { diceOf } from '../access/dice.ts'
import { maskOf, type Mask } from './hidden-mask.ts'
import { hiddenStories, sharedStory, type HiddenStory } from './hidden-stories.ts'

export interface HiddenResult {
  readonly answers: number
  readonly frames: number
  readonly papers: number
  readonly exports: number
  readonly pages: number
  readonly faults: readonly string[]
}

/** Everybody of Fjordvik, and a few of them, whose answers are compared: the family, its table, core team, management, and people of other families and services. */
const everybody = [
  'amina',
  'jonas',
  'sara',
  'torbjorn',
  'solveig',
  'tor',
  'kari',
  'siri',
  'mona',
  'berit',
  'geir',
  'eivind',
  'hanne',
  'anne',
  'pal',
  'nina',
  'magda',
  'oskar',
  'marius',
] as const
const atTheTable = ['amina', 'jonas', 'torbjorn'] as const
const families = ['hansen-ali', 'kowalska', 'lie'] as const
/** One of each kind, for whoever has not the time for all. */
const few = ['amina', 'solveig', 'tor', 'berit'] as const
const exporters = ['amina', 'jonas', 'sara', 'torbjorn', 'solveig', 'tor', 'kari', 'berit', 'geir', 'magda'] as const
const root = join(import.meta.dirname, '..', '..')

/** All that one person got: each answer, frame and paper under its name. */
type Seen = ReadonlyMap<string, string>

/**
 * The same story in two towns that begin as copies of one: with something hidden in it, and without. To everybody but those it is hidden by and for,
 * every answer, frame and paper must be the same to the byte. Ids and moments that were made while the story ran, and nothing else, are replaced by
 * their order of appearance; so one more or one less of them shows.
 *
 * @param leak done in the town that hides something: how a test shows that the comparison can fail
 */
export async function verifyHidden(options: {
  seed: number
  superuserUrl?: string
  stories?: readonly HiddenStory[]
  /** A few people and the one family, and no pages in a browser. */
  small?: boolean
  /** Whether pages are drawn in a browser too; not when it is small. */
  drawn?: boolean
  /** Who takes out and looks at pages; everybody who does without it. */
  only?: readonly string[]
  leak?: (server: TestServer) => Promise<unknown>
  say?: (line: string) => void
}): Promise<HiddenResult> {
  const { seed, stories = hiddenStories, small = false, only, say = () => undefined } = options
  const folder = mkdtempSync(join(tmpdir(), 'velferdslab-hidden-'))
  chmodSync(folder, 0o755)
  const embedded = options.superuserUrl ? undefined : await startEmbedded({ folder })
  const url = options.superuserUrl ?? (embedded as { superuserUrl: string }).superuserUrl
  const counted = { answers: 0, frames: 0, papers: 0, exports: 0, pages: 0 }
  const browser = (options.drawn ?? !small) ? await openBrowser() : undefined
  const faults: string[] = []
  const [port, since] = [await freePort(), new Date()]
  try {
    const plain = await tellInOneMinute({ url, seed, small, browser, only, port, since })
    for (const story of stories) {
      const hiding = await tellInOneMinute({
        url,
        seed,
        small,
        browser,
        only,
        port,
        since,
        hidden: story,
        leak: options.leak,
      })
      for (const [who, seen] of plain) {
        if (story.knows.includes(who)) continue
        const found = compare(who, seen, hiding.get(who) ?? new Map(), counted)
        faults.push(...found.map((fault) => `${story.name}: ${fault}`))
      }
      say(`${story.name}: ${[...plain.keys()].filter((who) => !story.knows.includes(who)).length} people compared`)
    }
    if (browser) faults.push(...(await verifyItSees(plain, { url, seed, small, browser, port, since })))
  } finally {
    await browser?.close()
    if (embedded) {
      await forgetTemplates(embedded.superuserUrl)
      await embedded.stop()
    }
    rmSync(folder, { recursive: true, force: true })
  }
  for (const fault of faults.slice(0, 20)) say(fault)
  return { ...counted, faults }
}

/** Something that shows is planted: were it seen on no page, in no answer and in no export, the comparison would be blind there. */
async function verifyItSees(plain: ReadonlyMap<string, Seen>, telling: Telling): Promise<string[]> {
  const leaking = await tellInOneMinute({ ...telling, leak: plantSeat, only: ['amina'] })
  const found = compare('amina', plain.get('amina') ?? new Map(), leaking.get('amina') ?? new Map(), nothingCounted())
  return ['page', 'GET', 'export'].flatMap((kind) =>
    found.some((fault) => fault.startsWith(`amina: ${kind} `)) ? [] : [`a seat that was planted is in no ${kind}`],
  )
}

/** Somebody new at the family's table: told on its pages, in its answers and in what it takes out. */
export const plantSeat = (server: TestServer) =>
  server.owner.query(
    `insert into lab.seat (municipality_id, id, family_id, person_id, party_id, role, mark, asked_at, asked_by, approved_at, approved_by, valid_from)
     select m.municipality_id, gen_random_uuid(), $1, r.person_id, r.party_id, 'member', 3, now(), m.person_id, now(), m.person_id, now()
     from lab.member m join lab.report_receiver r on r.municipality_id = m.municipality_id where m.family_id = $1 limit 1`,
    [server.family('hansen-ali')],
  )

type Counted = Record<'answers' | 'frames' | 'papers' | 'exports' | 'pages', number>
const nothingCounted = (): Counted => ({ answers: 0, frames: 0, papers: 0, exports: 0, pages: 0 })
const kinds: Readonly<Record<string, keyof Counted>> = {
  frame: 'frames',
  paper: 'papers',
  export: 'exports',
  page: 'pages',
}
const countedAs = (name: string): keyof Counted => kinds[name.split(' ')[0] ?? ''] ?? 'answers'

function compare(who: string, plain: Seen, hiding: Seen, counted: Counted): string[] {
  const faults: string[] = []
  for (const name of new Set([...plain.keys(), ...hiding.keys()])) {
    counted[countedAs(name)]++
    const [before, after] = [plain.get(name), hiding.get(name)]
    if (before !== after) faults.push(`${who}: ${name} differs: ${difference(before, after)}`)
  }
  return faults
}

function difference(before = '(nothing)', after = '(nothing)'): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 50))
  return `${around(before)} and ${around(after)}`
}

function openBrowser(): Promise<Browser> {
  ensureBuilt()
  return chromium.launch({ executablePath: ensureChromium(), args: browserArguments })
}

interface Telling {
  readonly url: string
  /** One for all towns: it stands in what a page may connect to. */
  readonly port: number
  /** When the comparison began. */
  readonly since: Date
  readonly seed: number
  readonly small: boolean
  readonly browser?: Browser | undefined
  readonly hidden?: HiddenStory | undefined
  readonly leak?: ((server: TestServer) => Promise<unknown>) | undefined
  /** Who takes out and looks at pages; everybody who does without it. */
  readonly only?: readonly string[] | undefined
}

/** Who has read is told by the minute, and one visit is two where a minute ends in it: a story that one ended in is told again. */
async function tellInOneMinute(telling: Telling): Promise<Map<string, Seen>> {
  for (let left = 4; ; left--) {
    const seen = await tell(telling, left === 0)
    if (seen) return seen
  }
}

const minute = () => Math.floor(Date.now() / 60_000)

/**
 * Tells the story in a town of its own, and gathers what everybody gets afterwards.
 * @param anyway also where a minute ended in it
 */
async function tell(telling: Telling, anyway: boolean): Promise<Map<string, Seen> | undefined> {
  const { url: superuserUrl, seed, small, browser, hidden, leak } = telling
  const pages = browser ? { folder: join(root, 'web', 'dist'), port: telling.port } : undefined
  const server = await openTestServer(superuserUrl, pages ? { pages } : {})
  try {
    const began = minute()
    const dice = diceOf(seed, 0)
    const secret = diceOf(seed, 1)
    const mask = maskOf(server.town, telling.since)
    const pages = new Map<string, Page>()
    for (const who of atTheTable) pages.set(who, await server.sit(who, 'hansen-ali'))
    const steps = hidden?.steps(server, secret) ?? []
    const shared = sharedStory(server, dice)
    // What is hidden happens in between: after each step of the shared story, some of it.
    for (const [index, step] of shared.entries()) {
      await step()
      for (const each of steps.filter((_, at) => at % shared.length === index)) await each()
    }
    await leak?.(server)
    // What a frame would take to arrive.
    await pause(400)
    // Before the first heartbeat, which says who is here every fifteen seconds whatever happens.
    const told = [...pages].map(([who, page]) => [who, page.frames.map((frame) => JSON.stringify(frame))] as const)
    for (const page of pages.values()) page.leave()
    const seen = new Map<string, Map<string, string>>()
    // One after the other: who read first is told too.
    for (const who of small ? few : everybody) seen.set(who, await gather(server, who, small, mask, diceOf(seed, 1)))
    if (minute() !== began && !anyway) return undefined
    for (const who of small ? few.slice(0, 1) : exporters) {
      if (telling.only && !telling.only.includes(who)) continue
      for (const [name, text] of await gatherExports(server, who, mask, diceOf(seed, 2))) seen.get(who)?.set(name, text)
    }
    for (const who of browser ? lookers : []) {
      if (telling.only && !telling.only.includes(who)) continue
      const drawn = await gatherPages(server, browser as Browser, who, new Date(began * 60_000), mask)
      for (const [name, html] of drawn) seen.set(who, (seen.get(who) ?? new Map<string, string>()).set(name, html))
    }
    for (const [who, frames] of told)
      for (const [at, line] of mask(frames.join('\n')).split('\n').entries()) seen.get(who)?.set(`frame ${at}`, line)
    return seen
  } finally {
    await server.close()
  }
}

/** Every answer to reading, papers, and what comes of trying the doors of what is hidden by its very ids. */
async function gather(
  server: TestServer,
  who: string,
  small: boolean,
  mask: Mask,
  secret: ReturnType<typeof diceOf>,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const put = async (name: string, method: 'GET' | 'POST', path: string, body?: unknown) => {
    const { status, text, headers } = await server.call(who, method, path, body)
    const heads = [...headers].filter(([head]) => !['date', 'content-length', 'x-ratelimit-reset'].includes(head))
    seen.set(name, mask(`${status} ${JSON.stringify(heads)} ${text}`))
  }
  for (const { path } of apiRoutes.filter(({ method }) => method === 'GET')) {
    if (path.replace(':familyId', '').includes(':')) continue
    if (!path.includes(':familyId')) await put(`GET ${path}`, 'GET', path)
    else
      for (const family of small ? families.slice(0, 1) : families)
        await put(`GET ${path} of ${family}`, 'GET', path.replace(':familyId', server.family(family)))
  }
  const hiddenId = secret.uuid()
  for (const path of [`/api/reports/${hiddenId}/receive`, `/api/acts/${hiddenId}/end`])
    await put(`POST ${path}`, 'POST', path, { commandId: secret.uuid() })
  for (const paper of small ? ['a4'] : ['a3', 'a4'])
    await put(`paper ${paper}`, 'GET', `/api/families/${server.family('hansen-ali')}/cloth.pdf?paper=${paper}`)
  return seen
}
