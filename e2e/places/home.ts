import { planMeeting } from '../meeting-words.ts'
import { withoutAnswer, type Place } from './place.ts'

export const homePlaces: readonly Place[] = [
  {
    is: 'home, with services to answer',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my')
      await page.getByRole('link', { name: 'Les og svar' }).waitFor()
      await page.getByRole('link', { name: 'Se og endre' }).waitFor()
      return page
    },
  },
  {
    is: 'home, with everything answered',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my')
      await page.getByText('Les og skriv på duken').waitFor()
      await page.getByText('Svare om støtte til utstyr').waitFor()
      await page.getByRole('link', { name: 'Se og endre' }).waitFor()
      return page
    },
  },
  {
    is: 'home, with the next meeting and something more that waits for an answer',
    async go({ as, size }) {
      await planMeeting(await as('solveig', { size }))
      const page = await as('jonas', { size })
      await page.goto('/my')
      await page.getByRole('heading', { name: 'Neste møte' }).waitFor()
      await page.getByRole('heading', { name: 'Dette venter også på deg' }).waitFor()
      await page.getByRole('heading', { name: 'Slik har du det' }).waitFor()
      return page
    },
  },
  {
    is: 'home, asked whether to stop all sharing',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my')
      await page.getByRole('button', { name: 'Stopp all deling' }).click()
      await page.getByRole('dialog', { name: 'Stoppe all deling?' }).waitFor()
      return page
    },
  },
  {
    is: 'home, on its way',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, /\/api\/families\/[^/]+$/, 'waits')
      await page.goto('/my')
      await page.getByRole('status').getByText('Henter planen din.').waitFor()
      return page
    },
  },
  {
    is: 'home that could not be fetched',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, /\/api\/families\/[^/]+$/, 500)
      await page.goto('/my')
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
  {
    is: 'a page that broke',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/api/me', 500)
      await page.goto('/my')
      await page.getByRole('button', { name: /Prøv igjen|Last siden på nytt/ }).waitFor()
      return page
    },
  },
  {
    is: 'home, asked whether somebody is there before the session ends',
    async go({ as, size }) {
      const page = await as('amina', { size, alone: true })
      await page.clock.install()
      await page.goto('/my')
      await page.getByRole('heading', { name: 'Hei, Amina' }).waitFor()
      await page.clock.fastForward('58:30')
      await page.getByRole('dialog', { name: 'Er du her ennå?' }).waitFor()
      return page
    },
  },
  {
    is: 'home, when the session has ended',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my')
      await page.getByRole('link', { name: 'Les og svar' }).click()
      await page.getByRole('button', { name: 'Nei, ikke dette' }).waitFor()
      // Whatever a page still fetches would find the session ended before she does.
      await page.waitForLoadState('networkidle')
      await page.context().clearCookies()
      await page.getByRole('button', { name: 'Nei, ikke dette' }).click()
      await page.getByRole('dialog', { name: 'Du er logget ut' }).waitFor()
      await page.goBack()
      await page.getByRole('dialog', { name: 'Du er logget ut' }).waitFor()
      return page
    },
  },
]
