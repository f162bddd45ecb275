import type { Page } from '@playwright/test'
import { neverAFamily } from '../nothing-there.ts'
import { get, openSigningOf, planSomething, post } from '../signing-words.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

/** Magda has put her plan up, once for all who look. */
async function putUp({ as, size }: Town): Promise<Page> {
  const page = await as('magda', { size })
  await page.goto('/my')
  await page.getByRole('link', { name: 'Skriv under planen' }).waitFor()
  const { families } = await get<{ families: { id: string }[] }>(page, '/api/me')
  const { open } = await get<{ open: unknown }>(page, `/api/families/${families[0]?.id ?? ''}/signing`)
  if (!open) {
    const family = await planSomething(page, { text: 'Gå på norskkurs', due: inAMonth() })
    await post(page, `${family}/signing`, { versionId: crypto.randomUUID() })
  }
  await page.goto('/my/signing')
  await page.getByRole('heading', { name: 'Skrive under planen' }).waitFor()
  return page
}

export const mySigningPlaces: readonly Place[] = [
  {
    is: 'signing: a plan that all have signed, one of them drawn',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my/signing')
      await page.getByRole('img', { name: 'Navnet slik Marius Lie tegnet det' }).waitFor()
      await page.getByRole('button', { name: 'Se om den stemmer' }).click()
      await page.getByText('Den stemmer. Det som er lagret').waitFor()
      return page
    },
  },
  {
    is: 'signing: no plan is put up',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my/signing')
      await page.getByRole('heading', { name: 'Planen er ikke lagt fram ennå' }).waitFor()
      return page
    },
  },
  {
    is: 'signing: a plan put up, drawing one’s name with nothing drawn',
    async go(town) {
      const page = await putUp(town)
      await page.getByRole('button', { name: 'Jeg vil heller tegne navnet' }).click()
      await page.getByRole('button', { name: 'Skriv under med tegningen' }).click()
      await page.getByText('Tegn navnet ditt i feltet først.').waitFor()
      return page
    },
  },
  {
    is: 'signing: refused, because it is not what was read',
    async go(town) {
      const page = await putUp(town)
      await page.route('**/sign', (route) => route.fulfill({ status: 409, json: { refused: 'signing-other-content' } }))
      await page.getByRole('button', { name: 'Skriv under som Magda Kowalska' }).click()
      await page.getByText('Det som står her, er ikke det du leste.').waitFor()
      return page
    },
  },
  {
    is: 'signing: the plan was changed before all had signed, and differs from what is in force',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.route('**/api/families/*/signing', async (route) => {
        const answer = await route.fetch()
        const said = (await answer.json()) as { inForce: { lines: { words: unknown }[] } }
        const differs = said.inForce.lines
          .slice(-3)
          .map(({ words }, at) => ({ what: ['added', 'changed', 'gone'][at], line: words }))
        const voided = { number: 2, why: 'changed', at: new Date().toISOString() }
        await route.fulfill({ response: answer, json: { ...said, differs, voided } })
      })
      await page.goto('/my/signing')
      await page.getByText(/^Planen ble endret .* før alle hadde skrevet under/).waitFor()
      await page.getByRole('heading', { name: 'Legg fram planen på nytt' }).waitFor()
      return page
    },
  },
  {
    is: 'signing: the plan on its way',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await withoutAnswer(page, '**/signing', 'waits')
      await page.goto('/my')
      await page.getByRole('link', { name: 'Skriv under planen' }).click()
      await page.getByText('Henter planen.').first().waitFor({ state: 'attached' })
      return page
    },
  },
  {
    is: 'signing: the plan could not be fetched',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await withoutAnswer(page, '**/api/families/*/signing', 500)
      await page.goto('/my/signing')
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]

export const familySigningPlaces: readonly Place[] = [
  {
    is: 'signing: a plan in force, for the one who leads',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await openSigningOf(page, 'Marius Lie')
      await page.getByRole('heading', { name: 'Planen gjelder' }).waitFor()
      return page
    },
  },
  {
    is: 'signing: of a family that never was',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await page.goto(`/lab/families/${neverAFamily}/signing`)
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
]

export const myPromisesPlaces: readonly Place[] = [
  {
    is: 'promises: what I am owed, one of them late, and what I promised',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my/promises')
      await page.getByText('3 dager for sent').waitFor()
      await page.getByText('Gjort: 1').first().click()
      return page
    },
  },
  {
    is: 'promises: late, with the reason of who owes it',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my/promises')
      await page.getByText('Barnepasseren ble syk').waitFor()
      return page
    },
  },
  {
    is: 'promises: nobody has promised anything',
    async go({ as, size }) {
      const page = await as('magda', { size })
      await page.goto('/my/promises')
      await page.getByText('Ingen har lovet noe ennå').waitFor()
      return page
    },
  },
  {
    is: 'promises: not done because, of my own',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my/promises')
      await page.getByRole('button', { name: /^Ikke gjort fordi … Spørre musikkhuset/ }).click()
      await page.getByRole('radio', { name: 'Jeg rakk det ikke' }).waitFor()
      return page
    },
  },
  {
    is: 'promises: they could not be fetched',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await withoutAnswer(page, '**/promises', 500)
      await page.goto('/my')
      await page.getByRole('link', { name: 'Se løftene' }).click()
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]

export const owePlaces: readonly Place[] = [
  {
    is: 'promises: what I owe, refused without a reason',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await page.goto('/lab/owe')
      await page.getByRole('button', { name: 'Ikke gjort fordi … Svare om støtte til utstyr' }).click()
      await page.getByRole('button', { name: 'Si fra' }).click()
      await page.getByText('Velg hvorfor det ikke er gjort.').waitFor()
      return page
    },
  },
  {
    is: 'promises: who owes nobody anything',
    async go({ as, size }) {
      const page = await as('siri', { size })
      await page.goto('/lab/owe')
      await page.getByText('Du skylder ingen noe nå').waitFor()
      return page
    },
  },
  {
    is: 'promises: what I owe, without an answer',
    async go({ as, size }) {
      const page = await as('tor', { size })
      await withoutAnswer(page, '**/api/promises', 500)
      await page.goto('/lab/owe')
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]
