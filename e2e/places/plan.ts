import type { Page } from '@playwright/test'
import { neverAFamily } from '../nothing-there.ts'
import { decision, goal, openAccountOf, openMyPlan, openPlanOf, propose } from '../plan-words.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

async function mine({ as, size }: Town, persona: Parameters<Town['as']>[0]): Promise<Page> {
  const page = await as(persona, { size })
  await openMyPlan(page)
  return page
}

async function planOf({ as, size }: Town, persona: Parameters<Town['as']>[0], family: string): Promise<Page> {
  const page = await as(persona, { size })
  await openPlanOf(page, family)
  return page
}

export const myPlanPlaces: readonly Place[] = [
  {
    is: 'the plan of a family, with an answer to give',
    async go(town) {
      const page = await mine(town, 'jonas')
      await page.getByText('Én ting venter på svaret ditt').waitFor()
      await page.getByRole('heading', { name: 'Vedtak utenfor laben' }).waitFor()
      return page
    },
  },
  {
    is: 'the plan of one who is alone',
    async go(town) {
      const page = await mine(town, 'marius')
      await decision(page, 'Arbeidstrening, tre formiddager i uka').getByText('Bestemt', { exact: true }).waitFor()
      return page
    },
  },
  {
    is: 'the plan that has no goal yet',
    async go(town) {
      const page = await mine(town, 'magda')
      await page.getByText('Ingen mål ennå').waitFor()
      return page
    },
  },
  {
    is: 'time to think about a decision, with no day chosen',
    async go(town) {
      const page = await mine(town, 'jonas')
      await decision(page, 'Fire timer med gjeldsrådgiver')
        .getByRole('button', { name: 'Jeg vil tenke meg om' })
        .click()
      await page.getByRole('button', { name: 'Ta tenketid' }).click()
      await page.getByText('Velg en dag først.').waitFor()
      return page
    },
  },
  {
    is: 'making a goal from a note, too early',
    async go(town) {
      const page = await mine(town, 'amina')
      await page.getByRole('button', { name: 'Lag et mål' }).click()
      await page.getByLabel('Hvilken lapp?').waitFor()
      await page.getByRole('button', { name: 'Lag målet' }).click()
      await page.getByText('Velg lapp, område og tid, og skriv målet.').waitFor()
      return page
    },
  },
  {
    is: 'the plan on its way',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/api/families/*/plan', 'waits')
      await page.goto('/my/plan')
      await page.getByText('Henter planen.').first().waitFor()
      return page
    },
  },
  {
    is: 'the plan that could not be fetched',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/api/families/*/plan', 500)
      await page.goto('/my/plan')
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]

export const myAccountPlaces: readonly Place[] = [
  {
    is: 'what it costs, for one who is alone',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my/account')
      await page.getByRole('heading', { name: 'Alle linjene' }).waitFor()
      await page.getByText('Arbeidstrening på musikkhuset').first().waitFor()
      return page
    },
  },
  {
    is: 'what it costs, before there is money',
    async go({ as, size }) {
      const page = await as('magda', { size })
      await page.goto('/my/account')
      await page.getByText('Ingen penger ennå').waitFor()
      return page
    },
  },
  {
    is: 'what it costs, not fetched',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await withoutAnswer(page, '**/account', 500)
      await page.goto('/my')
      await page.getByRole('link', { name: 'Se hva det koster' }).click()
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]

export const familyPlanPlaces: readonly Place[] = [
  {
    is: 'the plan for the one who leads, deciding refused because somebody thinks',
    async go(town) {
      const page = await planOf(town, 'solveig', 'Hansen-Ali')
      const card = decision(page, 'Tegnekurs for Sara fra nyttår')
      await card.getByRole('button', { name: 'Bestem dette nå' }).click()
      await card.getByRole('alert').waitFor()
      return page
    },
  },
  {
    is: 'the plan for a service, green and amber',
    async go(town) {
      const page = await planOf(town, 'tor', 'Marius Lie')
      await decision(page, 'Plass på kurs i lydteknikk').getByText('Kan bestemmes her og nå').waitFor()
      await decision(page, 'Utstyr til læretida').getByText('Trenger ja fra Hanne').waitFor()
      return page
    },
  },
  {
    is: 'asking who has the mandate',
    async go(town) {
      const page = await planOf(town, 'tor', 'Marius Lie')
      await decision(page, 'Utstyr til læretida').getByRole('button', { name: 'Spør Hanne nå' }).click()
      await page.getByRole('dialog', { name: 'Hvem skal svare?' }).waitFor()
      return page
    },
  },
  {
    is: 'adding something done each month, with an amount that is none',
    async go(town) {
      const page = await planOf(town, 'solveig', 'Hansen-Ali')
      await goal(page, 'Vite hvem vi skylder penger').getByRole('button', { name: 'Legg til noe vi gjør' }).click()
      await page.getByRole('textbox', { name: 'Hva skal gjøres?' }).fill('Støttekontakt')
      await page.getByLabel('Hvem gjør det?').selectOption({ label: 'Torbjørn Lie' })
      await page.getByRole('radio', { name: 'Hver måned' }).check()
      await page.getByLabel('Hvem betaler?').selectOption({ label: 'NAV' })
      await page.getByLabel('Hvor mange kroner i måneden?').fill('mange')
      await page.getByRole('button', { name: 'Legg til i planen' }).click()
      await page.getByText('Skriv beløpet med tall, som 12 000.').waitFor()
      return page
    },
  },
  {
    is: 'proposing a decision, refused without its ground in law',
    async go(town) {
      const page = await planOf(town, 'solveig', 'Hansen-Ali')
      const form = await propose(page, 'Se på tre leiligheter nær skolen')
      await form.getByRole('checkbox', { name: 'Amina' }).check()
      await form.getByLabel('Hvem betaler?').selectOption({ label: 'NAV' })
      await form.getByLabel('Hvor mange kroner, til sammen?').fill('500')
      await form.getByLabel('Hva er det i loven?').selectOption({ label: 'Enkeltvedtak' })
      await form.getByRole('button', { name: 'Legg fram' }).click()
      await form.getByRole('alert').waitFor()
      return page
    },
  },
  {
    is: 'changing what a decision says',
    async go(town) {
      const page = await planOf(town, 'solveig', 'Hansen-Ali')
      await decision(page, 'Fire timer med gjeldsrådgiver').getByRole('button', { name: 'Endre innholdet' }).click()
      await page.getByText('Endrer du noe, må alle det gjelder, svare på nytt.').waitFor()
      return page
    },
  },
  {
    is: 'writing down what somebody said, too early',
    async go(town) {
      const page = await planOf(town, 'solveig', 'Hansen-Ali')
      await decision(page, 'Fire timer med gjeldsrådgiver').getByRole('button', { name: 'Skriv ned et svar' }).click()
      await page.getByRole('button', { name: 'Skriv ned svaret' }).click()
      await page.getByText('Velg hvem som svarte, hva svaret var, og hvordan.').waitFor()
      return page
    },
  },
  {
    is: 'asked whether to stop something',
    async go(town) {
      const page = await planOf(town, 'solveig', 'Hansen-Ali')
      await page.getByRole('button', { name: /^Stopp dette.*Kjøre flyttelass/ }).click()
      await page.getByRole('dialog', { name: 'Stoppe dette?' }).waitFor()
      return page
    },
  },
  {
    is: 'recording what was decided outside the lab, too early',
    async go(town) {
      const page = await planOf(town, 'tor', 'Hansen-Ali')
      await page.getByRole('button', { name: 'Skriv et vedtak utenfor laben' }).click()
      await page.getByRole('button', { name: 'Vis det i planen' }).click()
      await page.getByText('Skriv hva som er bestemt, hvilken lov det bygger på, og hvem det gjelder.').waitFor()
      return page
    },
  },
  {
    is: 'the plan of a family that never was',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await page.goto(`/lab/families/${neverAFamily}/plan`)
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
]

export const familyAccountPlaces: readonly Place[] = [
  {
    is: 'the ledger of a family, with a correction',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openAccountOf(page, 'Hansen-Ali')
      await page.getByText('Rettelse', { exact: true }).first().waitFor()
      return page
    },
  },
  {
    is: 'entering a cost, with an amount that is none',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openAccountOf(page, 'Hansen-Ali')
      await page.getByRole('button', { name: 'Skriv inn en kostnad' }).click()
      await page.getByLabel('Hva gjelder det?').selectOption({ index: 1 })
      await page.getByLabel('Hvor mange kroner?').fill('mange')
      await page.getByRole('button', { name: 'Skriv inn', exact: true }).click()
      await page.locator('[aria-invalid="true"]').waitFor()
      return page
    },
  },
  {
    is: 'asked whether to correct a line',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openAccountOf(page, 'Hansen-Ali')
      await page
        .getByRole('button', { name: /^Rett linjen: Møte/ })
        .first()
        .click()
      await page.getByRole('dialog', { name: 'Rette denne linjen?' }).waitFor()
      return page
    },
  },
]

export const askedPlaces: readonly Place[] = [
  {
    is: 'asked for a yes under my mandate',
    async go({ as, size }) {
      const page = await as('hanne', { size })
      await page.goto('/lab/asked')
      await decision(page, 'Flytting, fem senger og barneseng').waitFor()
      return page
    },
  },
  {
    is: 'asked for a yes, and saying no',
    async go({ as, size }) {
      const page = await as('hanne', { size })
      await page.goto('/lab/asked')
      await decision(page, 'Flytting, fem senger og barneseng')
        .getByRole('button', { name: 'Nei', exact: true })
        .click()
      await page.getByRole('dialog', { name: 'Si nei til dette?' }).waitFor()
      return page
    },
  },
  {
    is: 'asked for nothing',
    async go({ as, size }) {
      const page = await as('anne', { size })
      await page.goto('/lab/asked')
      await page.getByText('Ingen spør deg nå').waitFor()
      return page
    },
  },
]
