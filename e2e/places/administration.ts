import type { Page } from '@playwright/test'
import { withoutAnswer, type Place, type Town } from './place.ts'

/** Opens the administration at one of its parts, as somebody who may. */
async function at({ as, size }: Town, part: string, persona: 'frode' | 'ingunn' = 'frode'): Promise<Page> {
  const page = await as(persona, { size })
  await page.goto(`/lab/administration?part=${part}`)
  await page.getByRole('heading', { level: 1, name: 'Administrasjon' }).waitFor()
  return page
}

/** Proposes something two must say yes to; one that waits already stands, and what another place proposed may wait beside it. */
const anAge = { kind: 'consent_age', subject: 'school', after: { age: 16, from: '2031-01-01' } }
async function proposed(page: Page, proposal: unknown = anAge): Promise<void> {
  await page.evaluate(async (sent) => {
    const body = {
      commandId: crypto.randomUUID(),
      changeId: crypto.randomUUID(),
      proposal: sent,
      why: 'Rundskriv fra departementet',
    }
    await fetch('/api/administration/changes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }, proposal)
}

const parts: readonly [string, string][] = [
  ['services', 'Organisasjoner'],
  ['people', 'De som jobber her'],
  ['mandates', 'Fullmakter'],
  ['lists', 'Sjekkliste for inntak'],
  ['ages', 'Hvem samtykker alene'],
  ['own', 'Kommunens egne ord'],
  ['law', 'Regler i lov'],
  ['words', 'Ord det spørres om'],
  ['watch', 'Innsyn som skal ses på'],
  ['kept', 'Hvor lenge noe lagres'],
]

export const administrationPlaces: readonly Place[] = [
  {
    is: 'administration, nothing waits and nothing was changed',
    async go(town) {
      const page = await at(town, 'waiting', 'ingunn')
      await page
        .getByText(/Ingenting venter|Skole og utdanning/)
        .first()
        .waitFor()
      return page
    },
  },
  ...parts.map(([part, heading]): Place => ({
    is: `administration, ${part}`,
    async go(town) {
      const page = await at(town, part)
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      return page
    },
  })),
  {
    is: 'administration, a mandate given too early',
    async go(town) {
      const page = await at(town, 'mandates')
      await page.getByRole('button', { name: 'Gi en fullmakt' }).click()
      await page.getByRole('button', { name: 'Lagre' }).click()
      await page.getByText('Fyll ut alt som ikke er merket «kan stå tomt».').waitFor()
      return page
    },
  },
  {
    is: 'administration, a service refused: nothing new',
    async go(town) {
      const page = await at(town, 'services')
      await page.getByRole('button', { name: 'Endre Fjordvik kommune' }).click()
      await page.getByLabel('Organisasjonsnummer').fill('123456789')
      await page.getByLabel('Hvorfor').fill('Vi prøver')
      await page.getByRole('button', { name: 'Lagre' }).click()
      await page.getByText(/^Organisasjonsnummeret stemmer ikke/).waitFor()
      return page
    },
  },
  {
    is: 'administration, a change of an age that two must say yes to',
    async go(town) {
      const page = await at(town, 'ages')
      await page.getByRole('button', { name: 'Endre Bolig', exact: true }).click()
      await page.getByLabel('Alder').fill('16')
      await page.getByLabel('Hvorfor').fill('Ny lov')
      await page.getByText('En annen administrator må si ja før dette gjelder.').waitFor()
      return page
    },
  },
  {
    is: 'administration, a rule of law refused: no source',
    async go(town) {
      const page = await at(town, 'law')
      await page
        .getByRole('button', { name: 'Endre Plikt til å melde fra til barnevernstjenesten', exact: true })
        .click()
      await page.getByLabel('Lenke til loven').fill('lovdata.no')
      await page.getByLabel('Hvorfor').fill('Kommuneadvokaten ba om det')
      await page.getByRole('button', { name: 'Foreslå' }).click()
      await page.getByText(/^Skriv hvor loven kan leses/).waitFor()
      return page
    },
  },
  {
    is: 'administration, a new rule of law',
    async go(town) {
      const page = await at(town, 'law')
      await page.getByRole('button', { name: 'Legg til en regel' }).click()
      await page.getByLabel('Med vanlige ord, bokmål').waitFor()
      return page
    },
  },
  {
    is: 'administration, a sentence tried against the words',
    async go(town) {
      const page = await at(town, 'words')
      await page.getByLabel('En setning å prøve med').fill('Han har hatt diabetes siden 2019')
      await page.getByText('Er det meningen at andre skal lese det?').waitFor()
      return page
    },
  },
  {
    is: 'administration, a new private word',
    async go(town) {
      const page = await at(town, 'words')
      await page.getByRole('button', { name: 'Legg til et ord' }).click()
      await page.getByLabel('Ordet', { exact: true }).fill('kløe*')
      return page
    },
  },
  {
    is: 'administration, who has read at night: a rule to change',
    async go(town) {
      const page = await at(town, 'watch')
      await page.getByRole('button', { name: 'Endre Leste om natta' }).click()
      await page.getByLabel('Fra klokka (hele timer)').fill('21')
      await page.getByLabel('Hvorfor').fill('Flere jobber kveld nå')
      return page
    },
  },
  {
    is: 'administration, how long something is kept: a change that waits for me',
    async go(town) {
      await proposed(await at(town, 'waiting'), {
        kind: 'retention_rule',
        subject: 'denial',
        after: {
          amount: 3,
          unit: 'year',
          statute: 'personvernforordningen',
          paragraph: 'artikkel 5 nr. 1 bokstav e',
          link: 'https://lovdata.no/dokument/NL/lov/2018-06-15-38/gdpr/ARTIKKEL_5',
          reviewedBy: 'Advokat Lie',
          reviewedOn: '2026-01-05',
          from: '2031-01-01',
        },
      })
      const page = await at(town, 'waiting', 'ingunn')
      await page.getByRole('heading', { name: 'Hvem som spurte uten tilgang' }).waitFor()
      return page
    },
  },
  {
    is: 'administration, a change that waits for me',
    async go(town) {
      await proposed(await at(town, 'waiting'))
      const page = await at(town, 'waiting', 'ingunn')
      await page.getByRole('button', { name: 'Ja, dette skal gjelde' }).first().waitFor()
      return page
    },
  },
  {
    is: 'administration, a change I proposed',
    async go(town) {
      await proposed(await at(town, 'waiting'))
      const page = await at(town, 'waiting')
      await page.getByRole('button', { name: 'Trekk tilbake forslaget' }).first().waitFor()
      return page
    },
  },
  {
    is: 'administration, what was changed',
    async go(town) {
      const first = await at(town, 'waiting')
      await proposed(first)
      await first.reload()
      await Promise.all([
        first.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok()),
        first.getByRole('button', { name: 'Trekk tilbake forslaget' }).first().click(),
      ])
      const page = await at(town, 'history')
      await page.getByText('Trukket tilbake', { exact: true }).first().waitFor()
      return page
    },
  },
  {
    is: 'administration, letting somebody go who has much in hand',
    async go(town) {
      const page = await at(town, 'people')
      await page.getByRole('button', { name: 'Solveig Strand slutter' }).click()
      await page.getByRole('heading', { name: 'Dette har Solveig Strand ansvar for nå' }).waitFor()
      return page
    },
  },
  {
    is: 'administration, on its way',
    async go({ as, size }) {
      const page = await as('frode', { size })
      await withoutAnswer(page, '**/api/administration', 'waits')
      await page.goto('/lab/administration')
      await page.getByText('Henter det kommunen selv bestemmer.').first().waitFor()
      return page
    },
  },
  {
    is: 'administration, could not be fetched',
    async go({ as, size }) {
      const page = await as('frode', { size })
      await withoutAnswer(page, '**/api/administration', 500)
      await page.goto('/lab/administration')
      await page.getByRole('alert').waitFor({ timeout: 20_000 })
      return page
    },
  },
]
