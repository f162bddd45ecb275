import { expect, type Page } from '@playwright/test'
import type { Fixtures } from './story.ts'

/** From one's families to the meeting of one of them: Amina's, where nothing else is said. */
export async function toMeeting(page: Page, family = 'Hansen-Ali'): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name: family, exact: true }).click()
  await page.getByRole('link', { name: 'Til møtet' }).click()
}

export async function planMeeting(solveig: Page, family?: string): Promise<void> {
  await toMeeting(solveig, family)
  await solveig.getByRole('heading', { name: 'Møtet', exact: true }).waitFor()
  await solveig.getByLabel('Dag', { exact: true }).fill('2099-01-14')
  await solveig.getByLabel('Klokka').fill('10:00')
  await solveig.getByLabel('Sted').fill('Brukertorget, rom 2')
  await solveig.getByLabel('Hva vi skal snakke om').fill('Boligen, og hva vi gjør med brevene.')
  await solveig.getByRole('button', { name: 'Avtal møtet' }).click()
  await solveig.getByText('Brukertorget, rom 2').waitFor()
}

export async function startMeeting(solveig: Page, family?: string): Promise<void> {
  await planMeeting(solveig, family)
  await solveig.getByRole('button', { name: 'Start møtet' }).click()
  await solveig.getByRole('button', { name: 'Jeg er her' }).click()
  await solveig.getByRole('button', { name: 'Ta en pause' }).waitFor()
}

/** The large screen, in a window of the machine in the room. */
export async function putUpScreen(solveig: Page, open: Fixtures['open'], size: Visit['size']): Promise<Page> {
  await solveig.getByRole('button', { name: 'Åpne storskjermen' }).click()
  const link = await solveig.getByRole('link', { name: 'Vis den på denne maskinen' }).getAttribute('href')
  const screen = await open({ size })
  await screen.goto(pathOf(link))
  await screen.getByRole('img', { name: 'Kode til bordet' }).waitFor()
  return screen
}
type Visit = { size: { width: number; height: number } }

/** What a telephone reads out of the picture on the wall just now. */
export async function codeOn(screen: Page): Promise<string> {
  return pathOf(await screen.getByRole('img', { name: 'Kode til bordet' }).getAttribute('data-address'))
}

export function pathOf(address: string | null): string {
  const url = new URL(address ?? '')
  return url.pathname + url.hash
}

/** A guest photographs the code, says who they are, and promises. */
export async function askIn(guest: Page, screen: Page, name: string): Promise<void> {
  await askAt(guest, await codeOn(screen), name)
}

/** @param code what the picture on the wall leads to */
export async function askAt(guest: Page, code: string, name: string): Promise<void> {
  await guest.goto(code)
  await guest.getByLabel('Hva heter du?').fill(name)
  await guest.getByRole('radio', { name: 'Venn av familien' }).check()
  await guest.getByRole('checkbox', { name: 'Det lover jeg' }).check()
  await guest.getByRole('button', { name: 'Be om å komme inn' }).click()
  await expect(guest.getByRole('heading', { name: 'Fint at du er her' })).toBeVisible()
}

/** Amina opens an area on her own screen. */
export async function openToTable(amina: Page, area: string): Promise<void> {
  await amina.getByRole('radio', { name: area, exact: true }).check({ force: true })
  await amina.getByRole('button', { name: `Åpne ${area.toLowerCase()}` }).click()
  await amina.getByText(`${area} er åpent`).waitFor()
}

/** Who has a seat comes to the meeting that is on. */
export async function comeBySeat(page: Page, family: string): Promise<void> {
  await toMeeting(page, family)
  await page.getByRole('button', { name: 'Jeg er her' }).click()
  await page.getByRole('button', { name: 'Be om en pause' }).waitFor()
}

/** The family comes from its own home. */
export async function comeFromHome(page: Page): Promise<void> {
  await page.goto('/my')
  await page.getByRole('link', { name: 'Gå til bordet', exact: true }).click()
  await page.getByRole('button', { name: 'Jeg er her' }).click()
  await page.getByRole('button', { name: 'Ta en pause' }).waitFor()
}

export async function endMeeting(solveig: Page): Promise<void> {
  await solveig.getByRole('button', { name: 'Avslutt møtet' }).click()
  await solveig.getByRole('button', { name: 'Ja, møtet er slutt' }).click()
}
