import { expect, type Locator, type Page } from '@playwright/test'

/** The few things everybody does at the cloth, by the words that stand there. */

export async function openClothOf(page: Page, family: string): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name: `Åpne duken til ${family}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: family })).toBeVisible()
}

export async function openMyCloth(page: Page): Promise<void> {
  await page.goto('/my')
  await page.getByRole('link', { name: 'Duken', exact: true }).filter({ visible: true }).click()
  await expect(page.getByRole('list', { name: 'Her nå' })).toBeVisible()
}

/** On a phone the cloth is a list of folds: opens the one that holds the place. */
export async function unfold(page: Page, title: string): Promise<void> {
  const fold = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) })
  if ((await fold.getAttribute('open')) === null) await fold.getByText(title, { exact: true }).first().click()
}

/** Begins a note where it will stand. On a wide screen it is written in its place, on a phone in a sheet over the page. */
export async function beginNote(page: Page, place: string): Promise<Locator> {
  await page.getByRole('button', { name: `Skriv her: ${place}` }).click()
  const field = page.getByRole('textbox', { name: new RegExp(`^(Lapp: ${escaped(place)}|Hva vil du si\\?)`) })
  await expect(field).toBeVisible()
  return field
}

export async function putOnCloth(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Ferdig|Legg på duken)$/ }).click()
}

export async function writeNote(page: Page, place: string, words: string): Promise<void> {
  const field = await beginNote(page, place)
  await field.fill(words)
  await putOnCloth(page)
}

/** A note as it lies on the cloth: the innermost item that holds the words. */
export function note(page: Page, words: string): Locator {
  return page.getByRole('listitem').filter({ hasText: words }).last()
}

export async function openMenu(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Mer om lappen: ${escaped(words.slice(0, 30))}`) }).click()
}

export async function choose(
  page: Page,
  words: string,
  what: 'Endre' | 'Flytt' | 'Slett' | 'Stryk lappen' | 'Skriv min rettelse',
): Promise<void> {
  await openMenu(page, words)
  await page.getByRole('button', { name: what, exact: true }).filter({ visible: true }).click()
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

interface Written {
  readonly where: string
  /** For an area: which of its cells. */
  readonly when?: string
  /** Whom it is about, by name; without it, whom it is about at first. */
  readonly about?: string
  readonly words: string
}

/** Writes a note by way of the sheet, where one says first where it goes: how a phone writes, and a guest. */
export async function writeSheet(page: Page, { where, when, about, words }: Written): Promise<void> {
  await page.getByRole('button', { name: 'Skriv en lapp' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Hvor på duken?').selectOption(where)
  if (when) await sheet.getByRole('radio', { name: when }).check()
  if (about) await sheet.getByRole('checkbox', { name: about, exact: true }).check()
  await sheet.getByLabel(/^Hva vil du si/).fill(words)
  await sheet.getByRole('button', { name: 'Legg på duken' }).click()
  await expect(sheet).toHaveCount(0)
}
