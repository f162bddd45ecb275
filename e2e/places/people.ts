import type { Page } from '@playwright/test'
import { openFamilyOf } from '../people-words.ts'
import { referLeila } from '../referral-words.ts'
import { withoutAnswer, type Place } from './place.ts'

export const myPeoplePlaces: readonly Place[] = [
  {
    is: 'who belongs, for a mother of three',
    async go({ as, size }) {
      return mine(await as('amina', { size }))
    },
  },
  {
    is: 'who belongs, for a child',
    async go({ as, size }) {
      return mine(await as('sara', { size }))
    },
  },
  {
    is: 'who belongs: somebody grown to be asked for, too early',
    async go({ as, size }) {
      const page = await mine(await as('amina', { size }))
      await page.getByRole('button', { name: 'En voksen flytter inn' }).click()
      await page.getByRole('button', { name: 'Spør familien' }).click()
      await page.getByText('Skriv hele navnet.').waitFor()
      return page
    },
  },
  {
    is: 'who belongs: where somebody lives, to be written',
    async go({ as, size }) {
      const page = await mine(await as('amina', { size }))
      await page.getByRole('button', { name: 'Adresse og steder: Sara' }).click()
      await page.getByRole('heading', { name: 'Adresse og steder for Sara' }).waitFor()
      return page
    },
  },
  {
    is: 'who belongs: moving out, before it is done',
    async go({ as, size }) {
      const page = await mine(await as('jonas', { size }))
      await page.getByRole('button', { name: 'Jeg flytter ut' }).click()
      await page.getByRole('heading', { name: 'Flytter du ut?' }).waitFor()
      return page
    },
  },
  {
    is: 'who belongs, without an answer',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/api/families/*/people', 500)
      await page.goto('/my/people')
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]

export const familyPeoplePlaces: readonly Place[] = [
  {
    is: 'who belongs, for the one who leads',
    async go({ as, size }) {
      return led(await as('solveig', { size }))
    },
  },
  {
    is: 'who belongs, for the one who leads, with what can be changed unfolded',
    async go({ as, size }) {
      const page = await led(await as('solveig', { size }))
      await page.getByText('Endre det som står om Sara').click()
      await page.getByRole('button', { name: 'Har flyttet ut: Sara' }).waitFor()
      return page
    },
  },
  {
    is: 'who answers for a child, too early to be written down',
    async go({ as, size }) {
      const page = await led(await as('solveig', { size }))
      await page.getByText('Endre det som står om Sara').click()
      await page.getByRole('button', { name: 'Skriv ned hvem som svarer: Sara' }).click()
      await page.getByRole('radio', { name: 'Verge' }).check()
      await page.getByRole('button', { name: 'Lagre' }).click()
      await page.getByText(/^Før du kan lagre, mangler/).waitFor()
      return page
    },
  },
  {
    is: 'a protected address, too early to be written down',
    async go({ as, size }) {
      const page = await led(await as('solveig', { size }))
      await page.getByText('Endre det som står om Sara').click()
      await page.getByRole('button', { name: 'Adressen er beskyttet: Sara' }).click()
      await page.getByRole('button', { name: 'Lagre' }).click()
      await page.getByText(/^Velg hvor streng beskyttelsen er/).waitFor()
      return page
    },
  },
  {
    is: 'who answers for a child, before it is ended',
    async go({ as, size }) {
      const page = await led(await as('solveig', { size }))
      await page
        .getByRole('button', { name: /^Gjelder ikke lenger: .*, Sara$/ })
        .first()
        .click()
      await page.getByRole('dialog', { name: /^Svarer ikke .* for Sara lenger\?$/ }).waitFor()
      return page
    },
  },
]

export const samePersonPlaces: readonly Place[] = [
  {
    is: 'the door, where two may be one, and a search that finds one of them',
    async go({ as, size }) {
      await referLeila(await as('anne', { size }))
      await referLeila(await as('anne', { size }))
      const page = await as('berit', { size })
      await page.goto('/lab/door')
      await page.getByRole('heading', { name: 'Er dette samme person?' }).waitFor()
      await page.getByRole('searchbox', { name: 'Navn' }).fill('Lelia Hadad')
      await page.getByRole('button', { name: 'Søk' }).click()
      await page.getByRole('link', { name: 'Leila Haddad', exact: true }).first().waitFor()
      return page
    },
  },
  {
    is: 'the door, before two are said to be one',
    async go({ as, size }) {
      await referLeila(await as('anne', { size }))
      await referLeila(await as('anne', { size }))
      const page = await as('berit', { size })
      await page.goto('/lab/door')
      await page
        .getByRole('button', { name: /^Samme person/ })
        .first()
        .click()
      await page.getByRole('heading', { name: 'Er det Leila Haddad?' }).waitFor()
      return page
    },
  },
]

async function mine(page: Page): Promise<Page> {
  await page.goto('/my/people')
  await page.getByRole('heading', { name: 'Hører til nå' }).waitFor()
  return page
}

async function led(page: Page): Promise<Page> {
  await openFamilyOf(page, 'Hansen-Ali')
  await page.getByRole('heading', { name: 'Hører til nå' }).waitFor()
  return page
}
