import type { Page } from '@playwright/test'
import { withoutAnswer, type Place, type Town } from './place.ts'

/** By its address: a service that has an answer already is not asked about in the list. */
async function sentence({ as, size }: Town, service = 'NAV'): Promise<Page> {
  const page = await as('amina', { size })
  const get = async <Answer>(path: string) => (await (await page.request.get(path)).json()) as Answer
  const { families } = await get<{ families: { id: string }[] }>('/api/me')
  const { services } = await get<{ services: { partyId: string; inSentence: string }[] }>(
    `/api/families/${families[0]?.id}/consents`,
  )
  await page.goto(`/my/consents/${services.find(({ inSentence }) => inSentence === service)?.partyId}`)
  await page.getByRole('heading', { name: `Hva kan ${service} få vite?` }).waitFor()
  return page
}

async function tick(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^Arbeid/ }).check()
  await page.getByRole('checkbox', { name: /^Meg/ }).check()
  await page.getByRole('checkbox', { name: /^Noor/ }).check()
  await page.getByRole('radio').first().check()
}

/** The sentence of one service, from empty to answered. The answers come last: they stay in the town. */
export const consentPlaces: readonly Place[] = [
  { is: 'the sentence, nothing ticked', go: (town) => sentence(town) },
  {
    is: 'the sentence, said yes to too early',
    async go(town) {
      const page = await sentence(town)
      await page.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
      await page.getByText(/^Du må velge/).waitFor()
      return page
    },
  },
  {
    is: 'the sentence, ticked, with all areas open',
    async go(town) {
      const page = await sentence(town)
      await tick(page)
      await page.getByText(/områder til$/).click()
      await page.getByRole('checkbox', { name: /^Frivillighet/ }).waitFor()
      return page
    },
  },
  {
    is: 'the sentence, an answer that did not go through',
    async go(town) {
      const page = await sentence(town)
      await tick(page)
      await withoutAnswer(page, '**/consents', 'lost')
      await page.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
      await page.getByText('Vi fikk ikke sendt svaret.').waitFor()
      return page
    },
  },
  {
    is: 'the sentence, with time to think',
    async go(town) {
      const page = await sentence(town)
      await page.getByRole('button', { name: 'Jeg vil tenke meg om' }).click()
      await page.getByRole('heading', { name: 'Ta den tida du trenger' }).waitFor()
      return page
    },
  },
  {
    is: 'the sentence of a service that never was',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my/consents/00000000-0000-4000-8000-000000000000')
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
  {
    is: 'after a no',
    async go(town) {
      const page = await sentence(town, 'barnevernet')
      await page.getByRole('button', { name: 'Nei, ikke dette' }).click()
      await page.getByRole('heading', { name: 'Nei er notert' }).waitFor()
      return page
    },
  },
  {
    is: 'after a yes that waits for another',
    async go(town) {
      const page = await sentence(town, 'skolen')
      await page.getByRole('checkbox', { name: /^Bolig/ }).check()
      // For Noor it may have been written down that her father is not waited for.
      await page.getByRole('checkbox', { name: /^Sara/ }).check()
      await page.getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
      await page.getByText('Takk. Svaret ditt er lagret.').waitFor()
      return page
    },
  },
  {
    is: 'after a yes',
    async go(town) {
      const page = await sentence(town)
      await tick(page)
      await page.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
      await page.getByRole('heading', { name: 'Du sa ja' }).waitFor()
      return page
    },
  },
]

async function picture({ as, size }: Town): Promise<Page> {
  const page = await as('jonas', { size })
  await page.goto('/my/consents')
  await page.getByRole('heading', { name: 'Hvem kan lese hva' }).waitFor()
  await page.getByRole('button', { name: /^NAV, Arbeid, deg:/ }).waitFor()
  return page
}

async function explained(town: Town, service: string, area: string): Promise<Page> {
  const page = await picture(town)
  await page.getByRole('button', { name: new RegExp(`^${service}, ${area}, deg:`) }).click()
  await page.getByRole('heading', { name: new RegExp(`^${service} og `) }).waitFor()
  return page
}

/** Who may read what, with each thing that opens over it. */
export const consentsPlaces: readonly Place[] = [
  { is: 'the picture', go: picture },
  {
    is: 'the picture, with all areas',
    async go(town) {
      const page = await picture(town)
      await page.getByRole('button', { name: 'Vis alle områdene' }).click()
      await page.getByRole('button', { name: /^NAV, Frivillighet, deg:/ }).waitFor()
      return page
    },
  },
  {
    is: 'the picture of a child, where a yes waits for another',
    async go(town) {
      const page = await picture(town)
      await page.getByRole('link', { name: 'Sara' }).click()
      await page.getByRole('button', { name: /^NAV, Arbeid, Sara: Ikke ennå/ }).waitFor()
      await page.getByRole('button', { name: /^NAV, Arbeid, Sara:/ }).click()
      await page.getByRole('heading', { name: /^NAV og / }).waitFor()
      return page
    },
  },
  { is: 'the picture, a yes explained', go: (town) => explained(town, 'NAV', 'Arbeid') },
  { is: 'the picture, a no to a service that has a yes', go: (town) => explained(town, 'NAV', 'Fritid') },
  {
    is: 'the picture, a no explained and about to be opened without a day',
    async go(town) {
      const page = await explained(town, 'Barnevernet', 'Fritid')
      await page.getByRole('button', { name: 'Vil du si ja?' }).click()
      await page.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
      await page.getByText('Velg en dag først.').waitFor()
      return page
    },
  },
  {
    is: 'the picture, asked whether to stop a service',
    async go(town) {
      const page = await picture(town)
      await page.getByRole('button', { name: 'Stopp NAV' }).click()
      await page.getByRole('dialog', { name: 'Stoppe NAV?' }).waitFor()
      return page
    },
  },
  {
    is: 'the picture, a service stopped',
    async go(town) {
      const page = await picture(town)
      await page.getByRole('button', { name: 'Stopp skolen' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Stopp skolen' }).click()
      await page.getByText('Delingen med skolen er stoppet.').waitFor()
      return page
    },
  },
]
