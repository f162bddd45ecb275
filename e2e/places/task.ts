import { declare, fillLink, giveLink, openLink, toLinks } from '../task-words.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

/** The phone of who has a link, as far as they have come. */
async function withLink({ as, open, size }: Town) {
  const address = await giveLink(await as('solveig', { size }))
  return { address, page: await open({ size }) }
}

export const taskPlaces: readonly Place[] = [
  {
    is: 'a link to one promise, not opened yet',
    async go(town) {
      const { page, address } = await withLink(town)
      await page.goto(address)
      await page.getByRole('button', { name: 'Åpne på denne telefonen' }).waitFor()
      return page
    },
  },
  {
    is: 'a link to one promise, confidentiality asked for, and then too early',
    async go(town) {
      const { page, address } = await withLink(town)
      await openLink(page, address)
      await page.getByRole('button', { name: 'Gå videre' }).click()
      await page.getByText('Du må love taushet før du kan lese.').waitFor()
      return page
    },
  },
  {
    is: 'a link to one promise, what was promised',
    async go(town) {
      const { page, address } = await withLink(town)
      await openLink(page, address)
      await declare(page)
      return page
    },
  },
  {
    is: 'a link to one promise, not done because, refused without a reason',
    async go(town) {
      const { page, address } = await withLink(town)
      await openLink(page, address)
      await declare(page)
      await page.getByRole('button', { name: 'Ikke gjort fordi …' }).click()
      await page.getByRole('button', { name: 'Si fra' }).click()
      await page.getByText('Velg hvorfor det ikke er gjort.').waitFor()
      return page
    },
  },
  {
    is: 'a link to one promise, that opens nothing',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/task')
      await page.getByText('Lenken åpner ingenting nå').last().waitFor()
      return page
    },
  },
  {
    is: 'a link to one promise, on its way',
    async go({ open, size }) {
      const page = await open({ size })
      await withoutAnswer(page, '**/api/task', 'waits')
      await page.goto('/task')
      await page.getByText('Henter det du har lovet.').first().waitFor()
      return page
    },
  },
  {
    is: 'a link to one promise, could not be fetched',
    async go({ open, size }) {
      const page = await open({ size })
      await withoutAnswer(page, '**/api/task', 500)
      await page.goto('/task')
      await page.getByRole('alert').waitFor()
      return page
    },
  },
]

/** Where links are given: beside the promise, by the one who leads. */
export const giveLinkPlaces: readonly Place[] = [
  {
    is: 'a promise that somebody is about to be given a link to, too early',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await toLinks(page)
      await fillLink(page, ' ')
      await page.getByRole('button', { name: 'Lag lenken' }).click()
      await page.getByText(/^Før lenken kan lages, mangler/).waitFor()
      return page
    },
  },
  {
    is: 'a promise, the link to it as it is shown once',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await giveLink(page)
      return page
    },
  },
]

/** Where the family sees who has one, and stops it. */
export const givenLinkPlaces: readonly Place[] = [
  {
    is: 'promises: somebody has a link to one, by the family',
    async go({ as, size }) {
      await giveLink(await as('solveig', { size }))
      const page = await as('marius', { size })
      await page.goto('/my/promises')
      await page.getByText(/^Kåre Lund fikk en lenke til dette/).waitFor()
      return page
    },
  },
]
