import type { Page } from '@playwright/test'
import type { Fixtures } from '../story.ts'

/** Something that can be on the screen: a page, or a page in one of its states. */
export interface Place {
  /** Says what is on the screen: it becomes the name of the test. */
  readonly is: string
  /** Only where there is room for a table, or only where there is not. */
  readonly only?: 'phone' | 'desk'
  /** Why it does not speak English, where it does not. */
  readonly onlyNorwegian?: string
  /** Goes there as somebody would, and waits until it stands. */
  readonly go: (town: Town) => Promise<Page>
}

export interface Town extends Fixtures {
  readonly size: { width: number; height: number }
  readonly wide: boolean
}

/** Lets the server's answer wait for ever, or never come. */
export async function withoutAnswer(page: Page, address: string | RegExp, how: 'waits' | 'lost' | 500): Promise<void> {
  await page.route(address, async (route) => {
    if (how === 'lost') await route.abort('connectionfailed')
    else if (how !== 'waits') await route.fulfill({ status: how, json: { refused: 'server-fault' } })
  })
}
