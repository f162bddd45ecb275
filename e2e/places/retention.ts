import type { Page } from '@playwright/test'
import { withoutAnswer, type Place, type Town } from './place.ts'

async function retention({ as, size }: Town): Promise<Page> {
  const page = await as('ingvild', { size })
  await page.goto('/lab/retention')
  await page.getByRole('heading', { name: 'De siste nettene' }).waitFor()
  return page
}

/** As the page would be after other nights: its answer, changed on the way. */
async function retentionWith(town: Town, change: (answer: Record<string, unknown>) => object): Promise<Page> {
  const page = await town.as('ingvild', { size: town.size })
  await page.route('**/api/retention', async (route) => {
    const answer = await route.fetch()
    const json = (await answer.json()) as Record<string, unknown>
    await route.fulfill({ response: answer, json: { ...json, ...change(json) } })
  })
  await page.goto('/lab/retention')
  await page.getByRole('heading', { name: 'De siste nettene' }).waitFor()
  return page
}

async function placing(town: Town): Promise<Page> {
  const page = await retention(town)
  await page.getByRole('button', { name: 'Stans sletting' }).click()
  await page.getByRole('dialog').waitFor()
  return page
}

const hold = (number: number, more: object) => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  family: 'A1B2-C3D4',
  person: null,
  because: 'complaint',
  told: true,
  placedOn: '2026-03-02',
  until: null,
  liftedOn: null,
  ...more,
})
const holds = [
  hold(1, {}),
  hold(2, { family: null, person: 'Tor Myhre', because: 'investigation', told: false, until: '2027-03-02' }),
  hold(3, { because: 'lawsuit', liftedOn: '2026-05-02' }),
]

/** How long things are kept, and what is held. */
export const retentionPlaces: readonly Place[] = [
  { is: 'how long things are kept', go: retention },
  {
    is: 'how long things are kept, something too long, and what is held',
    go: (town) =>
      retentionWith(town, (answer) => ({
        health: 'late',
        holds,
        rules: (answer['rules'] as object[]).map((rule) => ({ ...rule, overdue: 3, held: 2 })),
      })),
  },
  {
    is: 'how long things are kept, a night that failed',
    go: (town) =>
      retentionWith(town, () => ({
        health: 'failed',
        runs: [{ at: '2026-03-02T02:17:00.000Z', failed: true, gone: 0, overdue: 0 }],
      })),
  },
  {
    is: 'how long things are kept, before the first night',
    go: (town) => retentionWith(town, () => ({ health: 'not-yet', runs: [] })),
  },
  {
    is: 'placing a hold, for an investigation',
    async go(town) {
      const page = await placing(town)
      await page.getByLabel('En familie').check()
      await page.getByLabel('Hvorfor?').selectOption('investigation')
      await page.getByText('Nei, det kan skade etterforskningen').waitFor()
      return page
    },
  },
  {
    is: 'placing a hold, refused',
    async go(town) {
      const page = await placing(town)
      await page.getByLabel('En familie').check()
      await page.getByLabel('Nummeret på familien').fill('0000-0000')
      await page.getByLabel('Hvorfor?').selectOption('complaint')
      await page.getByRole('dialog').getByRole('button', { name: 'Stans slettingen' }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  {
    is: 'lifting a hold',
    async go(town) {
      const page = await retentionWith(town, () => ({ holds }))
      await page
        .getByRole('button', { name: /^Opphev stansen: Familie/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    is: 'how long things are kept, not fetched',
    async go({ as, size }) {
      const page = await as('ingvild', { size })
      await withoutAnswer(page, '**/api/retention', 500)
      await page.goto('/lab/retention')
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
  {
    is: 'how long things are kept, on its way',
    async go({ as, size }) {
      const page = await as('ingvild', { size })
      await withoutAnswer(page, '**/api/retention', 'waits')
      await page.goto('/lab/retention')
      await page.getByText('Henter reglene for lagring.').first().waitFor()
      return page
    },
  },
]
