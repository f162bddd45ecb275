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
