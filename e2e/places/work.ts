import { openClothOf } from '../cloth-words.ts'
import { neverAFamily } from '../nothing-there.ts'
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
