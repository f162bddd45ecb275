import { expect, type Page } from '@playwright/test'

/** How somebody answers for how they are doing, and places the journey, by the words that stand there. */

export async function openMyJourney(page: Page): Promise<void> {
  await page.goto('/my')
  await page.getByRole('link', { name: 'Reisen', exact: true }).filter({ visible: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Slik har du det' })).toBeVisible()
}

export async function openJourneyOf(page: Page, family: string): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name: family, exact: true }).click()
  await page.getByRole('link', { name: 'Åpne reisen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reisen' })).toBeVisible()
}

/** The sentence that fits for a domain, and a few words. */
export async function placeDomain(page: Page, domain: string, sentence: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `Svar om ${domain}` }).click()
  await page.getByRole('radio', { name: new RegExp(`^${sentence}`) }).check()
  await page.getByRole('textbox', { name: 'Vil du si noe mer? Du kan også la være.' }).fill(words)
  await page.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** A point of the drawing, by how its words begin. */
export function point(page: Page, begins: string) {
  return page.getByRole('group', { name: /^Hele veien/ }).getByRole('button', { name: new RegExp(`^${begins}`) })
}

interface Said {
  /** null: would rather not answer. */
  readonly score: string | null
  readonly words: string
  /** Who may read it; without it, nobody else. */
  readonly reader?: string
}

/** One's own answer to how one is doing. */
export async function answerWellbeing(page: Page, { score, words, reader }: Said): Promise<void> {
  await page.getByRole('button', { name: 'Svar nå' }).click()
  if (score === null) await page.getByRole('radio', { name: 'Jeg vil ikke svare på dette' }).check()
  else await page.getByRole('radio', { name: score, exact: true }).check()
  await page.getByRole('textbox').fill(words)
  if (reader) await page.getByRole('radio', { name: reader }).check()
  await page.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(page.getByText('Svaret ditt er lagret.')).toBeVisible()
}
