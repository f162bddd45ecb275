import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { signInAs } from '../tools/sign-in-as.ts'
import { startLab, type Lab } from './server-for-stories.ts'

/** Fjordvik, as far as the stories go there. The same short names as in the seed. */
export type Persona = 'amina' | 'jonas' | 'sara' | 'magda' | 'marius' | 'marek' | 'solveig' | 'tor' | 'siri'

/** A phone held upright, and a desk. */
export const phone = { width: 390, height: 844 }
export const desk = { width: 1440, height: 900 }

interface Visit {
  readonly size?: { width: number; height: number }
  readonly colours?: 'light' | 'dark'
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
      const lab = await startLab()
      await use(lab)
      await lab.end()
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  baseURL: async ({ lab }, use) => use(lab.url),
  open: async ({ browser, lab }, use) => {
    const opened: BrowserContext[] = []
    const faults: string[] = []
    await use(async (visit = {}) => {
      const context = await browser.newContext({
        baseURL: lab.url,
        viewport: visit.size ?? desk,
        colorScheme: visit.colours ?? 'light',
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
        reducedMotion: 'reduce',
      })
      opened.push(context)
      context.on('weberror', (fault) => faults.push(fault.error().stack ?? fault.error().message))
      visit.watch?.(context)
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

/** __Host- cookies belong to https; on localhost the browser sends them by http too. */
async function sessionOf(lab: Lab, persona: Persona) {
  const cookie = await signInAs(lab.url, persona)
  const [name = '', value = ''] = [cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1)]
  return { name, value, url: lab.url.replace('http:', 'https:'), httpOnly: true, secure: true, sameSite: 'Lax' as const }
}

export { expect } from '@playwright/test'
