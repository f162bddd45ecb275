import { fillIn, openSharing, shareIt } from '../share-words.ts'
import { withoutAnswer, type Place } from './place.ts'

const sharingAddress = /\/api\/families\/[^/]+\/sharing$/
const sharesAddress = /\/api\/families\/[^/]+\/shares$/
const family = 'Hansen-Ali'

export const familySharingPlaces: readonly Place[] = [
  {
    is: 'sharing: nothing is chosen yet',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openSharing(page, family)
      return page
    },
  },
  {
    is: 'sharing: a service, what cannot go there, and too early',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openSharing(page, family)
      await page.getByRole('radio', { name: 'NAV' }).check()
      await page.getByText('Dette kan ikke deles med NAV').click()
      await page.getByRole('button', { name: 'Se over før du deler' }).click()
      await page.getByText(/^Noe mangler ennå/).waitFor()
      return page
    },
  },
  {
    is: 'sharing: looked through before it goes',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openSharing(page, family)
      await fillIn(page, 'NAV', 1)
      await page.getByRole('button', { name: 'Se over før du deler' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Del nå' }).waitFor()
      return page
    },
  },
  {
    is: 'sharing: taken along to the own journal',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openSharing(page, family, 'Ta med til min journal')
      await page.getByRole('group', { name: 'Hva vil du dele?' }).getByRole('checkbox').first().check()
      await page.getByRole('textbox').fill('Dette skal stå i journalen etter møtet.')
      await page.getByRole('button', { name: 'Se over før du tar det med' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Ta med nå' }).click()
      await page.getByText(/^Tatt med\./).waitFor()
      return page
    },
  },
  {
    is: 'sharing: what was shared with the own service',
    async go({ as, size }) {
      const solveig = await as('solveig', { size })
      await openSharing(solveig, family)
      await fillIn(solveig, 'NAV', 1)
      await shareIt(solveig)
      const page = await as('tor', { size })
      await openSharing(page, family)
      await page
        .getByRole('heading', { name: /^Solveig delte fra/ })
        .first()
        .waitFor()
      return page
    },
  },
  {
    is: 'sharing: on its way',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await withoutAnswer(page, sharingAddress, 'waits')
      await page.goto('/lab')
      await page.getByRole('link', { name: family, exact: true }).first().click()
      await page.getByRole('link', { name: 'Åpne planen' }).click()
      await page.getByRole('link', { name: 'Del med en tjeneste' }).click()
      await page.getByText('Henter det som kan deles.').first().waitFor()
      return page
    },
  },
  {
    is: 'sharing: could not be fetched',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await withoutAnswer(page, sharingAddress, 500)
      await page.goto('/lab')
      await page.getByRole('link', { name: family, exact: true }).first().click()
      await page.getByRole('link', { name: 'Åpne planen' }).click()
      await page.getByRole('link', { name: 'Del med en tjeneste' }).click()
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
]

export const mySharesPlaces: readonly Place[] = [
  {
    is: 'what was shared of mine: nothing',
    async go({ as, size }) {
      const page = await as('magda', { size })
      await page.goto('/my/shares')
      await page.getByText('Ingenting er delt').waitFor()
      return page
    },
  },
  {
    is: 'what was shared of mine: with whom, what and on which yes',
    async go({ as, size }) {
      const solveig = await as('solveig', { size })
      await openSharing(solveig, family)
      await fillIn(solveig, 'NAV', 1)
      await shareIt(solveig)
      // The first thing there is may be Jonas's or Amina's: what others have done decides.
      for (const persona of ['jonas', 'amina'] as const) {
        const page = await as(persona, { size })
        await page.goto('/my/shares')
        const shared = page.getByRole('heading', { name: /delte dette med NAV$/ }).first()
        await shared
          .or(page.getByText('Ingenting er delt', { exact: true }))
          .first()
          .waitFor()
        if (await shared.isVisible()) return page
      }
      throw new Error('Neither Jonas nor Amina reads what was shared.')
    },
  },
  {
    is: 'what was shared of mine: on its way',
    async go({ as, size }) {
      const page = await as('jonas', { size })
      await withoutAnswer(page, sharesAddress, 'waits')
      await page.goto('/my/shares')
      await page.getByText('Henter det som er delt.').first().waitFor()
      return page
    },
  },
  {
    is: 'what was shared of mine: could not be fetched',
    async go({ as, size }) {
      const page = await as('jonas', { size })
      await withoutAnswer(page, sharesAddress, 500)
      await page.goto('/my/shares')
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
]

/** On the page of consents: what stopping does not take back. */
export const alreadySharedPlaces: readonly Place[] = [
  {
    is: 'what was shared of mine: before one stops',
    async go({ as, size }) {
      const solveig = await as('solveig', { size })
      await openSharing(solveig, family)
      await fillIn(solveig, 'NAV', 1)
      await shareIt(solveig)
      const page = await as('jonas', { size })
      await page.goto('/my/consents')
      await page.getByRole('button', { name: 'Stopp NAV' }).first().click()
      await page.getByText(/^NAV har allerede fått/).waitFor()
      return page
    },
  },
]
