import { expect, type Page } from '@playwright/test'

/** Sending a family as somebody does it together with it, by the words that stand there. */

export async function referLeila(
  page: Page,
  hopes = 'At Amir får en fast plass, så jeg kan begynne på kurs.',
): Promise<void> {
  await page.goto('/lab/refer')
  await page.getByRole('radio', { name: /^Ja, vi fyller ut sammen/ }).check()
  await page.getByRole('radio', { name: 'Muntlig' }).check()
  await page.getByLabel('Hvilken dag?').fill(new Date().toISOString().slice(0, 10))
  await page.getByLabel('Navn').fill('Leila Haddad')
  await page.getByLabel('Fødselsdag').fill('1997-03-14')
  await page.getByRole('radio', { name: 'Mor', exact: true }).check()
  await page.getByLabel('Hvilket språk er best?').selectOption('bokmål')
  await page.getByLabel('Med egne ord').fill(hopes)
  await page.getByRole('radio', { name: 'Melding' }).check()
  await page.getByLabel('Telefonnummer').fill('400 00 333')
  await page.getByRole('button', { name: 'Send påmeldingen' }).click()
  await expect(page.getByText('Påmeldingen er sendt')).toBeVisible()
}

/** Before there is a yes one asks about nobody: there is no field for a name. */
export async function askInstead(page: Page, question: string): Promise<void> {
  await page.getByRole('radio', { name: /^Nei, ikke ennå/ }).check()
  await expect(page.getByLabel('Navn')).toHaveCount(0)
  await page.getByRole('button', { name: 'Send spørsmålet' }).click()
  await expect(page.getByText('Skriv hva du lurer på.')).toBeVisible()
  await page.getByLabel('Hva lurer du på?').fill(question)
  await page.getByRole('button', { name: 'Send spørsmålet' }).click()
  await expect(page.getByText('Spørsmålet er sendt')).toBeVisible()
}
