import { expect, type Page } from '@playwright/test'

/** How a person answers a service, by the words that stand there. */

export async function openSentenceOf(page: Page, service: string): Promise<void> {
  await page.goto('/my/consents')
  await page.getByRole('link', { name: `Svar om ${service}` }).click()
  await expect(page.getByRole('heading', { name: `Hva kan ${service} få vite?` })).toBeVisible()
}

/** A yes as a person gives it: tick by tick, to the wished day or another that stands there. Persons by the names on their tiles. */
export async function sayYes(
  page: Page,
  service: string,
  areas: string[],
  persons: string[],
  until = /ønsket/,
): Promise<void> {
  await openSentenceOf(page, service)
  for (const each of [...areas, ...persons]) {
    const tile = page.getByRole('checkbox', { name: new RegExp(`^${each}`) })
    // The rest of the areas is folded away.
    if (!(await tile.isVisible())) await page.getByText(/områder? til$/).click()
    await tile.check()
  }
  await page.getByRole('radio', { name: until }).check()
  await page.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  await expect(page.getByRole('heading', { name: 'Du sa ja' })).toBeVisible()
}

/** Stops all that a service may read, from the picture. */
export async function stopService(page: Page, service: string): Promise<void> {
  await page
    .getByRole('region', { name: service })
    .getByRole('button', { name: `Stopp ${inSentence(service)}` })
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Stopp ${inSentence(service)}` })
    .click()
}

/** NAV is written as it writes itself; the others in small letters. */
const inSentence = (service: string) => (service === service.toUpperCase() ? service : service.toLowerCase())
