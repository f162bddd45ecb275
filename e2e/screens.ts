import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findChromium } from '../tools/chromium.mjs'
import { ensureBuilt } from '../tools/ensure-built.mjs'
import { beginNote, openClothOf, openMyCloth, unfold } from './cloth-words.ts'
import { everywhere } from './places/all.ts'
import type { Town } from './places/place.ts'
import { startLab } from './server-for-stories.ts'
import { browserArguments, desk, phone, sessionOf, windowAt } from './window.ts'

/**
 * npm run screens: the whole course in pictures, each page once on a phone and once at a desk, from the seed as it is today. The pages are
 * gone to as the places of the stories go to them, so a picture never shows what is not tested.
 */
const folder = join(import.meta.dirname, '..', 'docs', 'screens')
/** A picture larger than this makes everybody's clone slow; all together, six megabytes. */
const largestBytes = 200_000
const sharpness = 82

interface Screen {
  readonly name: string
  /** The place it shows, by what it is called in e2e/places; or its own way there. */
  readonly place: string | ((town: Town) => Promise<Page>)
  /** The heading the picture begins with, where that is not the top of the page. */
  readonly from?: string
  /** Where dark shows something that light does not. */
  readonly dark?: true
  readonly only?: 'phone' | 'desk'
  /** Drawn once for a phone and once for a desk, and not the same thing made wider. */
  readonly twice?: true
}

/** In the order a family comes through. What one place leaves behind, the next may stand on. */
const course: readonly Screen[] = [
  { name: 'sign-in', place: 'the way in' },
  { name: 'refer', place: 'sending a family, too early' },
  { name: 'door', place: 'the door, with a family and a question' },
  { name: 'agreement', place: 'the agreement, to be read by who has only just come in' },
  { name: 'start', place: 'how it goes, on the way in' },
  { name: 'door-family', place: 'a family at the door with its answer, and a leader asked for' },
  { name: 'home', place: 'home, with services to answer', dark: true },
  { name: 'consent', place: 'the sentence, ticked, with all areas open' },
  { name: 'consents', place: 'the picture, a yes explained', dark: true },
  { name: 'families', place: 'the families of the one who leads' },
  { name: 'family', place: 'a family, as the one who leads sees it' },
  { name: 'cloth', place: 'the cloth, filled', only: 'phone' },
  {
    name: 'meeting',
    place: 'the meeting, on, by the leader, with somebody at the door and the link to the screen',
    twice: true,
  },
  {
    name: 'my-meeting',
    place: 'my meeting, on: something open, something about to be opened, and somebody who waits for my yes',
    twice: true,
  },
  { name: 'waiting-room', place: 'the waiting room' },
  { name: 'guest', place: 'the table, as a guest with a pen', twice: true },
  { name: 'screen', place: 'the large screen, with something open', only: 'desk', dark: true },
  { name: 'screen-pause', place: 'the large screen, in a pause', only: 'desk' },
  { name: 'meeting-hours', place: 'the meeting, over, with its hours' },
  { name: 'my-plan', place: 'the plan of a family, with an answer to give' },
  { name: 'plan', place: 'the plan for a service, green and amber', from: 'Læreplass som lydtekniker' },
  { name: 'asked', place: 'asked for a yes under my mandate' },
  { name: 'signing', place: 'signing: a plan that all have signed, one of them drawn' },
  { name: 'signing-by-leader', place: 'signing: a plan in force, for the one who leads' },
  { name: 'promises', place: 'promises: what I am owed, one of them late, and what I promised' },
  { name: 'owe', place: 'promises: what I owe, refused without a reason' },
  { name: 'my-account', place: 'what it costs, for one who is alone' },
  { name: 'account', place: 'the ledger of a family, with a correction' },
  {
    name: 'my-journey',
    place: 'how I am doing and the journey, with a step back and two views',
    from: 'Reisen deres',
    dark: true,
  },
  { name: 'journey', place: 'the journey of a family, for the one who leads' },
  { name: 'report', place: 'the report to come, for management' },
  { name: 'figures', place: 'the figures to come, for the economist' },
  // Last, because what she writes stays on the cloth.
  { name: 'cloth', place: beingWritten, only: 'desk', dark: true },
]

ensureBuilt()
mkdirSync(folder, { recursive: true })
for (const old of readdirSync(folder)) rmSync(join(folder, old))
const lab = await startLab()
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? findChromium() ?? 'chromium',
  args: browserArguments,
})
let bytes = 0
try {
  for (const screen of course) await take(screen)
  console.log(`${(bytes / 1_000_000).toFixed(1)} MB`)
} finally {
  await browser.close()
  await lab.end()
}

async function take(screen: Screen): Promise<void> {
  const sizes = screen.only ? [screen.only] : screen.twice ? (['phone', 'desk'] as const) : (['phone'] as const)
  for (const at of sizes) {
    const contexts: BrowserContext[] = []
    const page = await wayTo(screen)(townAt(at, contexts))
    await picture(page, screen, at)
    if (!screen.only && !screen.twice) {
      await page.setViewportSize(desk)
      await picture(page, screen, 'desk')
    }
    await Promise.all(contexts.map((context) => context.close()))
  }
}

function wayTo({ place }: Screen): (town: Town) => Promise<Page> {
  if (typeof place !== 'string') return place
  const found = everywhere.find((each) => each.place.is === place)
  if (!found) throw new Error(`No place in e2e/places is called "${place}".`)
  return found.place.go
}

function townAt(at: 'phone' | 'desk', contexts: BrowserContext[]): Town {
  const open: Town['open'] = async (visit = {}) => {
    const context = await browser.newContext(windowAt(lab, visit))
    contexts.push(context)
    return context.newPage()
  }
  return {
    open,
    async as(persona, visit) {
      const page = await open(visit)
      await page.context().addCookies([await sessionOf(lab, persona)])
      return page
    },
    size: at === 'phone' ? phone : desk,
    wide: at === 'desk',
  }
}

async function picture(page: Page, screen: Screen, at: 'phone' | 'desk'): Promise<void> {
  for (const colorScheme of screen.dark ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(async () => {
      await document.fonts.ready
      scrollTo(0, 0)
    })
    if (screen.from)
      await page
        .getByRole('heading', { name: screen.from, exact: true })
        .evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top - 40))
    const name = `${screen.name}${at === 'phone' ? '-phone' : ''}${colorScheme === 'dark' ? '-dark' : ''}.webp`
    const browserItself = await page.context().newCDPSession(page)
    // A telephone's picture is sharp at twice its size; a desk's would be four times as much to fetch.
    const { width, height } = at === 'phone' ? phone : desk
    await browserItself.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: at === 'phone' ? 2 : 1,
      mobile: false,
    })
    // Playwright writes PNG and JPEG; WebP is a third of either, and every letter stays sharp.
    const { data } = await browserItself.send('Page.captureScreenshot', { format: 'webp', quality: sharpness })
    await browserItself.detach()
    const file = Buffer.from(data, 'base64')
    writeFileSync(join(folder, name), file)
    bytes += file.length
    console.log(`${name.padEnd(32)} ${String(Math.round(file.length / 1000))} kB`)
    if (file.length > largestBytes) throw new Error(`${name} is larger than ${String(largestBytes / 1000)} kB.`)
  }
}

/** The cloth with somebody else at the table, in the middle of a note: what makes it what it is. */
async function beingWritten(town: Town): Promise<Page> {
  const amina = await town.as('amina', { size: phone })
  await openMyCloth(amina)
  await unfold(amina, 'Det vi drømmer om')
  const field = await beginNote(amina, 'Det vi drømmer om')
  await field.fill('En hage der Noor kan gå ')
  // She writes until her window closes; nobody waits for her.
  void (async () => {
    for (const letter of 'barbeint hele sommeren, og langt ut på høsten, og når det regner, og helt til snøen kommer') {
      await field.press(letter === ' ' ? 'Space' : letter)
      await pause(500)
    }
  })().catch(() => undefined)
  const page = await town.as('solveig', { size: town.size })
  await openClothOf(page, 'Hansen-Ali')
  await page.getByText(/^En hage der Noor kan gå/).waitFor()
  return page
}
