import { expect, type Page } from '@playwright/test'

/** Sending a family as somebody does it together with it, by the words that stand there. */

export async function referLeila(page: Page): Promise<void> {
  await page.goto('/lab/refer')
  await page.getByRole('radio', { name: /^Ja, vi fyller ut sammen/ }).check()
  await page.getByRole('radio', { name: 'Muntlig' }).check()
  await page.getByLabel('Hvilken dag?').fill(new Date().toISOString().slice(0, 10))
  await page.getByLabel('Navn').fill('Leila Haddad')
  await page.getByLabel('Fødselsdag').fill('1997-03-14')
  await page.getByRole('radio', { name: 'Mor', exact: true }).check()
  await page.getByLabel('Hvilket språk er best?').selectOption('bokmål')
  await page.getByLabel('Med egne ord').fill('At Amir får en fast plass, så jeg kan begynne på kurs.')
  await page.getByRole('radio', { name: 'Melding' }).check()
  await page.getByLabel('Telefonnummer').fill('400 00 333')
  await page.getByRole('button', { name: 'Send påmeldingen' }).click()
  await expect(page.getByText('Påmeldingen er sendt')).toBeVisible()
}
