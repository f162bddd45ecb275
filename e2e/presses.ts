import type { Page } from '@playwright/test'

/** Counts every press and key in a page, however the story brings it about. Keys that only move or rest (Shift, Control) count too. */
export async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { presses: number }
    counted.presses = 0
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => counted.presses++, { capture: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { presses: number }).presses)
}
