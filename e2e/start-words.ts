import { expect, type Page } from '@playwright/test'
import { referLeila } from './referral-words.ts'
import type { Fixtures } from './story.ts'

/** The start of a course as its people go through it, by the words that stand there. */

/** Signs in as one of those who live in Fjordvik, by the newest message on the demo's telephone to this number. */
export async function comeByMessage(page: Page, telephone: string, person: RegExp): Promise<void> {
  await page.goto('/demo-phone')
  const message = page.getByRole('listitem').filter({ hasText: telephone }).first()
  await expect(async () => {
    await page.reload()
    await expect(message).toBeVisible({ timeout: 500 })
  }).toPass()
  await message.getByRole('link').click()
  await page.getByRole('link', { name: 'Logg inn' }).click()
  await page.getByRole('button', { name: person }).click()
}

/** Leila is sent here, comes in, and is not signed yet. */
export async function leilaComes({ as, open }: Fixtures, size: { width: number; height: number }): Promise<Page> {
  await referLeila(await as('anne', { size }))
  const leila = await open({ size })
  await comeByMessage(leila, '400 00 333', /^Leila Haddad/)
  await expect(leila.getByRole('heading', { name: 'Hei, Leila' })).toBeVisible()
  return leila
}

/** The newest family at the door, opened by the core team. */
export async function openAtDoor(page: Page): Promise<void> {
  await page.goto('/lab/door')
  await page.getByRole('link', { name: 'Sjekkliste, svar og leder' }).click()
  await page.getByRole('heading', { name: 'Familien Haddad' }).waitFor()
}

/** Answers the open or next question of the list, with Leila there. */
export async function answerNext(page: Page, reason: string, answer = 'Ja'): Promise<void> {
  const before = await page.getByRole('button', { name: /^Svar på: / }).count()
  await page
    .getByRole('button', { name: /^Svar på: / })
    .first()
    .click()
  await page.getByRole('radio', { name: answer, exact: true }).check()
  await page.getByLabel('Hvorfor? Bruk gjerne familiens egne ord.').fill(reason)
  await page.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(page.getByRole('button', { name: 'Lagre svaret' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Svar på: / })).toHaveCount(before - 1)
}

/** Reads what the lab is, and signs the participation agreement. */
export async function signAgreement(page: Page): Promise<void> {
  await page.goto('/my')
  await page.getByRole('link', { name: 'Les og svar' }).click()
  await expect(page.getByRole('heading', { name: 'Vil du være med?' })).toBeVisible()
  await page.getByRole('button', { name: 'Ja, jeg vil være med' }).click()
  await expect(page.getByRole('heading', { name: 'Du er med' })).toBeVisible()
}

/** The core team goes on with the family. */
export async function accept(berit: Page): Promise<void> {
  await berit.getByRole('button', { name: 'Ja, vi går videre sammen' }).click()
  await berit.getByRole('radio', { name: 'Familie med barn', exact: true }).check()
  await berit.getByRole('button', { name: 'Gi svaret ja' }).click()
  await expect(berit.getByText(/^Svaret er ja\./)).toBeVisible()
}

/** The core team asks the family about somebody who could lead. */
export async function proposeLeader(berit: Page, name: string): Promise<void> {
  await berit.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
  await berit.getByRole('button', { name: /^Spør familien om / }).click()
  await expect(berit.getByText(`Familien er spurt om ${name}.`)).toBeVisible()
}

/** The family would rather have another, and says why. */
export async function wantAnother(page: Page, why: string): Promise<void> {
  await page.getByRole('link', { name: 'Se og svar' }).click()
  await page.getByRole('button', { name: 'Jeg vil ha en annen' }).click()
  await page.getByLabel('Vil du si hvorfor?').fill(why)
  await page.getByRole('button', { name: 'Be om en annen' }).click()
  await expect(page.getByRole('button', { name: 'Jeg vil ha en annen' })).toHaveCount(0)
}

/** The family says yes to the leader, and the leader takes over. */
export async function takeOver(leila: Page, solveig: Page): Promise<void> {
  await leila.goto('/my/start')
  await leila.getByRole('button', { name: 'Ja, Solveig kan lede' }).click()
  await expect(leila.getByText('Du har sagt ja til Solveig. Nå svarer Solveig.')).toBeVisible()
  await solveig.reload()
  await expect(solveig.getByText('Vil du lede familien Haddad?')).toBeVisible()
  await solveig.getByRole('button', { name: 'Ja, jeg tar over' }).click()
  await expect(solveig.getByText(/^Du leder familien Haddad\. Du kan åpne den når/)).toBeVisible()
}

/** The leader asks the family for a seat, from the family's page. */
export async function askForSeat(solveig: Page, who: string, why: string): Promise<void> {
  await solveig.getByLabel('Hvem?').selectOption({ label: who })
  await solveig.getByRole('textbox', { name: 'Hvorfor?' }).fill(why)
  await solveig.getByRole('button', { name: 'Spør familien', exact: true }).click()
  await expect(solveig.getByText(`Familien er spurt om ${who.split(',')[0] ?? who}.`)).toBeVisible()
}

/** The family brings somebody by first name and telephone; too early it is told what is missing. */
export async function bringTrusted(page: Page, firstName: string, telephone: string): Promise<void> {
  await page.getByRole('button', { name: 'Ta med en' }).click()
  await page.getByRole('button', { name: 'Send meldingen' }).click()
  await expect(page.getByText('Skriv fornavnet.')).toBeVisible()
  await page.getByLabel('Fornavn').fill(firstName)
  await page.getByLabel('Telefonnummer').fill(telephone)
  await page.getByRole('button', { name: 'Send meldingen' }).click()
  await expect(page.getByText(`${firstName} har fått en melding og har ikke logget inn ennå`)).toBeVisible()
}

/** The coach comes by the message, and promises. It opens nothing for him by that. */
export async function coachPromises(coach: Page, telephone: string): Promise<void> {
  await comeByMessage(coach, telephone, /^Torbjørn Lie/)
  await expect(coach.getByText('Leila vil ha deg med som trygghetsperson')).toBeVisible()
  await coach.getByRole('button', { name: 'Ja, jeg lover taushet' }).click()
  await expect(coach.getByRole('button', { name: 'Ja, jeg lover taushet' })).toHaveCount(0)
  await expect(coach.getByRole('link', { name: 'Haddad', exact: true })).toHaveCount(0)
}

/** A parent tells of a child nobody else answers for; too early she is told what is missing, and what she wrote stays. */
export async function addChild(page: Page, name: string, born: string): Promise<void> {
  await page.goto('/my/start')
  await page.getByRole('button', { name: 'Legg til et barn' }).click()
  const form = page.getByRole('dialog', { name: 'Legg til et barn' })
  await form.getByLabel('Hva heter barnet?').fill(name)
  await form.getByRole('button', { name: 'Legg til' }).click()
  await expect(form.getByText('Velg dagen barnet er født.')).toBeVisible()
  await expect(form.getByText('Velg ja eller nei.')).toBeVisible()
  await expect(form.getByLabel('Hva heter barnet?')).toHaveValue(name)
  await form.getByLabel('Fødselsdag').fill(born)
  await form.getByRole('radio', { name: 'Nei' }).check()
  await form.getByRole('button', { name: 'Legg til' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Barna' })).toContainText(name)
}

/** The leader tells the family what a service could know, and why. */
export async function wish(
  solveig: Page,
  service: string,
  areas: string[],
  persons: string[],
  why: string,
): Promise<void> {
  const card = solveig.getByRole('region', { name: 'Spør om en tjeneste kan få vite' })
  await card.getByLabel('Hvilken tjeneste?').selectOption({ label: service })
  for (const each of [...areas, ...persons]) await card.getByRole('checkbox', { name: each, exact: true }).check()
  await card.getByLabel('Hvorfor spør du?').fill(why)
  await card.getByRole('button', { name: 'Vis familien ønsket' }).click()
  await expect(card.getByText(`Familien ser ønsket om ${service} nå.`)).toBeVisible()
}
