import type { Page } from '@playwright/test'

export const reason = 'Elias er hentet i ambulanse. Vi må vite hvem han er trygg hos.'

/** The page, with nothing open from before. */
export async function toBreakGlass(page: Page): Promise<void> {
  await page.goto('/lab/break-glass')
  const form = page.getByRole('button', { name: 'Åpne nå' })
  const close = page.getByRole('button', { name: 'Avslutt innsyn nå' })
  await form.or(close).first().waitFor()
  if (await form.isVisible()) return
  await close.click()
  await close.waitFor({ state: 'hidden' })
  await page.goto('/lab/break-glass')
  await form.waitFor()
}

/** Who the family is, as somebody who knows a member by name and birth day types it. */
export async function nameSomebody(page: Page, name: string, born: string): Promise<void> {
  await page.getByRole('radio', { name: 'Med navn og fødselsdato' }).check()
  await page.getByLabel('Hele navnet').fill(name)
  await page.getByLabel('Fødselsdato', { exact: true }).fill(born)
}

/** Areas, minutes and why. */
export async function sayWhy(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Bolig' }).check()
  await page.getByLabel('Hvor lenge?').selectOption({ label: '30 minutter' })
  await page.getByRole('textbox', { name: 'Hvorfor haster det?' }).fill(reason)
}

/** Opens the Hansen-Alis by the name of Elias. */
export async function openHansenAli(page: Page, born: string): Promise<void> {
  await toBreakGlass(page)
  await nameSomebody(page, 'Elias Hansen Ali', born)
  await sayWhy(page)
  await page.getByRole('button', { name: 'Åpne nå' }).click()
  await page.getByRole('heading', { level: 1, name: /Hansen-Ali/ }).waitFor()
}
