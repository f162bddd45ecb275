import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody makes a plan, answers and decides, by the words that stand there. */

export async function openMyPlan(page: Page): Promise<void> {
  await page.goto('/my')
  await page.getByRole('link', { name: 'Se målene' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Planen (deres|din)$/ })).toBeVisible()
}

export async function openPlanOf(page: Page, family: string): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name: family, exact: true }).click()
  await page.getByRole('link', { name: 'Åpne planen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Planen' })).toBeVisible()
}

export async function openAccountOf(page: Page, family: string): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name: family, exact: true }).click()
  await page.getByRole('link', { name: 'Åpne regnskapet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Regnskapet' })).toBeVisible()
}

/** A goal with all that is done for it. */
export function goal(page: Page, words: string): Locator {
  return page.getByRole('region', { name: words })
}

/** The card of a decision, by what it decides. */
export function decision(page: Page, what: string): Locator {
  return page.getByRole('article', { name: what, exact: true })
}

interface Measure {
  readonly words: string
  readonly who: string
  readonly name?: string
  readonly payer?: string
  readonly kroner?: string
  readonly worth?: string
}

export async function addMeasure(page: Page, toGoal: string, measure: Measure): Promise<void> {
  await goal(page, toGoal).getByRole('button', { name: 'Legg til noe vi gjør' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Hva skal gjøres?' }).fill(measure.words)
  await form.getByLabel('Hvem gjør det?').selectOption({ label: measure.who })
  if (measure.name) await form.getByLabel('Hvem er det?').fill(measure.name)
  if (measure.payer) await form.getByLabel('Hvem betaler?').first().selectOption({ label: measure.payer })
  if (measure.kroner) await form.getByLabel('Hvor mange kroner?').fill(measure.kroner)
  if (measure.worth) await form.getByLabel('Hva er innsatsen verdt?').fill(measure.worth)
  await form.getByRole('button', { name: 'Legg til i planen' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: measure.words })).toBeVisible()
}

/** Opens the form of a decision on a measure. */
export async function propose(page: Page, measure: string): Promise<Locator> {
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: measure, exact: true }) })
    .getByRole('button', { name: 'Foreslå en beslutning' })
    .click()
  return page.getByRole('dialog')
}
