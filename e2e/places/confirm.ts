import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { withoutAnswer, type Place, type Town } from './place.ts'

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

async function post(page: Page, address: string, data: object): Promise<unknown> {
  const { origin } = new URL((await page.request.get('/api/alive')).url())
  const said = await page.request.post(address, {
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    data: { commandId: randomUUID(), ...data },
  })
  if (said.status() !== 200) throw new Error(await said.text())
  return said.json()
}
async function known(page: Page): Promise<string> {
  const { families } = (await (await page.request.get('/api/families')).json()) as {
    families: { id: string; name: string }[]
  }
  return families.find(({ name }) => name === 'Hansen-Ali')?.id ?? ''
}

/** Solveig writes down what Jonas signed, and makes a code for it. */
async function aCode({ as, size }: Town): Promise<{ solveig: Page; family: string; code: string }> {
  const solveig = await as('solveig', { size })
  const family = await known(solveig)
  type Form = { givers: { id: string; calledName: string }[]; services: { partyId: string; name: string }[] }
  const { form } = (await (await solveig.request.get(`/api/families/${family}/consents/recorded`)).json()) as {
    form: Form
  }
  const jonas = form.givers.find(({ calledName }) => calledName === 'Jonas')?.id
  const { consentIds } = (await post(solveig, `/api/families/${family}/consents/record`, {
    giverId: jonas,
    partyId: form.services.find(({ name }) => name === 'Helsestasjonen')?.partyId,
    purpose: 'make_and_follow_plan',
    saidOn: day(0),
    language: 'nb',
    textVersion: '2026-11',
    areas: ['leisure'],
    persons: [jonas],
    until: day(90),
    witnessId: null,
  })) as { consentIds: string[] }
  const { code } = (await post(solveig, `/api/families/${family}/consents/${consentIds[0]}/code`, {
    codeId: randomUUID(),
  })) as {
    code: string
  }
  return { solveig, family, code }
}

async function typed(page: Page, code: string): Promise<Page> {
  await page.getByLabel('Koden').fill(code)
  await page.getByRole('button', { name: 'Vis setningen' }).click()
  return page
}
async function alone(town: Town, code: string): Promise<Page> {
  const page = await town.open({ size: town.size })
  await page.goto('/confirm')
  return typed(page, code)
}

/** Without a sign-in: from the code to the answer. */
export const confirmPlaces: readonly Place[] = [
  {
    is: 'a code, asked for, and then too early',
    async go(town) {
      const page = await alone(town, '')
      await page.getByText('Skriv koden først.').waitFor()
      return page
    },
  },
  {
    is: 'a code that opens nothing',
    async go(town) {
      const page = await alone(town, '0000-0000-00000')
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  {
    is: 'a code, the sentence it opens',
    async go(town) {
      const page = await alone(town, (await aCode(town)).code)
      await page.getByRole('button', { name: 'Jeg forstår ikke, ring meg' }).waitFor()
      return page
    },
  },
  {
    is: 'a code, an answer that did not go through',
    async go(town) {
      const page = await alone(town, (await aCode(town)).code)
      await withoutAnswer(page, '**/api/confirm/answer', 'lost')
      await page.getByRole('button', { name: 'Ja', exact: true }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
  ...(['Jeg forstår ikke, ring meg', 'Nei', 'Ja'] as const).map((said): Place => ({
    is: `a code, answered with «${said}»`,
    async go(town) {
      const page = await alone(town, (await aCode(town)).code)
      await page.getByRole('button', { name: said, exact: true }).click()
      await page.getByText('Du kan lukke siden nå.').waitFor()
      return page
    },
  })),
]

/** With the help of somebody who works here. */
export const helpPlaces: readonly Place[] = [
  {
    is: 'help with a code, before it is typed',
    async go({ as, size }) {
      const page = await as('mona', { size })
      await page.goto('/lab/help')
      await page.getByLabel('Koden').waitFor()
      return page
    },
  },
  {
    is: 'help with a code, that is not theirs to help with',
    async go(town) {
      const { code } = await aCode(town)
      const page = await town.as('mona', { size: town.size })
      await page.goto('/lab/help')
      await typed(page, code)
      await page.getByRole('alert').waitFor()
      return page
    },
  },
]

/** Where the leader makes it. */
export const codeAtWorkPlaces: readonly Place[] = [
  {
    is: 'answers on paper and aloud, with a code that is shown once',
    async go(town) {
      const { solveig, family } = await aCode(town)
      await solveig.goto(`/lab/families/${family}/consents`)
      await solveig.getByRole('button', { name: 'Lag en ny kode' }).first().click()
      await solveig.getByText(/^Gi dette til Jonas på papir/).waitFor()
      return solveig
    },
  },
  {
    is: 'answers on paper and aloud, somebody wants to be called',
    async go(town) {
      const { solveig, family, code } = await aCode(town)
      const page = await alone(town, code)
      await page.getByRole('button', { name: 'Jeg forstår ikke, ring meg' }).click()
      await page.getByText('Du kan lukke siden nå.').waitFor()
      await solveig.goto(`/lab/families/${family}/consents`)
      await solveig
        .getByText(/^Jonas forstod ikke/)
        .first()
        .waitFor()
      return solveig
    },
  },
]

/** Amina is guardian for Jonas when it comes to money, and has said yes for him. */
async function guardian(town: Town): Promise<void> {
  const solveig = await town.as('solveig', { size: town.size })
  const family = await known(solveig)
  const { members } = (await (await solveig.request.get(`/api/families/${family}/people`)).json()) as {
    members: { id: string; calledName: string; answersFor: { kind: string }[] }[]
  }
  const of = (name: string) => members.find(({ calledName }) => calledName === name)
  if (of('Jonas')?.answersFor.some(({ kind }) => kind === 'guardian')) return
  await post(solveig, `/api/families/${family}/responsibilities`, {
    responsibilityId: randomUUID(),
    personId: of('Jonas')?.id,
    holderId: of('Amina')?.id,
    holderName: null,
    kind: 'guardian',
    areas: ['economy'],
    source: 'state_administrator',
    documentOn: day(0),
    until: null,
  })
}
async function askedAsGuardian(town: Town): Promise<Page> {
  await guardian(town)
  const page = await town.as('amina', { size: town.size })
  await page.goto('/my/consents')
  const nav = (
    (await (await page.request.get(`/api/families/${await mine(page)}/consents`)).json()) as {
      services: { partyId: string; name: string }[]
    }
  ).services.find(({ name }) => name === 'NAV')
  await page.goto(`/my/consents/${nav?.partyId}`)
  await page.getByText(/^Du er verge for Jonas/).waitFor()
  return page
}
async function mine(page: Page): Promise<string> {
  const { families } = (await (await page.request.get('/api/me')).json()) as { families: { id: string }[] }
  return families[0]?.id ?? ''
}

/** The sentence of a guardian. */
export const guardianPlaces: readonly Place[] = [
  { is: 'the sentence, as guardian', go: askedAsGuardian },
  {
    is: 'the sentence, as guardian, beyond the mandate',
    async go(town) {
      const page = await askedAsGuardian(town)
      await page.getByRole('checkbox', { name: /^Arbeid/ }).check()
      await page.getByRole('checkbox', { name: /^Jonas/ }).check()
      await page.getByText(/^Du er ikke verge for Jonas/).waitFor()
      return page
    },
  },
]

/** And what the person sees of it. */
export const byGuardianPlaces: readonly Place[] = [
  {
    is: 'who may read what, with what a guardian has said',
    async go(town) {
      const asking = await askedAsGuardian(town)
      await asking.getByRole('checkbox', { name: /^Økonomi/ }).check()
      await asking.getByRole('checkbox', { name: /^Jonas/ }).check()
      await asking.getByRole('radio').first().check()
      await asking.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
      await asking.getByText('Du sa det for Jonas, som verge.').or(asking.getByRole('alert')).first().waitFor()
      const page = await town.as('jonas', { size: town.size })
      await page.goto('/my/consents')
      await page.getByText('Vergen din har svart for deg').waitFor()
      return page
    },
  },
]

/** The children's rules. */
const rulesAs = (persona: 'amina' | 'sara' | 'solveig', address: string, heading: string): Place['go'] =>
  async function go({ as, size }) {
    const page = await as(persona, { size })
    await page.goto(address)
    await page.getByRole('heading', { name: heading }).first().waitFor()
    return page
  }
export const childrenRulesPlaces: readonly Place[] = [
  { is: 'the children’s rules', go: rulesAs('amina', '/children-rules', 'Hvem kan si ja') },
  { is: 'the children’s rules, to a child', go: rulesAs('sara', '/children-rules', 'Det du skriver selv') },
  { is: 'the children’s rules, to who works here', go: rulesAs('solveig', '/children-rules', 'Hvem kan si ja') },
  {
    is: 'the children’s rules, that could not be fetched',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, '**/api/children-rules', 500)
      await page.goto('/children-rules')
      await page.getByRole('button', { name: 'Prøv igjen' }).waitFor()
      return page
    },
  },
]
/** A parent who lives elsewhere. */
export const oneEnoughPlaces: readonly Place[] = [
  {
    is: 'one of two is enough, elsewhere: nothing written down',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/one-enough')
      await page.getByText('Ingenting er skrevet ned').waitFor()
      return page
    },
  },
]
