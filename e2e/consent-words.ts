import { expect, type Page } from '@playwright/test'

/** How a person answers a service, by the words that stand there. */

export async function openSentenceOf(page: Page, service: string): Promise<void> {
  await page.goto('/my/consents')
  await page.getByRole('link', { name: `Svar om ${service}` }).click()
  await expect(page.getByRole('heading', { name: `Hva kan ${service} få vite?` })).toBeVisible()
}

/** A yes as a person gives it: tick by tick, to the wished day. Persons by the names on their tiles. */
export async function sayYes(page: Page, service: string, areas: string[], persons: string[]): Promise<void> {
  await openSentenceOf(page, service)
  for (const each of [...areas, ...persons]) await page.getByRole('checkbox', { name: new RegExp(`^${each}`) }).check()
  await page.getByRole('radio', { name: /ønsket/ }).check()
  await page.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  await expect(page.getByRole('heading', { name: 'Du sa ja' })).toBeVisible()
}
