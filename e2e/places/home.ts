import { expect } from '@playwright/test'
import { withoutAnswer, type Place } from './place.ts'

export const homePlaces: readonly Place[] = [
  {
    is: 'home, with services to answer',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my')
      await expect(page.getByRole('link', { name: 'Les og svar' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Se og endre' })).toBeVisible()
      return page
    },
  },
  {
    is: 'home, with everything answered',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my')
      await expect(page.getByText('Les og skriv på duken')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Se og endre' })).toBeVisible()
      return page
    },
  },
  {
    is: 'home, asked whether to stop all sharing',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my')
      await page.getByRole('button', { name: 'Stopp all deling' }).click()
      await expect(page.getByRole('dialog', { name: 'Stoppe all deling?' })).toBeVisible()
      return page
    },
  },
  {
    is: 'home, on its way',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, /\/api\/families\/[^/]+$/, 'waits')
      await page.goto('/my')
      await expect(page.getByRole('status').getByText('Henter planen din.')).toBeVisible()
      return page
    },
  },
  {
    is: 'home that could not be fetched',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, /\/api\/families\/[^/]+$/, 500)
      await page.goto('/my')
      await expect(page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' })).toBeVisible()
      return page
    },
  },
  {
    is: 'a page that broke',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/api/me', 500)
      await page.goto('/my')
      await expect(page.getByRole('button', { name: /Prøv igjen|Last siden på nytt/ })).toBeVisible()
      return page
    },
  },
  {
    is: 'home, asked whether somebody is there before the session ends',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.clock.install()
      await page.goto('/my')
      await expect(page.getByRole('heading', { name: 'Hei, Amina' })).toBeVisible()
      await page.clock.fastForward('58:30')
      await expect(page.getByRole('dialog', { name: 'Er du her ennå?' })).toBeVisible()
      return page
    },
  },
  {
    is: 'home, when the session has ended',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my')
      await expect(page.getByRole('heading', { name: 'Hei, Amina' })).toBeVisible()
      await page.context().clearCookies()
      await page.getByRole('link', { name: 'Les og svar' }).click()
      await page.getByRole('button', { name: 'Nei, ikke dette' }).click()
      await expect(page.getByRole('dialog', { name: 'Du er logget ut' })).toBeVisible()
      await page.goBack()
      await expect(page.getByRole('dialog', { name: 'Du er logget ut' })).toBeVisible()
      return page
    },
  },
]
