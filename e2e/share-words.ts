import { randomUUID } from 'node:crypto'
import { addMonths, dayInOslo } from '@velferdslab/core/dates'
import type { Page } from '@playwright/test'
import { expect } from './story.ts'

export const necessity = 'Helsesykepleieren må vite dette før samtalen på torsdag.'

/** From the family's plan to the page where one shares. */
export async function openSharing(page: Page, family: string, how = 'Del med en tjeneste'): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name: family, exact: true }).first().click()
  await page.getByRole('link', { name: 'Åpne planen' }).click()
  await page.getByRole('link', { name: how }).click()
  await page.getByRole('heading', { level: 1, name: how }).waitFor()
  await page.getByRole('group', { name: 'Hvem skal få det?' }).waitFor()
}

/** Chooses a service, things by their words (or as many as there are first), and writes why. */
export async function fillIn(page: Page, service: string, things: readonly string[] | number): Promise<void> {
  await page.getByRole('radio', { name: service }).check()
  const tiles = page.getByRole('group', { name: 'Hva vil du dele?' }).getByRole('checkbox')
  if (typeof things === 'number') for (let at = 0; at < things; at++) await tiles.nth(at).check()
  else for (const each of things) await page.getByRole('checkbox', { name: each }).check()
  // More than one yes may let the same thing go, and then one is chosen.
  const grounds = page.getByRole('group', { name: 'Hva bygger delingen på?' }).getByRole('radio')
  if ((await grounds.count()) > 0) await grounds.first().check()
  await page.getByRole('textbox').fill(necessity)
}

export async function shareIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Se over før du deler' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Del nå' }).click()
  await page.getByText(/^Delt med /).waitFor()
}

/** What comes before the story: Mona sits there too, Amina has said yes to the school and the clinic, and has written two notes. */
export async function laySharing(pages: { solveig: Page; amina: Page; jonas: Page }, notes: readonly string[]) {
  const { solveig, amina, jonas } = pages
  const { families } = await get<{ families: { id: string; name: string }[] }>(solveig, '/api/families')
  const home = `/api/families/${families.find(({ name }) => name === 'Hansen-Ali')?.id ?? ''}`
  const { receivers } = await get<{ receivers: { personId: string; name: string; partyId: string }[] }>(
    solveig,
    `${home}/law`,
  )
  const mona = receivers.find(({ name }) => name === 'Mona Vik')
  const seatId = randomUUID()
  await post(solveig, `${home}/seats/service`, {
    seatId,
    personId: mona?.personId,
    partyId: mona?.partyId,
    why: 'Mona kan følge opp det skolen ser.',
  })
  for (const who of [amina, jonas]) await post(who, `${home}/seats/${seatId}/answer`, { answer: 'yes', reason: null })
  const me = (await get<{ person: { id: string } }>(amina, '/api/me')).person.id
  const kari = receivers.find(({ name }) => name === 'Kari Nes')
  const yes = (partyId: string | undefined) =>
    post(amina, `${home}/consents`, {
      partyId,
      purpose: 'make_and_follow_plan',
      areas: ['school'],
      persons: [me],
      until: addMonths(dayInOslo(new Date()), 3),
      language: 'nb',
      textVersion: '2026-11',
    })
  for (const party of [kari?.partyId, mona?.partyId]) await yes(party)
  for (const text of notes)
    await post(amina, `${home}/notes`, {
      noteId: randomUUID(),
      cell: 'today',
      area: 'school',
      about: { persons: [me] },
      words: { text },
    })
}

async function get<Body>(page: Page, address: string): Promise<Body> {
  return (await (await page.request.get(address)).json()) as Body
}

async function post(page: Page, address: string, more: object): Promise<void> {
  const { origin } = new URL((await page.request.get('/api/alive')).url())
  const said = await page.request.post(address, {
    data: { commandId: randomUUID(), ...more },
    headers: { origin, 'sec-fetch-site': 'same-origin' },
  })
  expect(said.status(), `${address}: ${await said.text()}`).toBe(200)
}
