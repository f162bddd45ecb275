import { askAt, pathOf, planMeeting, putUpScreen, toMeeting } from '../meeting-words.ts'
import { clearTable, layTable } from '../table-laid.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

const meetingOf = /\/api\/families\/[^/]+\/meeting$/

export const familyMeetingPlaces: readonly Place[] = [
  {
    is: 'the meeting, nothing planned yet, by the leader, and then too early to save',
    async go(town) {
      const page = await town.as('solveig', { size: town.size })
      await clearTable(page)
      await toMeeting(page)
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
      const table = await aTable(town)
      await table.guest('at the door')
      const page = await table.led()
      await page.getByText('Hodan Warsame vil inn').waitFor()
      await page.getByRole('button', { name: 'Åpne storskjermen' }).click()
      await page.getByRole('link', { name: 'Vis den på denne maskinen' }).waitFor()
      return page
    },
  },
  {
    is: 'the meeting, about to end',
    async go(town) {
      const page = await (await aTable(town)).led()
      await page.getByRole('button', { name: 'Avslutt møtet' }).click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    is: 'the meeting, over, with its hours',
    async go(town) {
      const page = await (await aTable(town)).led()
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
      const table = await aTable(town)
      await table.guest('at the door')
      const amina = await table.mine()
      await amina.getByRole('radio', { name: 'Økonomi', exact: true }).check({ force: true })
      await amina.getByRole('button', { name: 'Åpne økonomi' }).waitFor()
      return amina
    },
  },
  {
    is: 'my meeting, in a pause',
    async go(town) {
      const amina = await (await aTable(town)).mine()
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
      const guest = await (await aTable(town)).guest('outside')
      await guest.getByRole('button', { name: 'Be om å komme inn' }).click()
      await guest.getByText('Skriv hva du heter.').waitFor()
      return guest
    },
  },
  {
    is: 'the waiting room',
    async go(town) {
      return (await aTable(town)).guest('at the door')
    },
  },
  {
    is: 'the table, as a guest with a pen',
    async go(town) {
      return (await aTable(town)).guest('in')
    },
  },
  {
    is: 'the table, where it did not suit just now',
    async go(town) {
      const table = await aTable(town)
      const guest = await table.guest('at the door')
      const amina = await table.mine()
      await amina.getByRole('button', { name: 'Ikke nå, Hodan Warsame' }).click()
      await guest.getByText('Det passet ikke nå').first().waitFor()
      return guest
    },
  },
  {
    is: 'the table, when the meeting is over',
    async go(town) {
      const table = await aTable(town)
      const guest = await table.guest('in')
      await table.laid.press(table.solveig, 'end')
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
      const table = await aTable(town)
      await table.guest('in')
      return table.screen()
    },
  },
  {
    is: 'the large screen, with nothing open',
    async go(town) {
      const table = await aTable(town)
      const screen = await table.screen()
      await table.laid.press(table.amina, 'close', { area: 'housing' })
      await screen.getByText('Ett øyeblikk, vi venter sammen.').waitFor()
      return screen
    },
  },
  {
    is: 'the large screen, in a pause',
    async go(town) {
      const table = await aTable(town)
      const screen = await table.screen()
      await table.laid.press(table.amina, 'pause')
      await screen.getByRole('heading', { name: 'Vi tar en pause' }).waitFor()
      return screen
    },
  },
]

/** A meeting at which the leader sits and the mother has opened housing; whose window one needs goes there. */
async function aTable({ as, open, size }: Town) {
  const solveig = await as('solveig', { size })
  const amina = await as('amina', { size })
  const laid = await layTable(solveig)
  await laid.press(solveig, 'come')
  await laid.press(amina, 'come')
  await laid.press(amina, 'open', { area: 'housing' })
  return {
    laid,
    solveig,
    amina,
    async led() {
      await solveig.goto(laid.page)
      await solveig.getByRole('button', { name: 'Ta en pause' }).waitFor()
      return solveig
    },
    async mine() {
      await amina.goto('/my/meeting')
      await amina.getByText('Bolig er åpent').waitFor()
      return amina
    },
    async screen() {
      await solveig.goto(laid.page)
      return putUpScreen(solveig, open, size)
    },
    /** Hodan has photographed the code, and perhaps asked to come in. */
    async guest(how: 'outside' | 'at the door' | 'in') {
      const guest = await open({ size })
      const code = pathOf(await laid.code(solveig))
      if (how === 'outside') {
        await guest.goto(code)
        await guest.getByRole('heading', { name: 'Velkommen til bordet' }).waitFor()
        return guest
      }
      await askAt(guest, code, 'Hodan Warsame')
      if (how === 'in') {
        await laid.letIn(amina, 'Hodan Warsame')
        await guest.getByText('Du har en penn').waitFor()
      }
      return guest
    },
  }
}
