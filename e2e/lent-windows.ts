import type { Browser, BrowserContext, Page } from '@playwright/test'
import { keepAddresses } from './kept.ts'
import { test as base, type Fixtures } from './story.ts'
import type { Lab } from './server-for-stories.ts'
import { windowAt } from './window.ts'

/** Windows that one place after another is seen in. */
interface Windows {
  borrow(): Promise<Page>
  /** Empties the window for the next, or closes it when that cannot be done. */
  giveBack(page: Page): Promise<void>
}

/**
 * Stories that only look at places, one after another. A new window costs five times what the visit itself costs (a process, every script
 * read anew), so they lend each other theirs: without cookies, without anything kept, at the size and in the colour they ask for.
 */
export const test = base.extend<Fixtures, { windows: Windows }>({
  windows: [
    async ({ browser, lab }, use) => {
      const contexts: BrowserContext[] = []
      await use(windowsOf(browser, lab, contexts))
      await Promise.all(contexts.map((context) => context.close()))
    },
    { scope: 'worker' },
  ],
  open: async ({ open, windows }, use) => {
    const borrowed: Page[] = []
    const faults: string[] = []
    const noticed = (fault: Error) => faults.push(fault.stack ?? fault.message)
    await use(async (visit = {}) => {
      const { alone, watch, colours = 'light', speaks, size } = visit
      if (alone || watch || speaks || !size) return open(visit)
      const page = await windows.borrow()
      borrowed.push(page)
      page.on('pageerror', noticed)
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme: colours })
      return page
    })
    for (const page of borrowed) {
      page.off('pageerror', noticed)
      await windows.giveBack(page)
    }
    if (faults.length > 0) throw new Error(`A page threw an error that nobody caught:\n${faults.join('\n')}`)
  },
})

function windowsOf(browser: Browser, lab: Lab, contexts: BrowserContext[]): Windows {
  const free: Page[] = []
  return {
    async borrow() {
      const page = free.pop()
      if (page) return page
      const context = await browser.newContext(windowAt(lab, {}))
      contexts.push(context)
      keepAddresses(context)
      return context.newPage()
    },
    async giveBack(page) {
      try {
        await empty(page, lab)
        free.push(page)
      } catch {
        await page.context().close()
      }
    },
  }
}

async function empty(page: Page, lab: Lab): Promise<void> {
  const context = page.context()
  if (context.pages().length !== 1) throw new Error('another window was opened out of this one')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(false)
  await page.evaluate(() => {
    sessionStorage.clear()
  })
  await page.goto('about:blank')
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: lab.url, storageTypes: 'all' })
  await session.detach()
  await context.clearCookies()
}
