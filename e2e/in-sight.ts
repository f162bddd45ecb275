import { test, type Locator, type Page } from '@playwright/test'

/** Waits until words are nowhere on a page any more, and tells how long it took since `began`. */
export async function msUntilGone(page: Page, words: string, began: number): Promise<number> {
  await page.waitForFunction((sought) => !document.body.innerText.includes(sought), words, { polling: 'raf' })
  const ms = Date.now() - began
  test.info().annotations.push({ type: 'measured', description: `«${words}» was gone after ${ms} ms` })
  return ms
}

/** The same for words that come. */
export async function msUntilSeen(page: Page, words: string, began: number): Promise<number> {
  await page.waitForFunction((sought) => document.body.innerText.includes(sought), words, { polling: 'raf' })
  const ms = Date.now() - began
  test.info().annotations.push({ type: 'measured', description: `«${words}» was there after ${ms} ms` })
  return ms
}

/** Whether something can be seen: it is drawn, and nothing that one cannot see through lies over its middle. */
export async function isInSight(thing: Locator): Promise<boolean> {
  if ((await thing.count()) === 0) return false
  await thing.scrollIntoViewIfNeeded()
  return thing.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + height / 2)
    if (width === 0 || !above || element.contains(above)) return width > 0
    const cover = above.closest('dialog')
    const opaque = (colour: string) => /^rgb\(|^oklch\([^/]*\)$|^color\([^/]*\)$/.test(colour)
    return !cover || !opaque(getComputedStyle(cover, '::backdrop').backgroundColor)
  })
}
