import { expect, type Page } from '@playwright/test'
import { unfold, writeSheet } from '../cloth-words.ts'
import { askIn, codeOn, comeBySeat, comeFromHome, openToTable, putUpScreen, startMeeting } from '../meeting-words.ts'
import type { Fixtures } from '../story.ts'
import { desk } from '../window.ts'

export const dream = 'En trygg jobb jeg kan leve av.'
export const calm = 'Amir trenger en rolig plass i timene.'

export interface Seated {
  readonly leila: Page
  readonly solveig: Page
  readonly tor: Page
  readonly kari: Page
  readonly coach: Page
}

/** 4. They sit down: the leader begins, each comes on a screen of their own, and the coach by the code on the wall. */
export async function sitDown({ leila, solveig, tor, kari, coach }: Seated, open: Fixtures['open']): Promise<Page> {
  await startMeeting(solveig, 'Haddad')
  await comeFromHome(leila)
  for (const page of [tor, kari]) await comeBySeat(page, 'Haddad')
  const screen = await putUpScreen(solveig, open, desk)
  await coach.goto(await codeOn(screen))
  await coach.getByRole('button', { name: 'Kom til bordet som Torbjørn Lie' }).click()
  await coach.getByRole('button', { name: 'Be om en pause' }).waitFor()
  await solveig.getByRole('button', { name: 'Neste: Styrker og drømmer' }).click()
  for (const page of [leila, tor, kari, coach])
    await expect(page.getByRole('heading', { name: 'Styrker og drømmer' })).toBeVisible()
  return screen
}

/**
 * 4. She opens what they talk about; all write, and each sees at once what is open and nothing else. What the school may read of Amir is no
 * business of NAV's before she opens it. In a pause the wall is empty.
 */
export async function fillCloth({ leila, solveig, tor, kari, coach }: Seated, screen: Page): Promise<void> {
  await expect(screen.getByText('Vi velger neste område')).toBeVisible()
  await writeSheet(leila, { where: 'Skole og utdanning', when: 'Slik er det i dag', about: 'Amir', words: calm })
  await expect(kari.getByText(calm)).toBeVisible()
  await openToTable(leila, 'Felles ruter')
  await openToTable(leila, 'Arbeid')
  await writeSheet(leila, { where: 'Det vi drømmer om', about: 'Meg', words: dream })
  await Promise.all([
    writeSheet(tor, { where: 'Arbeid', when: 'Dette gjør vi nå', words: 'Vi ser på kurs sammen på mandag.' }),
    writeSheet(kari, { where: 'Hva gjør vi for å lykkes?', words: 'Kari ringer på fredager.' }),
    writeSheet(coach, { where: 'Det vi er gode på', words: 'Leila får alle på laget i gang.' }),
    writeSheet(solveig, { where: 'Arbeid', when: 'Slik er det i dag', words: 'To vakter i uka på et lager.' }),
  ])
  for (const page of [screen, solveig, tor, kari]) {
    for (const words of [
      dream,
      'Vi ser på kurs sammen på mandag.',
      'Kari ringer på fredager.',
      'To vakter i uka på et lager.',
    ])
      await expect(page.getByText(words)).toBeVisible()
  }
  await unfold(coach, 'Det vi drømmer om')
  await expect(coach.getByText(dream)).toBeVisible()
  for (const page of [screen, tor, coach]) await expect(page.getByText(calm)).toHaveCount(0)
}

/** 4. Somebody without a seat waits by the door and sees nothing; what is open is covered until Leila has said yes. */
export async function letIn(leila: Page, solveig: Page, guest: Page, screen: Page): Promise<void> {
  await askIn(guest, screen, 'Hodan Warsame')
  await expect(guest.getByText(dream)).toHaveCount(0)
  await solveig.getByRole('button', { name: 'Slipp inn Hodan Warsame' }).click()
  await expect(screen.getByText(dream)).toHaveCount(0)
  await leila.getByRole('button', { name: 'Ja, slipp inn Hodan Warsame' }).click()
  await expect(screen.getByText(dream)).toBeVisible()
  await unfold(guest, 'Det vi drømmer om')
  await expect(guest.getByText(dream)).toBeVisible()
}

/** 4. A pause blanks the wall, and only the family goes on. */
export async function takePause(leila: Page, solveig: Page, coach: Page, screen: Page): Promise<void> {
  await coach.getByRole('button', { name: 'Be om en pause' }).click()
  await expect(leila.getByText('Torbjørn ber om en pause.')).toBeVisible()
  await leila.getByRole('button', { name: 'Ta en pause' }).click()
  await expect(screen.getByRole('heading', { name: 'Vi tar en pause' })).toBeVisible()
  await expect(screen.getByText(dream)).toHaveCount(0)
  await expect(solveig.getByRole('button', { name: 'Fortsett møtet' })).toHaveCount(0)
  await leila.getByRole('button', { name: 'Fortsett møtet' }).click()
  await expect(screen.getByText(dream)).toBeVisible()
}
