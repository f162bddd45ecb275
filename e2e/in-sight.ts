import { test, type Page } from '@playwright/test'

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

/** The moment a press leaves somebody's device. */
export function whenSent(page: Page, act: string): Promise<number> {
  return page.waitForRequest((request) => request.url().endsWith(`/${act}`)).then(() => performance.now())
}
