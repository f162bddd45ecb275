import type { Page } from '@playwright/test'
import { withoutAnswer, type Place, type Town } from './place.ts'

async function looked({ as, size }: Town, persona: Parameters<Town['as']>[0]): Promise<Page> {
  const page = await as(persona, { size })
  await page.goto('/my/looked')
  await page.getByRole('heading', { name: 'Hvem har lest om deg', level: 1 }).waitFor()
  return page
}

/** Who has read about me. */
export const myLookedPlaces: readonly Place[] = [
  {
    is: 'who has read about me, and what has happened',
    async go(town) {
      const page = await looked(town, 'jonas')
      await page
        .getByText(/^Tor fra NAV leste om/)
        .first()
        .waitFor()
      return page
    },
  },
  {
    is: 'who has read about me, nobody yet',
    // Whoever is at work reads about everybody sooner or later; what is drawn is that nobody has.
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.route('**/api/families/*/looked', async (route) => {
        const answer = await route.fetch()
        await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), visits: [] } })
      })
      await page.goto('/my/looked')
      await page.getByText('Lista er tom nå').waitFor()
      return page
    },
  },
  {
    is: 'who has read about me, and that nothing is deleted for now',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.route('**/api/my/holds', async (route) => {
        const answer = await route.fetch()
        const holds = [
          { because: 'complaint', placedOn: '2026-03-02', until: null },
          { because: 'oversight', placedOn: '2026-03-02', until: '2027-03-02' },
        ]
        await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), holds } })
      })
      await page.goto('/my/looked')
      await page.getByRole('heading', { name: 'Ingenting om dere slettes nå' }).waitFor()
      return page
    },
  },
  {
    is: 'who has read about me, not fetched',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/api/families/*/looked', 500)
      await page.goto('/my/looked')
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
  {
    is: 'who has read about me, on its way',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/api/families/*/looked', 'waits')
      await page.goto('/my/looked')
      await page.getByText('Henter hvem som har lest.').first().waitFor()
      return page
    },
  },
]

async function trace({ as, size }: Town): Promise<Page> {
  const page = await as('ingvild', { size })
  await page.goto('/lab/trace')
  await page.getByText('Tor Myhre, NAV: Leste om natta').waitFor()
  return page
}

/** The privacy officer's page. */
export const tracePlaces: readonly Place[] = [
  { is: 'the trace of who has read', go: trace },
  {
    is: 'the trace of who has read, an answer that was not sent',
    async go(town) {
      const page = await trace(town)
      await withoutAnswer(page, '**/reviews/*/answer', 'lost')
      await page.getByLabel('Svar om Tor Myhre').selectOption({ label: 'Greit: Arbeidet krevde det' })
      await page.getByRole('button', { name: 'Lagre svaret' }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  {
    is: 'the trace of who has read, of days on which nobody did',
    async go(town) {
      const page = await trace(town)
      await page.getByLabel('Fra og med').fill('2020-01-01')
      await page.getByLabel('Til og med').fill('2020-01-02')
      await page.getByText('Ingen har lest noe i dette tidsrommet.').waitFor()
      return page
    },
  },
  {
    is: 'the trace of who has read, not fetched',
    async go({ as, size }) {
      const page = await as('ingvild', { size })
      await withoutAnswer(page, '**/api/trace*', 500)
      await page.goto('/lab/trace')
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
]
