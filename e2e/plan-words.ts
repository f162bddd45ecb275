import { expect, type Locator, type Page } from '@playwright/test'
import { openMenu } from './cloth-words.ts'

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
  /** The last day; without it the form's own. */
  readonly due?: string
  /** A second payer, and what it pays. */
  readonly alsoPays?: readonly [payer: string, kroner: string]
}

export async function addMeasure(page: Page, toGoal: string, measure: Measure): Promise<void> {
  await goal(page, toGoal).getByRole('button', { name: 'Legg til noe vi gjør' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Hva skal gjøres?' }).fill(measure.words)
  await form.getByLabel('Hvem gjør det?').selectOption({ label: measure.who })
  if (measure.name) await form.getByLabel('Hvem er det?').fill(measure.name)
  if (measure.payer) await form.getByLabel('Hvem betaler?').first().selectOption({ label: measure.payer })
  if (measure.kroner) await form.getByLabel('Hvor mange kroner?').first().fill(measure.kroner)
  if (measure.alsoPays) {
    await form.getByRole('button', { name: 'Legg til en som betaler' }).click()
    await form.getByLabel('Hvem betaler?').last().selectOption({ label: measure.alsoPays[0] })
    await form.getByLabel('Hvor mange kroner?').last().fill(measure.alsoPays[1])
  }
  if (measure.due) await form.getByLabel('Senest').fill(measure.due)
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

interface FromNote {
  readonly note: string
  readonly words: string
  readonly term: 'Kort sikt' | 'Lang sikt'
  readonly area: string
}

/** A note on the cloth becomes a goal; too early one is told what is missing. */
export async function makeGoal(page: Page, { note, words, term, area }: FromNote): Promise<void> {
  await openMenu(page, note)
  await page.getByRole('button', { name: 'Gjør til et mål' }).filter({ visible: true }).click()
  const form = page.getByRole('dialog', { name: 'Lag et mål fra en lapp' })
  await form.getByRole('button', { name: 'Lag målet' }).click()
  await expect(form.getByText('Velg lapp, område og tid, og skriv målet.')).toBeVisible()
  await form.getByLabel('Målet med få ord').fill(words)
  await form.getByRole('radio', { name: term }).check()
  await form.getByLabel('Hva handler det om?').selectOption({ label: area })
  await expect(form.getByText(`De som kan lese om ${area.toLowerCase()}, kan lese målet.`)).toBeVisible()
  await form.getByRole('button', { name: 'Lag målet' }).click()
  await expect(page.getByText('Målet står i planen nå.')).toBeVisible()
}

/** Fills in the form of a decision that the law asks a ground for; without the ground it is refused, and nothing written is lost. */
export async function layBefore(page: Page, measure: string, costs: { kroner: string; ground: string }): Promise<void> {
  const form = await propose(page, measure)
  await expect(form.getByLabel('Hvor mange kroner, til sammen?')).toHaveValue(costs.kroner)
  await form.getByLabel('Hva er det i loven?').selectOption({ label: 'Enkeltvedtak' })
  await form.getByRole('button', { name: 'Legg fram' }).click()
  await expect(form.getByText('Et enkeltvedtak må si hvilken lov det bygger på.')).toBeVisible()
  await expect(form.getByRole('textbox', { name: 'Hva skal bestemmes?' })).toHaveValue(measure)
  await form.getByLabel('Lov og paragraf').fill(costs.ground)
  await form.getByRole('button', { name: 'Legg fram' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** What the account shows: its sums beside what its lines come to, in øre, and each table added up again. */
export function accountShown(page: Page): Promise<{ ofLines: number[]; totals: number[][]; added: number[][] }> {
  return page.evaluate(() => {
    const ore = (text: string | null | undefined) =>
      Math.round(
        100 *
          Number(
            (text ?? '')
              .replace('−', '-')
              .replace(',', '.')
              .replace(/[^\d.-]/g, ''),
          ),
      )
    const tables = [...document.querySelectorAll('main table')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    )
    const [byPayer = [], byGoal = [], byMonth = [], all = []] = tables
    const ofLines = ['Planlagt', 'Bestemt', 'Brukt'].map((kind) =>
      all.reduce((sum, row) => (row[3] === kind ? sum + ore(row[4]) : sum), 0),
    )
    const totals = [byPayer, byGoal, byMonth].map((rows) => (rows.at(-1) ?? []).slice(1, 4).map(ore))
    const added = [byPayer, byGoal, byMonth].map((rows) =>
      [1, 2, 3].map((column) => rows.slice(0, -1).reduce((sum, row) => sum + ore(row[column]), 0)),
    )
    return { ofLines, totals, added }
  })
}

/** Books what was paid; what is no number is said beside the field, and the rest stays. */
export async function bookCost(page: Page, measure: string, kroner: string): Promise<void> {
  await page.getByRole('button', { name: 'Skriv inn en kostnad' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Hva gjelder det?').selectOption({ label: measure })
  await form.getByLabel('Hvor mange kroner?').fill(`nesten ${kroner}`)
  await form.getByRole('button', { name: 'Skriv inn' }).click()
  await expect(form.getByLabel('Hvor mange kroner?')).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('Hvor mange kroner?').fill(kroner)
  await form.getByRole('button', { name: 'Skriv inn' }).click()
  await expect(form).toHaveCount(0)
}
