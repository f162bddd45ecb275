import type { Page } from '@playwright/test'
import { withoutAnswer, type Place, type Town } from './place.ts'

/** The five fields, as somebody fills them in on her phone. */
async function fill(page: Page, name = 'Ragna Askeland'): Promise<void> {
  await page.goto('/ask')
  await page.getByLabel('Navnet ditt').fill(name)
  await page.getByLabel('Fødselsdagen din').fill('1993-06-07')
  await page.getByLabel('Hvor når vi deg?').fill('400 00 321, etter klokka 16')
  await page.getByLabel('Hva håper du på?').fill('At noen ser hele bildet.')
}

async function sent({ open, size }: Town, name?: string): Promise<{ page: Page; code: string }> {
  const page = await open({ size })
  await fill(page, name)
  await page.getByRole('button', { name: 'Send' }).click()
  const signs = page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  await signs.waitFor()
  return { page, code: (await signs.textContent()) ?? '' }
}

async function cameBack(town: Town): Promise<Page> {
  const { page, code } = await sent(town)
  await page.getByRole('button', { name: 'Jeg har skrevet den ned' }).click()
  await page.getByLabel('Koden du fikk').fill(code)
  await page.getByRole('button', { name: 'Se om vi har svart' }).click()
  await page.getByText('Mottatt', { exact: true }).waitFor()
  return page
}

export const selfReferralPlaces: readonly Place[] = [
  {
    is: 'referring oneself, too early',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/ask')
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText(/^Før du kan sende, mangler/).waitFor()
      return page
    },
  },
  {
    is: 'referring oneself, asked about something private',
    async go({ open, size }) {
      const page = await open({ size })
      await fill(page)
      await page.getByLabel('Hva håper du på?').fill('Ring meg på 400 00 321.')
      await page.getByRole('button', { name: 'Ja, la det stå' }).waitFor()
      return page
    },
  },
  {
    is: 'referring oneself, refused: too young',
    async go({ open, size }) {
      const page = await open({ size })
      await fill(page)
      await page.getByLabel('Fødselsdagen din').fill('2015-06-07')
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  {
    is: 'referring oneself, not sent',
    async go({ open, size }) {
      const page = await open({ size })
      await withoutAnswer(page, '**/api/self-referral', 'lost')
      await fill(page)
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  {
    is: 'referring oneself, the code as it is shown once',
    async go(town) {
      return (await sent(town)).page
    },
  },
  {
    is: 'referring oneself, coming back with a code that opens nothing',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/ask')
      await page.getByRole('button', { name: 'Jeg har en kode' }).click()
      await page.getByLabel('Koden du fikk').fill('K7QM-4XRD-9TBN-2FHC')
      await page.getByRole('button', { name: 'Se om vi har svart' }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  { is: 'referring oneself, coming back: received', go: cameBack },
  {
    is: 'referring oneself, about to take it back',
    async go(town) {
      const page = await cameBack(town)
      await page.getByRole('button', { name: 'Ta det tilbake' }).click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    is: 'referring oneself, taken back',
    async go(town) {
      const page = await cameBack(town)
      await page.getByRole('button', { name: 'Ta det tilbake' }).click()
      await page.getByRole('button', { name: 'Ja, ta det tilbake' }).click()
      await page.getByRole('heading', { name: 'Det er tatt tilbake' }).waitFor()
      return page
    },
  },
]

/** What the core team finds of it at the door. */
export const selfAtDoorPlaces: readonly Place[] = [
  {
    is: 'the door: somebody has referred herself, taken in too early',
    async go(town) {
      const page = await atDoor(town)
      await page.getByRole('button', { name: 'Ta imot ved døra: Ragna Askeland' }).first().click()
      await page.getByText('Velg hvem i familien det er.').waitFor()
      return page
    },
  },
  {
    is: 'the door: somebody has referred herself, how it went is asked',
    async go(town) {
      const page = await atDoor(town)
      await page.getByRole('button', { name: 'Det blir ikke noe mer: Ragna Askeland' }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Skriv det ned' }).click()
      await page.getByText('Velg hvordan det ble.').waitFor()
      return page
    },
  },
  {
    is: 'the door: somebody who referred herself was taken in',
    async go(town) {
      const page = await atDoor(town, 'Sunniva Aske')
      const sheet = page.getByRole('listitem').filter({ hasText: 'Sunniva Aske' })
      await sheet.getByRole('radio', { name: 'Mor', exact: true }).check()
      await sheet.getByRole('button', { name: /^Ta imot ved døra/ }).click()
      await page.getByText('Sunniva Aske står nå ved døra.').waitFor()
      await page.getByText('Meldte seg på selv, uten å logge inn.').waitFor()
      return page
    },
  },
]

async function atDoor(town: Town, name = 'Ragna Askeland'): Promise<Page> {
  await sent(town, name)
  const page = await town.as('berit', { size: town.size })
  await page.goto('/lab/door')
  await page.getByRole('heading', { name, exact: true }).first().waitFor()
  return page
}

/** Who answers for whom, written down at the door while nobody leads the family. */
export const answersAtDoorPlaces: readonly Place[] = [
  {
    is: 'the door: who has referred herself, who answers for whom is written down too early',
    async go(town) {
      const page = await toWhoAnswers(town)
      await page.getByRole('button', { name: /^Skriv ned hvem som svarer/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click()
      await page.getByText(/^Før du kan lagre, mangler/).waitFor()
      return page
    },
  },
]

async function toWhoAnswers(town: Town): Promise<Page> {
  const name = 'Torild Askim'
  const page = await atDoor(town, name)
  const sheet = page.getByRole('listitem').filter({ hasText: name })
  await sheet.getByRole('radio', { name: 'Mor', exact: true }).check()
  await sheet.getByRole('button', { name: /^Ta imot ved døra/ }).click()
  await page.getByText(`${name} står nå ved døra.`).waitFor()
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('link', { name: 'Sjekkliste, svar og leder' }).click()
  await page.getByRole('heading', { name: 'Hvem svarer for hvem' }).waitFor()
  return page
}
