import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { keepAddresses } from './kept.ts'
import { laidIn } from './laid-once.ts'
import { startLab, type Lab } from './server-for-stories.ts'
import { sessionOf, windowAt, type Look, type Persona } from './window.ts'

interface Visit extends Look {
  /** What is done to this window cannot be undone (its clock): nobody gets it afterwards. */
  readonly alone?: boolean
  /** Called before the first page opens, with what will carry all its traffic. */
  readonly watch?: (context: BrowserContext) => void
}

export interface Fixtures {
  /** A window of nobody yet. */
  open: (visit?: Visit) => Promise<Page>
  /** A window of somebody who has signed in a moment ago. Sign-in itself has its own story; here it is set-up. */
  as: (persona: Persona, visit?: Visit) => Promise<Page>
}

interface WorkerFixtures {
  /** Names the file: files with different names never share a lab, nor what happened in it. */
  story: string
  lab: Lab
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  story: ['', { scope: 'worker', option: true }],
  lab: [
    async ({ story: _story }, use) => {
      const lab = await startLab(laidIn())
      await use(lab)
      await lab.end()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  open: async ({ browser, lab }, use) => {
    const opened: BrowserContext[] = []
    const faults: string[] = []
    await use(async (visit = {}) => {
      const context = await browser.newContext(windowAt(lab, visit))
      opened.push(context)
      context.on('weberror', (fault) => faults.push(fault.error().stack ?? fault.error().message))
      visit.watch?.(context)
      keepAddresses(context)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
    if (faults.length > 0) throw new Error(`A page threw an error that nobody caught:\n${faults.join('\n')}`)
  },
  as: async ({ open, lab }, use) => {
    await use(async (persona, visit) => {
      const page = await open(visit)
      await page.context().addCookies([await sessionOf(lab, persona)])
      return page
    })
  },
})

export { desk, phone } from './window.ts'
export { expect } from '@playwright/test'
