import type { Page } from '@playwright/test'

/** From the family's page to the one way in, as somebody who works here goes. */
export async function openLawOf(page: Page, family: string): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name: family, exact: true }).first().click()
  await page.getByRole('link', { name: 'Meld fra etter loven' }).click()
  await page.getByRole('group', { name: 'Hva gjelder det?' }).waitFor()
}

export const seen = 'Noor lå alene i senga klokka ni. Ingen voksne var hjemme.'
export const necessity = 'Mona må vite om boligen før hjemmebesøket i dag.'

/** A worry about Noor, sent to child welfare. */
export async function report(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Melde fra til barnevernstjenesten', exact: true }).check()
  await page.getByRole('radio', { name: /^Plikt til å melde fra til barnevernstjenesten/ }).check()
  await page.getByRole('checkbox', { name: /^Noor/ }).check()
  await page.getByRole('textbox', { name: 'Hva har du sett eller hørt?' }).fill(seen)
  await page.getByRole('radio', { name: 'Ja, jeg har sagt det' }).check()
  await page.getByRole('button', { name: 'Send meldingen' }).click()
  await page.getByText('Meldingen er sendt til barnevernet.').waitFor()
}

/** Mona is let read about the home, and the family is told at once. */
export async function letMonaRead(page: Page, until: string): Promise<void> {
  await page.getByRole('radio', { name: 'La én person i en tjeneste lese' }).check()
  await page.getByRole('radio', { name: /^Det er nødvendig for å unngå fare for liv eller helse/ }).check()
  await page.getByLabel('Hvem skal få lese?').selectOption({ label: 'Mona Vik, Helsestasjonen' })
  await page.getByRole('checkbox', { name: 'Bolig' }).check()
  await page.getByLabel('Til og med hvilken dag?').fill(until)
  await page.getByRole('textbox', { name: 'Hvorfor er det nødvendig?' }).fill(necessity)
  await page.getByRole('radio', { name: 'Med én gang' }).check()
  await page.getByRole('button', { name: 'La personen lese' }).click()
  await page.getByText('Mona Vik kan lese nå.').waitFor()
}

/** Some days from now, as a date field takes it. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
