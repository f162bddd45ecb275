import { openClothOf } from '../cloth-words.ts'
import { neverAFamily } from '../nothing-there.ts'
import { referLeila } from '../referral-words.ts'
import { withoutAnswer, type Place } from './place.ts'

export const familiesPlaces: readonly Place[] = [
  {
    is: 'the families of the one who leads',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).waitFor()
      return page
    },
  },
  {
    is: 'the families of somebody who has none',
    async go({ as, size }) {
      const page = await as('siri', { size })
      await page.goto('/lab')
      await page.getByText('Ingen familier ennå').waitFor()
      return page
    },
  },
  {
    is: 'the home of who sits at tables: what is owed, the next meetings, the families',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await page.goto('/lab')
      await page.getByRole('heading', { name: 'Det du skylder' }).waitFor()
      await page.getByRole('link', { name: 'Marius Lie', exact: true }).waitFor()
      return page
    },
  },
  {
    is: 'the home of the core team, with a family that waits',
    async go({ as, size }) {
      await referLeila(await as('anne', { size }))
      const page = await as('berit', { size })
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Haddad', exact: true }).first().waitFor()
      return page
    },
  },
  {
    is: 'the home of the core team, without an answer',
    async go({ as, size }) {
      const page = await as('berit', { size })
      await withoutAnswer(page, '**/api/core-team', 500)
      await page.goto('/lab')
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
  {
    is: 'the families, without an answer',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await withoutAnswer(page, '**/api/families', 500)
      await page.goto('/lab')
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]

export const familyPlaces: readonly Place[] = [
  {
    is: 'a family, as the one who leads sees it',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
      await page.getByRole('heading', { name: 'Ved bordet' }).waitFor()
      return page
    },
  },
  {
    is: 'a family with late promises, as NAV sees it',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Marius Lie', exact: true }).click()
      await page.getByText('Det ser familien og lederen.').waitFor()
      await page.getByRole('heading', { name: 'Løfter' }).waitFor()
      return page
    },
  },
  {
    is: 'a family that never was',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await page.goto(`/lab/families/${neverAFamily}`)
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
]

export const familyClothPlaces: readonly Place[] = [
  {
    is: 'the cloth of a family, for the one who leads',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openClothOf(page, 'Hansen-Ali')
      return page
    },
  },
  {
    is: 'the cloth of a family, for NAV: parts may be read and not written in',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await openClothOf(page, 'Hansen-Ali')
      return page
    },
  },
  {
    is: 'the cloth of a family that never was',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await page.goto(`/lab/families/${neverAFamily}/cloth`)
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
]
