import { expect, type Page } from '@playwright/test'
import { askIn, codeOn, openToTable, planMeeting, putUpScreen, startMeeting } from '../meeting-words.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

const meetingOf = /\/api\/families\/[^/]+\/meeting$/

export const familyMeetingPlaces: readonly Place[] = [
  {
    is: 'the meeting, nothing planned yet, by the leader, and then too early to save',
    async go(town) {
      const page = await town.as('solveig', { size: town.size })
      await clearTable(page)
      await page.getByRole('button', { name: 'Avtal møtet' }).click()
      await page.getByText('Velg dag og klokkeslett.').waitFor()
      return page
    },
  },
  {
    is: 'the meeting, on its way',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await withoutAnswer(page, meetingOf, 'waits')
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
      await page.getByRole('link', { name: 'Til møtet' }).click()
      await page.getByText('Henter møtet.').first().waitFor()
      return page
    },
  },
  {
    is: 'the meeting, could not be fetched',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await withoutAnswer(page, meetingOf, 500)
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
      await page.getByRole('link', { name: 'Til møtet' }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  {
    is: 'the meeting, planned, about to be cancelled',
    async go(town) {
      const page = await town.as('solveig', { size: town.size })
      await clearTable(page)
      await planMeeting(page)
      await page.getByRole('button', { name: 'Avlys møtet' }).click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    is: 'the meeting, on, by the leader, with somebody at the door and the link to the screen',
    async go(town) {
      const { solveig } = await aTable(town, 'at the door')
      await solveig.getByText('Hodan Warsame vil inn').waitFor()
      return solveig
    },
  },
  {
    is: 'the meeting, about to end',
    async go(town) {
      const page = await town.as('solveig', { size: town.size })
      await clearTable(page)
      await startMeeting(page)
      await page.getByRole('button', { name: 'Avslutt møtet' }).click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    is: 'the meeting, over, with its hours',
    async go(town) {
      const page = await town.as('solveig', { size: town.size })
      await clearTable(page)
      await startMeeting(page)
      await page.getByRole('button', { name: 'Avslutt møtet' }).click()
      await page.getByRole('button', { name: 'Ja, møtet er slutt' }).click()
      await page.getByRole('button', { name: 'Før timene' }).waitFor()
      return page
    },
  },
]

export const myMeetingPlaces: readonly Place[] = [
  {
    is: 'my meeting, nothing planned',
    async go(town) {
      await clearTable(await town.as('solveig', { size: town.size }))
      const page = await town.as('amina', { size: town.size })
      await page.goto('/my/meeting')
      await page.getByText('Ikke noe møte er avtalt ennå').waitFor()
      return page
    },
  },
  {
    is: 'my meeting, on: something open, something about to be opened, and somebody who waits for my yes',
    async go(town) {
      const { amina } = await aTable(town, 'at the door')
      await amina.getByRole('radio', { name: 'Økonomi', exact: true }).check({ force: true })
      await amina.getByRole('button', { name: 'Åpne økonomi' }).waitFor()
      return amina
    },
  },
  {
    is: 'my meeting, in a pause',
    async go(town) {
      const { amina } = await aTable(town, 'at the door')
      await amina.getByRole('button', { name: 'Ta en pause' }).click()
      await amina.getByRole('button', { name: 'Fortsett møtet' }).waitFor()
      return amina
    },
  },
]

export const tablePlaces: readonly Place[] = [
  {
    is: 'the table, without a code',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/table')
      await page.getByText(/^Ta bilde av koden med telefonen/).waitFor()
      return page
    },
  },
  {
    is: 'the table, with a code that is too old',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/table#x')
      await page.getByText(/^Koden er gått ut/).waitFor()
      return page
    },
  },
  {
    is: 'the door of the table, too early',
    async go(town) {
      const { guest } = await aTable(town, 'outside')
      await guest.getByRole('button', { name: 'Be om å komme inn' }).click()
      await guest.getByText('Skriv hva du heter.').waitFor()
      return guest
    },
  },
  {
    is: 'the waiting room',
    async go(town) {
      return (await aTable(town, 'at the door')).guest
    },
  },
  {
    is: 'the table, as a guest with a pen',
    async go(town) {
      return (await aTable(town, 'in')).guest
    },
  },
  {
    is: 'the table, where it did not suit just now',
    async go(town) {
      const { guest, amina } = await aTable(town, 'at the door')
      await amina.getByRole('button', { name: 'Ikke nå, Hodan Warsame' }).click()
      await guest.getByText('Det passet ikke nå').first().waitFor()
      return guest
    },
  },
  {
    is: 'the table, when the meeting is over',
    async go(town) {
      const { guest, solveig } = await aTable(town, 'in')
      await solveig.getByRole('button', { name: 'Avslutt møtet' }).click()
      await solveig.getByRole('button', { name: 'Ja, møtet er slutt' }).click()
      await guest.getByText('Siden er lukket.', { exact: false }).waitFor()
      return guest
    },
  },
]

export const screenPlaces: readonly Place[] = [
  {
    is: 'the large screen, with a link that is too old',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/screen#x')
      await page.getByText('Lenken virker ikke lenger').waitFor()
      return page
    },
  },
  {
    is: 'the large screen, with something open',
    // It hangs on a wall: the cloth on it is drawn as a table lies, and nobody holds it in a hand.
    only: 'desk',
    async go(town) {
      return (await aTable(town, 'in')).screen
    },
  },
  {
    is: 'the large screen, with nothing open',
    async go(town) {
      const { screen, amina } = await aTable(town, 'outside')
      await amina.getByRole('button', { name: 'Lukk bolig' }).click()
      await screen.getByText('Ett øyeblikk, vi venter sammen.').waitFor()
      return screen
    },
  },
  {
    is: 'the large screen, in a pause',
    async go(town) {
      const { screen, amina } = await aTable(town, 'outside')
      await amina.getByRole('button', { name: 'Ta en pause' }).click()
      await screen.getByRole('heading', { name: 'Vi tar en pause' }).waitFor()
      return screen
    },
  },
]

/** Whatever an earlier place has left at the table is over. */
async function clearTable(solveig: Page): Promise<void> {
  await solveig.goto('/lab')
  await solveig.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
  await solveig.getByRole('link', { name: 'Til møtet' }).click()
  const end = solveig.getByRole('button', { name: 'Avslutt møtet' })
  const cancel = solveig.getByRole('button', { name: 'Avlys møtet' })
  const plan = solveig.getByRole('button', { name: 'Avtal møtet' })
  await expect(end.or(cancel).or(plan)).toBeVisible()
  if (await end.isVisible()) {
    await end.click()
    await solveig.getByRole('button', { name: 'Ja, møtet er slutt' }).click()
  } else if (await cancel.isVisible()) {
    await cancel.click()
    await solveig.getByRole('button', { name: 'Ja, avlys' }).click()
  }
  await plan.waitFor()
}

/** A table with a leader, a mother who has opened housing, a screen, and a guest as far as one asks. */
async function aTable({ as, open, size }: Town, hodan: 'outside' | 'at the door' | 'in') {
  const solveig = await as('solveig', { size })
  await clearTable(solveig)
  await startMeeting(solveig)
  const amina = await as('amina', { size })
  await amina.goto('/my/meeting')
  await amina.getByRole('button', { name: 'Jeg er her' }).click()
  await openToTable(amina, 'Bolig')
  const screen = await putUpScreen(solveig, open, size)
  const guest = await open({ size })
  if (hodan === 'outside') {
    await guest.goto(await codeOn(screen))
    await guest.getByRole('heading', { name: 'Velkommen til bordet' }).waitFor()
  } else await askIn(guest, screen, 'Hodan Warsame')
  if (hodan === 'in') {
    await amina.getByRole('button', { name: 'Ja, slipp inn Hodan Warsame' }).click()
    await guest.getByText('Du har en penn').waitFor()
  }
  return { solveig, amina, screen, guest }
}
