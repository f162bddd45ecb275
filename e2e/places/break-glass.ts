import { dayInOslo } from '@velferdslab/core/dates'
import { people } from '../../db/seed/fjordvik-people.ts'
import { nameSomebody, openHansenAli, sayWhy, toBreakGlass } from '../break-glass-words.ts'
import { withoutAnswer, type Place } from './place.ts'

const address = /\/api\/break-glass$/
const born = () => people(dayInOslo(new Date())).find(({ persona }) => persona === 'elias')?.born ?? ''

export const breakGlassPlaces: readonly Place[] = [
  {
    is: 'break-glass: nothing chosen yet',
    async go({ as, size }) {
      const page = await as('mona', { size })
      await toBreakGlass(page)
      return page
    },
  },
  {
    is: 'break-glass: too early',
    async go({ as, size }) {
      const page = await as('mona', { size })
      await toBreakGlass(page)
      await page.getByRole('radio', { name: 'Med fødselsnummer' }).check()
      await page.getByRole('button', { name: 'Åpne nå' }).click()
      await page.getByText(/^Noe mangler ennå/).waitFor()
      return page
    },
  },
  {
    is: 'break-glass: nobody by that name',
    async go({ as, size }) {
      const page = await as('mona', { size })
      await toBreakGlass(page)
      await nameSomebody(page, 'Elias Hansen Ali', '1999-01-01')
      await sayWhy(page)
      await page.getByRole('button', { name: 'Åpne nå' }).click()
      await page.getByText('Vi finner ingen du kan åpne').waitFor()
      return page
    },
  },
  {
    is: 'break-glass: one is open already',
    async go({ as, size }) {
      const page = await as('mona', { size })
      await openHansenAli(page, born())
      await page.goto('/lab/break-glass')
      await page.getByText('Avslutt den før du åpner en annen familie').waitFor()
      return page
    },
  },
  {
    is: 'break-glass: a manager says whether it was needed, too early',
    async go({ as, size }) {
      await openHansenAli(await as('mona', { size }), born())
      const page = await as('geir', { size })
      await page.goto('/lab/break-glass')
      await page.getByRole('button', { name: 'Lagre' }).first().click()
      await page.getByText(/^Noe mangler ennå/).waitFor()
      return page
    },
  },
  {
    is: 'break-glass: nothing for who has nothing to do with it',
    async go({ as, size }) {
      const page = await as('anne', { size })
      await page.goto('/lab/break-glass')
      await page.getByText('Ingenting her').waitFor()
      return page
    },
  },
  {
    is: 'break-glass: on its way',
    async go({ as, size }) {
      const page = await as('mona', { size })
      await withoutAnswer(page, address, 'waits')
      await page.goto('/lab/break-glass')
      await page.getByText('Henter nødtilgang.').first().waitFor()
      return page
    },
  },
  {
    is: 'break-glass: could not be fetched',
    async go({ as, size }) {
      const page = await as('mona', { size })
      await withoutAnswer(page, address, 500)
      await page.goto('/lab/break-glass')
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
]

/** Where it leads, who answers for it, and who reads of it: pages that are others'. */
export const openedByGlassPlaces: readonly Place[] = [
  {
    is: 'break-glass: open, the banner above the page of the family',
    async go({ as, size }) {
      const page = await as('mona', { size })
      await openHansenAli(page, born())
      await page.getByRole('region', { name: 'Nødtilgang' }).waitFor()
      return page
    },
  },
]

export const glassInTracePlaces: readonly Place[] = [
  {
    is: 'break-glass: the privacy officer knows of it',
    async go({ as, size }) {
      await openHansenAli(await as('mona', { size }), born())
      const page = await as('ingvild', { size })
      await page.goto('/lab/trace')
      await page.getByRole('heading', { name: 'Brukt nødtilgang' }).waitFor()
      return page
    },
  },
]

export const glassAtHomePlaces: readonly Place[] = [
  {
    is: 'break-glass: the family reads who, when and about what',
    async go({ as, size }) {
      await openHansenAli(await as('mona', { size }), born())
      const page = await as('amina', { size })
      await page.goto('/my/shared')
      await page.getByText('bruker nødtilgang nå').first().waitFor()
      return page
    },
  },
]
