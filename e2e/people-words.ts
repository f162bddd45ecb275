import type { Page } from '@playwright/test'

/** From the leader's list to who belongs to one family. */
export async function openFamilyOf(page: Page, name: string): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('link', { name: 'Hvem hører til, og hvem svarer for hvem' }).click()
}
