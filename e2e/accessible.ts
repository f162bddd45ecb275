import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { page as pages } from '../web/src/paths.ts'
import { leftInNorwegian, turnToEnglish } from './in-english.ts'
import { everywhere, placesOf } from './places/all.ts'
import { test } from './lent-windows.ts'
import { desk, expect, phone } from './story.ts'

const widths = { phone, desk }
/** 400 per cent of the letters on a screen of 1280 (REQ-96). */
const narrowest = { width: 320, height: 640 }

/**
 * Goes everywhere at one width, and asks axe in light and in dark. Where it stands it then turns to English and asks once more: at the
 * narrowest, where words have least room, and in one of the colours, which are the same in every language.
 */
export function goEverywhere(width: 'phone' | 'desk'): void {
  test('every page of the product is on the list', () => {
    expect(Object.keys(placesOf).sort()).toEqual(Object.keys(pages).sort())
    expect(Object.values(placesOf).filter((places) => places.length === 0)).toEqual([])
  })

  for (const { address, place } of everywhere) {
    if (place.only && place.only !== width) continue
    test(place.is, async ({ as, open }) => {
      const page = await place.go({ as, open, size: widths[width], wide: width === 'desk' })
      if (address !== null) expect(new URL(page.url()).pathname).toMatch(pattern(address))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await faultsOn(page), colorScheme).toEqual([])
      }
      if (width === 'phone') {
        await page.setViewportSize(narrowest)
        await expect.poll(() => wider(page), 'what stands wider than 320 px').toEqual([])
      }
      if (place.onlyNorwegian || width !== (place.only ?? 'phone')) return
      await turnToEnglish(page)
      expect(await leftInNorwegian(page), 'bokmål on an English page').toEqual([])
      expect(await faultsOn(page), 'in English').toEqual([])
      if (width === 'phone') await expect.poll(() => wider(page), 'what stands wider in English').toEqual([])
    })
  }
}

/** axe with all its rules, and the one on the size of targets that it keeps back. The whole page; one line a fault. */
async function faultsOn(page: Page): Promise<string[]> {
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
