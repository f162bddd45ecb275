import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import axe from 'axe-core'
import { leftInNorwegian, turnToEnglish } from './in-english.ts'
import { page as pages } from '../web/src/paths.ts'
import { everywhere, placesOf } from './places/all.ts'
import { test } from './lent-windows.ts'
import { desk, expect, phone } from './story.ts'

/** The parts of the product, each with a town of its own: what the family meets, what those who work meet, and the table with its cloth. */
type Part = 'family' | 'work' | 'table'
/** What is drawn twice is gone to in a town for each width: who goes to a place may leave it changed. */
type Width = 'phone' | 'desk'

const atTheTable: readonly string[] = [
  pages.myCloth,
  pages.familyCloth,
  pages.myMeeting,
  pages.familyMeeting,
  pages.table,
  pages.screen,
]

/** A table where there is room for one, and else a list: not the same thing made wider. */
const drawnTwice: readonly (string | null)[] = [pages.myCloth, pages.familyCloth]

function partOf(address: string | null): Part {
  if (address !== null && atTheTable.includes(address)) return 'table'
  return address?.startsWith(pages.families) ? 'work' : 'family'
}

/** 400 per cent of the letters on a screen of 1280 (REQ-96). */
const narrowest = { width: 320, height: 640 }

type Light = 'light' | 'dark'
const bothLights: readonly Light[] = ['light', 'dark']

/** `npm run verify -- axe`: every place in every light, at both widths, in both languages (tools/verify/axe.ts). */
const everyLook = process.env['EVERY_LOOK'] !== undefined

/**
 * Else some, drawn anew each time (the seed is told before the first story), so that the whole of `npm test` keeps its ten minutes: an eighth of all places.
 * `.ci/run` goes besides to one of so many of each page's, and at least one of each page (0018). The same in every process of one run.
 */
const ofEachPage = process.env['PLACES_ONE_OF']
const isDrawn = new Set(
  everyLook ? everywhere : ofEachPage ? drawnOfEachPage(Number(ofEachPage)) : drawn(everywhere, 8),
)

type Somewhere = (typeof everywhere)[number]

function drawn(places: readonly Somewhere[], oneOf: number): Somewhere[] {
  const shuffled = places.toSorted((one, other) => luckOf(one.place.is) - luckOf(other.place.is))
  return shuffled.slice(0, Math.ceil(places.length / oneOf))
}

function drawnOfEachPage(oneOf: number): Somewhere[] {
  const addresses = [...new Set(everywhere.map(({ address }) => address))]
  return addresses.flatMap((address) =>
    drawn(
      everywhere.filter((each) => each.address === address),
      oneOf,
    ),
  )
}

function luckOf(name: string): number {
  const seed = process.env['PLACES_SEED'] ?? ''
  return createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE(0)
}

/** Each in one light on a telephone and in the other at a desk; and in English at the narrowest. */
function drawLights(): Readonly<Record<Width, readonly Light[]>> {
  if (everyLook) return { phone: bothLights, desk: bothLights }
  return Math.random() < 0.5 ? { phone: ['light'], desk: ['dark'] } : { phone: ['dark'], desk: ['light'] }
}

/**
 * Goes to every place of one part, at both widths, and asks axe in light and in dark; at the narrowest it turns to English where it stands and
 * asks once more, because words have least room there. What is the same thing at every width is gone to once and the window is made wider;
 * a table that is a list on a telephone is another thing, and is gone to twice.
 */
export function goEverywhere(part: Part, width: Width = 'phone'): void {
  test('every page of the product is on the list', () => {
    expect(Object.keys(placesOf).sort()).toEqual(Object.keys(pages).sort())
    expect(Object.values(placesOf).filter((places) => places.length === 0)).toEqual([])
  })

  for (const here of everywhere) {
    const { address, place } = here
    if (partOf(address) !== part || !isDrawn.has(here)) continue
    const twice = drawnTwice.includes(address) && !place.only
    if (place.only !== 'desk' && width === 'phone')
      test(twice ? `${place.is}, on a telephone` : place.is, async ({ as, open }) => {
        const lights = drawLights()
        const page = await place.go({ as, open, size: phone, wide: false })
        stands(page, address)
        await noFaults(page, lights.phone)
        await page.setViewportSize(narrowest)
        await expect.poll(() => wider(page), 'what stands wider than 320 px').toEqual([])
        if (!twice && !place.only) {
          await page.setViewportSize(desk)
          await noFaults(page, lights.desk)
          await page.setViewportSize(narrowest)
        }
        if (place.onlyNorwegian) return
        await inEnglish(page)
        await expect.poll(() => wider(page), 'what stands wider in English').toEqual([])
        if (!everyLook || twice || place.only) return
        await page.setViewportSize(desk)
        await noFaults(page, bothLights)
      })
    if (place.only === 'desk' ? part !== 'table' || width === 'desk' : twice && width === 'desk')
      test(twice ? `${place.is}, at a desk` : place.is, async ({ as, open }) => {
        const page = await place.go({ as, open, size: desk, wide: true })
        stands(page, address)
        await noFaults(page, drawLights().desk)
        if ((everyLook || !twice) && !place.onlyNorwegian) await inEnglish(page)
      })
  }
}

function stands(page: Page, address: string | null): void {
  if (address !== null) expect(new URL(page.url()).pathname).toMatch(pattern(address))
}

async function noFaults(page: Page, lights: readonly Light[]): Promise<void> {
  for (const colorScheme of lights) {
    await page.emulateMedia({ colorScheme })
    expect(await faultsOn(page), `${page.viewportSize()?.width ?? ''} px, ${colorScheme}`).toEqual([])
  }
}

async function inEnglish(page: Page): Promise<void> {
  await turnToEnglish(page)
  expect(await leftInNorwegian(page), 'bokmål on an English page').toEqual([])
  await noFaults(page, everyLook ? bothLights : ['light'])
}

/** axe with all its rules, and the one on the size of targets that it keeps back. The whole page; one line a fault. */
async function faultsOn(page: Page): Promise<string[]> {
  test.info().annotations.push({ type: 'look' })
  // The script is longer to read than its rules are to run: once on each document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    })
    return found.violations
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** What would have to be scrolled to the side for. */
function wider(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
      .slice(0, 5)
  })
}

/** '/lab/families/$familyId' as addresses look. */
function pattern(address: string): RegExp {
  return new RegExp(`^${address.replace(/\$\w+/g, '[^/]+')}/?$`)
}
