import { expect, type Page } from '@playwright/test'
import { openJourneyOf, openMyJourney, point } from '../journey-words.ts'
import { neverAFamily } from '../nothing-there.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

async function mine({ as, size }: Town, persona: Parameters<Town['as']>[0]): Promise<Page> {
  const page = await as(persona, { size })
  await openMyJourney(page)
  return page
}

/** Solveig asks Magda to go on, unless she did before. */
async function asked({ as, size }: Town): Promise<Page> {
  const page = await as('solveig', { size })
  await openJourneyOf(page, 'Kowalska')
  const phase = page.getByRole('region', { name: 'Fase', exact: true })
  await phase.locator('[aria-current=step]').waitFor()
  const ask = phase.getByRole('button', { name: 'Spør om å gå videre' })
  if (await ask.isVisible()) {
    await ask.click()
    await phase.getByRole('radio', { name: 'Investere' }).check()
    await phase.getByRole('textbox').fill('Nå kjenner vi hverandre.')
    await phase.getByRole('button', { name: 'Spør familien' }).click()
  }
  return page
}

export const myJourneyPlaces: readonly Place[] = [
  {
    is: 'the phase of the work, with the question whether to go on',
    async go(town) {
      const solveig = await asked(town)
      await solveig.getByText('Vi venter på svar fra familien.').waitFor()
      const page = await mine(town, 'magda')
      await page.getByRole('button', { name: 'Nei, ikke nå' }).waitFor()
      return page
    },
  },
  {
    is: 'the phase of the work, gone the whole way',
    async go(town) {
      const page = await mine(town, 'emma')
      await page.getByText('Nå: Klare seg videre').waitFor()
      return page
    },
  },
  {
    is: 'how I am doing and the journey, with a step back and two views',
    async go(town) {
      const page = await mine(town, 'amina')
      await page.getByRole('heading', { name: 'Her ser vi det ulikt' }).waitFor()
      await point(page, 'Start').focus()
      await page.getByText('«Fukt, gjeld og varsel om å flytte.»').waitFor()
      return page
    },
  },
  {
    is: 'the journey of one who is alone, with its tables open',
    async go(town) {
      const page = await mine(town, 'marius')
      for (const which of [0, 1]) await page.getByText('Vis som tabell').nth(which).click()
      await page.getByRole('columnheader', { name: 'Nå, teamet' }).waitFor()
      return page
    },
  },
  {
    is: 'the journey that has only begun',
    async go(town) {
      const page = await mine(town, 'magda')
      await expect(point(page, 'Nå')).toBeVisible()
      return page
    },
  },
  {
    is: 'the question of how I am doing, half answered',
    async go(town) {
      const page = await mine(town, 'amina')
      await page.getByRole('button', { name: 'Svar nå' }).click()
      await page.getByRole('radio', { name: '6', exact: true }).check()
      await page.getByRole('radio', { name: 'Jeg og Solveig' }).check()
      await page.getByText('Du og Solveig kan lese svaret. Ingen hjemme kan lese det.').waitFor()
      return page
    },
  },
  {
    is: 'the question of how I am doing, saved with nothing said',
    async go(town) {
      const page = await mine(town, 'jonas')
      await page.getByRole('button', { name: 'Svar nå' }).click()
      await page.getByRole('button', { name: 'Lagre svaret' }).click()
      await page.getByText('Velg et tall, skriv noen ord, eller velg at du ikke vil svare.').waitFor()
      return page
    },
  },
  {
    is: 'asked whether to erase an answer',
    async go(town) {
      const page = await mine(town, 'marius')
      await page
        .getByRole('button', { name: /^Slett svaret/ })
        .first()
        .click()
      await page.getByRole('dialog', { name: 'Slette svaret?' }).waitFor()
      return page
    },
  },
  {
    is: 'placing housing',
    async go(town) {
      const page = await mine(town, 'amina')
      await page.getByRole('button', { name: 'Svar om bolig' }).click()
      await page.getByRole('radio', { name: /^Hjemmet er trygt, passer/ }).check()
      await page.getByText('Nå kan Jonas og Solveig lese det du svarer her.').waitFor()
      return page
    },
  },
  {
    is: 'placing the whole, with the two questions and something missing',
    async go(town) {
      const page = await mine(town, 'amina')
      await page.getByRole('button', { name: 'Svar for alt i alt' }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByRole('group', { name: /^Hvor mye styrke/ })
        .getByRole('radio', { name: '7', exact: true })
        .check()
      await dialog.getByRole('button', { name: 'Lagre svaret' }).click()
      await expect(dialog.getByText('Velg en setning først.')).toBeVisible()
      return page
    },
  },
  {
    is: 'setting a goal',
    async go(town) {
      const page = await mine(town, 'amina')
      await page.getByRole('button', { name: 'Sett et mål' }).click()
      await page.getByRole('radio', { name: 'om to år' }).waitFor()
      return page
    },
  },
  {
    is: 'the page as a child meets it: no numbers',
    async go(town) {
      const page = await mine(town, 'sara')
      await page.getByText('Din egen side kommer').waitFor()
      return page
    },
  },
  {
    is: 'the journey that could not be fetched',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/journey', 500)
      await page.goto('/my')
      await page.getByRole('link', { name: 'Reisen', exact: true }).filter({ visible: true }).click()
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]

export const familyJourneyPlaces: readonly Place[] = [
  {
    is: 'the journey of a family, for the one who leads',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openJourneyOf(page, 'Hansen-Ali')
      await page.getByRole('heading', { name: 'Slik har de det' }).waitFor()
      await page.getByText('Vis som tabell').first().click()
      return page
    },
  },
  {
    is: 'placing for the team',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openJourneyOf(page, 'Marius Lie')
      await page.getByRole('button', { name: 'Svar for alt i alt' }).click()
      await page.getByText('Hvor mye styrke og hjelp har familien rundt seg?').waitFor()
      return page
    },
  },
  {
    is: 'the phase of a family, asking to go on without a reason',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openJourneyOf(page, 'Hansen-Ali')
      await page.getByRole('button', { name: 'Spør om å gå videre' }).click()
      await page.getByRole('button', { name: 'Spør familien' }).click()
      await page.getByText('Velg fase, og skriv hvorfor.').waitFor()
      return page
    },
  },
  {
    is: 'the phase of a family that has been asked to go on',
    async go(town) {
      const page = await asked(town)
      await page.getByText('Vi venter på svar fra familien.').waitFor()
      return page
    },
  },
  {
    is: 'the journey of a family that has not said yes to my service',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await openJourneyOf(page, 'Hansen-Ali')
      await page.getByText('Her står det familien har sagt ja til at du leser.').waitFor()
      return page
    },
  },
  {
    is: 'the journey of a family that never was',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await page.goto(`/lab/families/${neverAFamily}/journey`)
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
]
