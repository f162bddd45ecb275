import { inDays, letMonaRead, openLawOf, report } from '../law-words.ts'
import { withoutAnswer, type Place } from './place.ts'

const lawAddress = /\/api\/families\/[^/]+\/report$/

export const familyLawPlaces: readonly Place[] = [
  {
    is: 'by law: what it is about is not chosen yet',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openLawOf(page, 'Hansen-Ali')
      return page
    },
  },
  {
    is: 'by law: a report, too early',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openLawOf(page, 'Hansen-Ali')
      await page.getByRole('radio', { name: 'Melde fra til barnevernstjenesten', exact: true }).check()
      await page.getByRole('radio', { name: 'Nei, ikke ennå' }).check()
      await page.getByRole('button', { name: 'Send meldingen' }).click()
      await page.getByText(/^Noe mangler ennå/).waitFor()
      return page
    },
  },
  {
    is: 'by law: letting one person read, told later, too early',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openLawOf(page, 'Hansen-Ali')
      await page.getByRole('radio', { name: 'La én person i en tjeneste lese' }).check()
      await page.getByRole('radio', { name: /^Det er nødvendig for å unngå fare/ }).check()
      await page.getByRole('radio', { name: 'Senere, av en grunn jeg skriver ned' }).check()
      await page.getByRole('button', { name: 'La personen lese' }).click()
      await page.getByText(/^Noe mangler ennå/).waitFor()
      return page
    },
  },
  {
    is: 'by law: on its way',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await withoutAnswer(page, lawAddress, 'waits')
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).first().click()
      await page.getByRole('link', { name: 'Meld fra etter loven' }).click()
      await page.getByText('Henter det loven gjelder.').first().waitFor()
      return page
    },
  },
  {
    is: 'by law: could not be fetched',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await withoutAnswer(page, lawAddress, 500)
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).first().click()
      await page.getByRole('link', { name: 'Meld fra etter loven' }).click()
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
]

export const lawPlaces: readonly Place[] = [
  {
    is: 'the list by law, empty',
    async go({ as, size }) {
      const page = await as('anne', { size })
      await page.goto('/lab/law')
      await page.getByText('Ingenting her').waitFor()
      return page
    },
  },
  {
    is: 'the list by law, a report to take on and somebody to tell',
    async go({ as, size }) {
      const tor = await as('tor', { size })
      await openLawOf(tor, 'Hansen-Ali')
      await report(tor)
      const page = await as('siri', { size })
      await page.goto('/lab/law')
      await page.getByRole('button', { name: 'Fortell en i familien' }).first().click()
      await page.getByRole('button', { name: 'Fortell', exact: true }).click()
      await page.getByText('Velg hvem, og skriv minst 20 tegn.').waitFor()
      return page
    },
  },
  {
    is: 'the list by law, what one has opened for another',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openLawOf(page, 'Hansen-Ali')
      await letMonaRead(page, inDays(5))
      await page.getByRole('link', { name: 'Se under «Etter loven»' }).click()
      await page.getByRole('heading', { name: 'Det du har åpnet for andre' }).waitFor()
      return page
    },
  },
]

export const mySharedPlaces: readonly Place[] = [
  {
    is: 'shared by law: nothing',
    async go({ as, size }) {
      const page = await as('magda', { size })
      await page.goto('/my/shared')
      await page.getByText('Her står ingenting nå').waitFor()
      return page
    },
  },
  {
    is: 'shared by law: who could read, about what, by which law',
    async go({ as, size }) {
      const solveig = await as('solveig', { size })
      await openLawOf(solveig, 'Hansen-Ali')
      await letMonaRead(solveig, inDays(5))
      const page = await as('amina', { size })
      await page.goto('/my/shared')
      await page
        .getByText(/^Mona Vik \(Helsestasjonen\)/)
        .first()
        .waitFor()
      return page
    },
  },
]
