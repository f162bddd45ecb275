import { chromium, expect, type Page } from '@playwright/test'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findChromium } from '../tools/chromium.mjs'
import { ensureBuilt } from '../tools/ensure-built.mjs'
import { beginNote, openClothOf, openMyCloth, unfold } from './cloth-words.ts'
import { startLab } from './server-for-stories.ts'
import { browserArguments, desk, phone, sessionOf, windowAt, type Persona } from './window.ts'

/** npm run screens: the pictures of the README, from the seed as it is today, in light and in dark. */
const folder = join(import.meta.dirname, '..', 'docs', 'screens')
/** A picture larger than this makes everybody's clone slow. */
const largestBytes = 300_000

interface Screen {
  readonly name: string
  readonly who: Persona | null
  readonly size: typeof phone
  readonly go: (page: Page) => Promise<void>
}

const screens: readonly Screen[] = [
  {
    name: 'sign-in',
    who: null,
    size: desk,
    async go(page) {
      await page.goto('/')
      await expect(page.getByRole('link', { name: 'Logg inn som innbygger' })).toBeVisible()
    },
  },
  ...both('family-home', 'amina', async (page) => {
    await page.goto('/my')
    await expect(page.getByRole('link', { name: 'Se og endre' })).toBeVisible()
  }),
  {
    name: 'consent',
    who: 'amina',
    size: desk,
    async go(page) {
      await page.goto('/my')
      await page.getByRole('link', { name: 'Les og svar' }).click()
      await expect(page.getByRole('heading', { name: 'Hva kan NAV få vite?' })).toBeVisible()
    },
  },
  {
    name: 'consent-phone',
    who: 'amina',
    size: phone,
    async go(page) {
      await page.goto('/my')
      await page.getByRole('link', { name: 'Les og svar' }).click()
      for (const area of ['Arbeid', 'Bolig']) await page.getByRole('checkbox', { name: new RegExp(`^${area}`) }).check()
      for (const person of ['Meg', 'Noor']) await page.getByRole('checkbox', { name: new RegExp(`^${person}`) }).check()
      await page.getByRole('radio', { name: /ønsket/ }).check()
      await page.getByText('Da sier du').evaluate((title) => {
        title.scrollIntoView({ block: 'start' })
        scrollBy(0, -90)
      })
    },
  },
  ...both('consents', 'jonas', async (page) => {
    await page.goto('/my/consents')
    await page.getByRole('button', { name: /^NAV, Arbeid, deg:/ }).click()
    await expect(page.getByRole('button', { name: 'Stopp nå' })).toBeVisible()
  }),
  {
    name: 'cloth-wide',
    who: 'solveig',
    size: desk,
    async go(page) {
      await openClothOf(page, 'Hansen-Ali')
      await expect(page.getByText(/^En hage der Noor kan gå/)).toBeVisible()
    },
  },
  {
    name: 'cloth-phone',
    who: 'amina',
    size: phone,
    async go(page) {
      await openMyCloth(page)
      await unfold(page, 'Det vi drømmer om')
      await expect(page.getByText('Et rom med dør.')).toBeVisible()
    },
  },
  {
    name: 'leader',
    who: 'solveig',
    size: desk,
    async go(page) {
      await page.goto('/lab')
      await expect(page.getByRole('link', { name: 'Hansen-Ali', exact: true })).toBeVisible()
    },
  },
  {
    name: 'family-page',
    who: 'solveig',
    size: desk,
    async go(page) {
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Ved bordet' })).toBeVisible()
    },
  },
]

/** The same page at a desk and, as `…-phone`, on a phone. */
function both(name: string, who: Persona, go: Screen['go']): Screen[] {
  return [
    { name, who, size: desk, go },
    { name: `${name}-phone`, who, size: phone, go },
  ]
}

ensureBuilt()
mkdirSync(folder, { recursive: true })
const lab = await startLab()
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? findChromium() ?? 'chromium',
  args: browserArguments,
})
try {
  for (const screen of screens) for (const colours of ['light', 'dark'] as const) await take(screen, colours)
} finally {
  await browser.close()
  await lab.end()
}

async function take({ name, who, size, go }: Screen, colours: 'light' | 'dark'): Promise<void> {
  const page = await open(who, size, colours)
  const stopWriting = name === 'cloth-wide' ? await aminaWrites() : undefined
  await go(page)
  const file = join(folder, `${name}${colours === 'dark' ? '-dark' : ''}.png`)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
  await page.context().close()
  await stopWriting?.()
  const bytes = statSync(file).size
  console.log(`${file.slice(folder.length + 1).padEnd(28)} ${Math.round(bytes / 1000)} kB`)
  if (bytes > largestBytes) throw new Error(`${file} is larger than ${largestBytes / 1000} kB.`)
}

/** Somebody else at the table, in the middle of a note: what makes the cloth what it is. Nothing of it stays on the cloth afterwards. */
async function aminaWrites(): Promise<() => Promise<void>> {
  const page = await open('amina', phone, 'light')
  await openMyCloth(page)
  await unfold(page, 'Det vi drømmer om')
  const field = await beginNote(page, 'Det vi drømmer om')
  await field.fill('En hage der Noor kan gå ')
  let writes = true
  const written = typeUntil(() => !writes)
  return async () => {
    writes = false
    await written
    await field.fill('')
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/drafts/leave')),
      page.getByRole('button', { name: 'Lukk' }).click(),
    ])
    await page.context().close()
  }

  async function typeUntil(done: () => boolean): Promise<void> {
    for (const letter of 'barbeint hele sommeren') {
      if (done()) return
      await field.press(letter === ' ' ? 'Space' : letter)
      await pause(500)
    }
  }
}

async function open(who: Persona | null, size: typeof phone, colours: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    ...windowAt(lab, { size, colours }),
    deviceScaleFactor: size === phone ? 2 : 1,
  })
  if (who) await context.addCookies([await sessionOf(lab, who)])
  return context.newPage()
}
