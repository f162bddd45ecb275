import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { known } from './consent-record.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

async function seenBy({ as, size }: Town, persona: 'amina' | 'jonas', service: string): Promise<Page> {
  const page = await as(persona, { size })
  await page.goto('/my/consents')
  await page.getByRole('link', { name: `Slik ser ${service} det` }).click()
  await page.getByRole('heading', { level: 1, name: `Slik ser ${service} det` }).waitFor()
  return page
}

/** What a service sees of what is mine, as it sees it. */
export const seenByPlaces: readonly Place[] = [
  {
    is: 'as others see it, a service that has a yes',
    async go(town) {
      const page = await seenBy(town, 'jonas', 'NAV')
      await page.getByText('Dette kan NAV lese nå').waitFor()
      return page
    },
  },
  {
    is: 'as others see it, a service that sees nothing',
    async go(town) {
      const page = await seenBy(town, 'amina', 'barnevernet')
      await page.getByText('Ingenting nå').waitFor()
      return page
    },
  },
  {
    is: 'as others see it, on its way',
    async go({ as, size }) {
      const page = await as('jonas', { size })
      await page.goto('/my/consents')
      await withoutAnswer(page, '**/seen', 'waits')
      await page.getByRole('link', { name: 'Slik ser NAV det' }).click()
      await page.getByText('Henter det tjenesten kan lese.').first().waitFor()
      return page
    },
  },
  {
    is: 'as others see it, that could not be fetched',
    async go({ as, size }) {
      const page = await as('jonas', { size })
      await page.goto('/my/consents')
      await withoutAnswer(page, '**/seen', 500)
      await page.getByRole('link', { name: 'Slik ser NAV det' }).click()
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
  {
    is: 'as others see it, a service that never was',
    async go({ as, size }) {
      const page = await as('jonas', { size })
      await page.goto('/my/seen/00000000-0000-4000-8000-000000000000')
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
]

/** The leader writes down that Jonas is not waited for. @returns the page of the leader */
async function oneEnough({ as, size }: Town): Promise<{ solveig: Page; family: string }> {
  const solveig = await as('solveig', { size })
  const { family } = await known(solveig)
  const address = `/api/families/${family}/sole-consents`
  type Form = { children: { id: string; calledName: string; parents: { id: string; calledName: string }[] }[] }
  const { form } = (await (await solveig.request.get(address)).json()) as { form: Form }
  const child = form.children.find(({ calledName }) => calledName === 'Noor')
  const { origin } = new URL((await solveig.request.get('/api/alive')).url())
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const said = await solveig.request.post(address, {
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    data: {
      commandId: randomUUID(),
      soleConsentId: randomUUID(),
      personId: child?.id,
      withoutId: child?.parents.find(({ calledName }) => calledName === 'Jonas')?.id,
      ground: 'cannot_be_reached',
      documentOn: day(-3),
      until: day(60),
      reason: 'Vi har ringt og skrevet fire ganger siden september.',
    },
  })
  // Another place may have written it down in the same town.
  if (![200, 409].includes(said.status())) throw new Error(await said.text())
  return { solveig, family }
}

export const soleConsentAtWorkPlaces: readonly Place[] = [
  {
    is: 'answers on paper and aloud, one of two is enough, written down too early',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      const { family } = await known(page)
      await page.goto(`/lab/families/${family}/consents`)
      await page.getByRole('button', { name: 'Skriv ned at én er nok' }).click()
      await page.getByText(/^Noe mangler ennå\. Fyll ut/).waitFor()
      return page
    },
  },
  {
    is: 'answers on paper and aloud, with that one of two is enough',
    async go(town) {
      const { solveig, family } = await oneEnough(town)
      await solveig.goto(`/lab/families/${family}/consents`)
      await solveig.getByText('Noor: Vi venter ikke på ja fra Jonas.').waitFor()
      return solveig
    },
  },
]

export const soleConsentPlaces: readonly Place[] = [
  {
    is: 'the picture, with that one of two is enough, for the one who is left out',
    async go(town) {
      await oneEnough(town)
      const page = await town.as('jonas', { size: town.size })
      await page.goto('/my/consents')
      await page.getByText('Noor: Vi venter ikke på ja fra deg.').waitFor()
      return page
    },
  },
]
