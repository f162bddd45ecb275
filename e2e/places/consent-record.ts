import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { beginNote, openMyCloth, unfold } from '../cloth-words.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

interface Known {
  readonly family: string
  readonly parties: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

/** Who is who at Amina's table, as Solveig's own page is told. */
export async function known(solveig: Page): Promise<Known> {
  const { families } = await answer<{ families: { id: string; name: string }[] }>(solveig, '/api/families')
  const family = families.find(({ name }) => name === 'Hansen-Ali')?.id ?? ''
  const { form } = await answer<{
    form: {
      givers: { id: string; calledName: string }[]
      services: { partyId: string; name: string }[]
      witnesses: { id: string; calledName: string }[]
    }
  }>(solveig, `/api/families/${family}/consents/recorded`)
  return {
    family,
    parties: new Map(form.services.map(({ partyId, name }) => [name, partyId])),
    people: new Map([...form.givers, ...form.witnesses].map(({ id, calledName }) => [calledName, id])),
  }
}

/** What Amina said aloud to the school while Tor listened. @returns the page of the leader */
async function saidAloud({ as, size }: Town): Promise<{ solveig: Page; at: Known; consent: string }> {
  const solveig = await as('solveig', { size })
  const at = await known(solveig)
  const today = new Date().toISOString().slice(0, 10)
  const later = new Date(Date.now() + 150 * 86_400_000).toISOString().slice(0, 10)
  const amina = at.people.get('Amina')
  const { origin } = new URL((await solveig.request.get('/api/alive')).url())
  const said = await solveig.request.post(`/api/families/${at.family}/consents/record`, {
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    data: {
      commandId: randomUUID(),
      giverId: amina,
      partyId: at.parties.get('Skolen'),
      purpose: 'make_and_follow_plan',
      saidOn: today,
      language: 'nb',
      textVersion: '2026-11',
      areas: ['school', 'leisure'],
      persons: [amina],
      until: later,
      witnessId: at.people.get('Tor'),
    },
  })
  expect(said.status()).toBe(200)
  const { consentIds } = (await said.json()) as { consentIds: string[] }
  return { solveig, at, consent: consentIds[0] ?? '' }
}

async function answer<Body>(page: Page, address: string): Promise<Body> {
  const said = await page.request.get(address)
  expect(said.status(), address).toBe(200)
  return (await said.json()) as Body
}

async function open({ as, size }: Town): Promise<Page> {
  const page = await as('solveig', { size })
  const { family } = await known(page)
  await page.goto(`/lab/families/${family}/consents`)
  await page.getByRole('heading', { name: 'Skriv ned et svar' }).waitFor()
  return page
}

async function filled(town: Town): Promise<Page> {
  const page = await open(town)
  await page.getByLabel('Hvem svarte?').selectOption({ label: 'Amina' })
  await page.getByRole('radio', { name: 'Sa det høyt' }).check()
  await page.getByLabel('Hvilken tjeneste gjelder det?').selectOption({ label: 'Skolen' })
  await page.getByRole('radio', { name: 'Ja', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Fritid' }).check()
  await page.getByRole('checkbox', { name: 'Amina' }).check()
  await page.getByText('Les dette høyt før du skriver det ned:').waitFor()
  return page
}

/** The leader's page for what was answered on paper and aloud, and the same page for who heard it. */
export const familyConsentsPlaces: readonly Place[] = [
  { is: 'answers on paper and aloud, before anything is chosen', go: open },
  { is: 'answers on paper and aloud, a yes being written down', go: filled },
  {
    is: 'answers on paper and aloud, sent too early',
    async go(town) {
      const page = await filled(town)
      await page.getByRole('button', { name: 'Skriv ned svaret' }).click()
      await page.getByText(/^Noe mangler ennå/).waitFor()
      return page
    },
  },
  {
    is: 'answers on paper and aloud, on their way',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      const { family } = await known(page)
      await withoutAnswer(page, '**/consents/recorded', 'waits')
      await page.goto(`/lab/families/${family}/consents`)
      await page.getByText('Henter svarene.').first().waitFor()
      return page
    },
  },
  {
    is: 'answers on paper and aloud, that could not be fetched',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      const { family } = await known(page)
      await withoutAnswer(page, '**/consents/recorded', 500)
      await page.goto(`/lab/families/${family}/consents`)
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
  {
    is: 'answers on paper and aloud, one that waits for who heard it',
    async go(town) {
      const { solveig, at } = await saidAloud(town)
      await solveig.goto(`/lab/families/${at.family}/consents`)
      await solveig.getByText('Venter på at Tor bekrefter det.').first().waitFor()
      return solveig
    },
  },
  {
    is: 'answers on paper and aloud, for who heard one',
    async go(town) {
      const { at } = await saidAloud(town)
      const page = await town.as('tor', { size: town.size })
      await page.goto(`/lab/families/${at.family}/consents`)
      await page.getByRole('heading', { name: 'Hørte du at Amina sa ja?' }).first().waitFor()
      return page
    },
  },
  {
    is: 'answers on paper and aloud, for who has heard nothing',
    async go(town) {
      const { family } = await known(await town.as('solveig', { size: town.size }))
      const page = await town.as('torbjorn', { size: town.size })
      await page.goto(`/lab/families/${family}/consents`)
      await page.getByText('Ingenting venter på deg her').waitFor()
      return page
    },
  },
]

/** A note for everyone at the table that seems to hold a telephone number. */
export const privacyPlaces: readonly Place[] = [
  {
    is: 'the cloth, a note that is asked about',
    async go({ as, size, wide }) {
      const page = await as('amina', { size })
      await openMyCloth(page)
      if (!wide) await unfold(page, 'Det vi er gode på')
      const field = await beginNote(page, 'Det vi er gode på')
      await field.fill('Ring Jonas på 400 00 123.')
      await page.getByText('Det ser ut til å stå et telefonnummer i teksten.').waitFor()
      return page
    },
  },
]

/** Amina's own yes to the school, that ends in twenty days. */
async function nearEnd({ as, size }: Town): Promise<Page> {
  const solveig = await as('solveig', { size })
  const at = await known(solveig)
  const amina = await as('amina', { size })
  const { origin } = new URL((await amina.request.get('/api/alive')).url())
  const said = await amina.request.post(`/api/families/${at.family}/consents`, {
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    data: {
      commandId: randomUUID(),
      partyId: at.parties.get('Skolen'),
      purpose: 'make_and_follow_plan',
      areas: ['school', 'leisure'],
      persons: [at.people.get('Amina')],
      until: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
      language: 'nb',
      textVersion: '2026-11',
    },
  })
  expect(said.status()).toBe(200)
  await amina.goto('/my/consents')
  await amina.getByRole('heading', { name: 'Ett ja går snart ut' }).waitFor()
  return amina
}

/** What was written down for Amina, and what ends soon, on her own page. */
export const writtenDownPlaces: readonly Place[] = [
  { is: 'the picture, with a yes that ends soon', go: nearEnd },
  {
    is: 'the picture, a yes that ends soon explained, with the words that were read',
    async go(town) {
      const page = await nearEnd(town)
      await page.getByRole('button', { name: /^Skolen, Fritid, deg:/ }).click()
      await page.getByRole('button', { name: 'Les ordene du sa ja til' }).click()
      await page.getByText('Utgave 2026-11, bokmål').waitFor()
      return page
    },
  },
  {
    is: 'the picture, with an answer written down for me',
    async go(town) {
      await saidAloud(town)
      const page = await town.as('amina', { size: town.size })
      await page.goto('/my/consents')
      await page.getByRole('heading', { name: 'Skrevet ned for deg' }).waitFor()
      return page
    },
  },
]
