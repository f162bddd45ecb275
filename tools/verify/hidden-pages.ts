import { page as addresses } from '../../web/src/paths.ts'
import type { Browser } from '@playwright/test'
import type { TestServer } from '../../server/testing/lab-for-tests.ts'
import type { Mask } from './hidden-mask.ts'

/** Who looks at pages, in this order: those at home first, then those whose looking is told. */
export const lookers = ['amina', 'jonas', 'sara', 'ingvild', 'geir', 'berit', 'solveig', 'tor', 'kari'] as const
const atHome = new Set<string>(['amina', 'jonas', 'sara'])

/** Every page there is an address for, as it is drawn for somebody in a browser whose clock stands still. */
export async function gatherPages(
  server: TestServer,
  browser: Browser,
  who: string,
  clock: Date,
  mask: Mask,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  })
  try {
    const address = server.url.replace('127.0.0.1', 'localhost')
    await context.addCookies([{ name: 'lab', value: (await server.session(who)).token, url: address }])
    const page = await context.newPage()
    await page.clock.setFixedTime(clock)
    for (const path of Object.values(addresses)) {
      if (!path.startsWith(atHome.has(who) ? '/my' : '/lab')) continue
      const there = path.replace('$familyId', server.family('hansen-ali')).replace('$partyId', server.party('nav'))
      await page.goto(address + there)
      seen.set(`page ${path}`, withoutMinutes(mask(await settled(page))))
    }
  } finally {
    await context.close()
  }
  return seen
}

/** What is drawn, once nothing is on its way and nothing has changed for a moment. */
async function settled(page: {
  waitForLoadState(state: 'networkidle'): Promise<void>
  evaluate(text: string): Promise<unknown>
  waitForTimeout(ms: number): Promise<void>
}): Promise<string> {
  await page.waitForLoadState('networkidle')
  let before = ''
  for (let left = 20; left > 0; left--) {
    const drawn = String(await page.evaluate('document.title + "\\n" + document.body.innerHTML'))
    if (drawn === before) return drawn
    before = drawn
    await page.waitForTimeout(250)
  }
  return before
}

/** Moments are masked before: what is left of them is told to people. The two towns are told minutes apart, and the names React makes hang on what was drawn first. */
function withoutMinutes(html: string): string {
  return html
    .replaceAll(/\b\d{1,2}[.:]\d{2}\b/g, 'hh.mm')
    .replaceAll(/_r_[0-9a-z]+_/g, '_r_')
    .replaceAll(/\b[A-Za-z0-9_-]{40,}\b/g, (long) => `${long.length} letters`)
}
