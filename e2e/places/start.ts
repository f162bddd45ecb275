import { expect, type Page } from '@playwright/test'
import { neverAFamily } from '../nothing-there.ts'
import { leilaComes, openAtDoor } from '../start-words.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

export const myStartPlaces: readonly Place[] = [
  {
    is: 'how it goes, on the way in',
    async go(town) {
      await onTheWayIn(town)
      const page = await town.as('leila', { size: town.size })
      await page.goto('/my/start')
      await page.getByText('Jeg kan slutte når jeg vil.').first().waitFor()
      return page
    },
  },
  {
    is: 'how it goes, with a leader to say yes to, asking for another',
    async go(town) {
      await withLeaderAsked(town)
      const page = await town.as('leila', { size: town.size })
      await page.goto('/my/start')
      await page.getByRole('button', { name: 'Jeg vil ha en annen' }).click()
      await page.getByRole('dialog', { name: 'Be om en annen leder' }).waitFor()
      return page
    },
  },
  {
    is: 'how it goes, with a seat to answer',
    async go({ as, size }) {
      const solveig = await as('solveig', { size })
      const family = await familyOf(solveig, 'Hansen-Ali')
      const mona = await someone(solveig, family, 'Mona Vik')
      // Asked for in an earlier visit, she is none of those who can be.
      if (mona)
        await post(solveig, `/api/families/${family}/seats/service`, {
          seatId: crypto.randomUUID(),
          ...mona,
          why: 'Mona kjenner Noor fra helsestasjonen.',
        })
      const page = await as('amina', { size })
      await page.goto('/my/start')
      await page.getByRole('button', { name: 'Ja til Mona' }).waitFor()
      return page
    },
  },
  {
    is: 'the table, asked whether to end a seat',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my/start')
      await page.getByRole('button', { name: 'Avslutt plassen til Solveig' }).click()
      await page.getByRole('dialog', { name: 'Avslutte plassen til Solveig?' }).waitFor()
      return page
    },
  },
  {
    is: 'bringing somebody one trusts, too early',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my/start')
      await page.getByRole('button', { name: 'Ta med en' }).click()
      await page.getByRole('button', { name: 'Send meldingen' }).click()
      await page.getByText('Skriv fornavnet.').waitFor()
      return page
    },
  },
  {
    is: 'telling of a child, too early, with a parent who lives elsewhere',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my/start')
      await page.getByRole('button', { name: 'Legg til et barn' }).click()
      await page.getByRole('radio', { name: 'Ja' }).check()
      await page.getByRole('button', { name: 'Legg til', exact: true }).click()
      await page.getByText('Skriv navnet på den forelderen.').waitFor()
      return page
    },
  },
  {
    is: 'telling of a child who is grown, and refused',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my/start')
      await page.getByRole('button', { name: 'Legg til et barn' }).click()
      await page.getByLabel('Hva heter barnet?').fill('Samira Ali')
      await page.getByLabel('Fødselsdag').fill('1999-05-04')
      await page.getByRole('radio', { name: 'Nei' }).check()
      await page.getByRole('button', { name: 'Legg til', exact: true }).click()
      await page.getByText(/^Den fødselsdagen passer ikke for et barn under 18 år/).waitFor()
      return page
    },
  },
  {
    is: 'how it goes, on its way to the page',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, /\/api\/families\/[^/]+\/seats$/, 'waits')
      await page.goto('/my/start')
      await page.getByRole('status').getByText('Henter hvordan det går.').waitFor()
      return page
    },
  },
  {
    is: 'how it goes, that could not be fetched',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await withoutAnswer(page, /\/api\/families\/[^/]+\/seats$/, 500)
      await page.goto('/my/start')
      await page.getByRole('heading', { name: 'Vi fikk ikke hentet siden' }).waitFor()
      return page
    },
  },
]

/** In the order a course takes: Leila's goes on from one to the next, at the door before at home. */
export const doorFamilyPlaces: readonly Place[] = [
  {
    is: 'the check list at the door, with a question saved too early',
    async go(town) {
      await onTheWayIn(town)
      const page = await town.as('berit', { size: town.size })
      await openAtDoor(page)
      await page
        .getByRole('button', { name: /^Svar på: / })
        .first()
        .click()
      await page.getByRole('button', { name: 'Lagre svaret' }).click()
      await page.getByText(/^Før du kan lagre, mangler/).waitFor()
      return page
    },
  },
  {
    is: 'the check list that says no, too early',
    async go(town) {
      await onTheWayIn(town)
      const page = await town.as('berit', { size: town.size })
      await openAtDoor(page)
      await page.getByRole('button', { name: 'Nei, noe annet passer bedre' }).click()
      await page.getByRole('button', { name: 'Gi svaret nei' }).click()
      await page.getByText('Skriv både hvorfor, og hva familien får i stedet.').waitFor()
      return page
    },
  },
  {
    is: 'a family at the door with its answer, and a leader asked for',
    async go(town) {
      await withLeaderAsked(town)
      const page = await town.as('berit', { size: town.size })
      await openAtDoor(page)
      await page.getByText(/^Familien er spurt om/).waitFor()
      await page.getByText('Foreslå en annen').click()
      await page.getByRole('radio').first().waitFor()
      return page
    },
  },
  {
    is: 'a family at the door that never was',
    async go({ as, size }) {
      const page = await as('berit', { size })
      await page.goto(`/lab/door/${neverAFamily}`)
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
]

export const askedSeatPlaces: readonly Place[] = [
  {
    is: 'asked to lead a family',
    async go(town) {
      const family = await withLeaderAsked(town)
      const leila = await town.as('leila', { size: town.size })
      const { seats } = await read<{ seats: { seatId: string; role: string; state: string; mine: string | null }[] }>(
        leila,
        `/api/families/${family}/seats`,
      )
      const asked = seats.find(
        ({ role, state, mine }) => role === 'leader' && state === 'waits-family' && mine === null,
      )
      if (asked)
        await post(leila, `/api/families/${family}/seats/${asked.seatId}/answer`, { answer: 'yes', reason: null })
      const page = await town.as('pal', { size: town.size })
      await page.goto('/lab')
      await page.getByRole('heading', { name: 'Vil du lede familien Haddad?' }).waitFor()
      return page
    },
  },
]

export const askServicePlaces: readonly Place[] = [
  {
    is: 'asking for a seat, too early',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
      await page.getByRole('button', { name: 'Spør familien' }).click()
      await page.getByText('Velg en person og skriv hvorfor.').waitFor()
      return page
    },
  },
]

export const wishPlaces: readonly Place[] = [
  {
    is: 'wishing that a service could know, too early',
    async go({ as, size }) {
      const page = await as('solveig', { size })
      await page.goto('/lab')
      await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
      await page.getByRole('checkbox', { name: 'Økonomi' }).check()
      await page.getByRole('button', { name: 'Vis familien ønsket' }).click()
      await page.getByText(/^Før du kan spørre, mangler tjenesten/).waitFor()
      return page
    },
  },
]

/** Leila has come in, and one question is answered with her. Done already, it is not done again. */
async function onTheWayIn(town: Town): Promise<string> {
  const berit = await town.as('berit', { size: town.size })
  const known = await haddad(berit)
  if (!known?.hasSignedIn) await leilaComes(town, town.size)
  const family = ((await haddad(berit)) as { familyId: string }).familyId
  const list = await read<List>(berit, `/api/families/${family}/qualification`)
  if (list.mayAnswer && list.questions.every(({ answer }) => !answer)) await answer(berit, family, list, 'voluntary')
  return family
}

/** And she is accepted, and Pål is asked for. */
async function withLeaderAsked(town: Town): Promise<string> {
  const family = await onTheWayIn(town)
  const berit = await town.as('berit', { size: town.size })
  const list = await read<List>(berit, `/api/families/${family}/qualification`)
  if (!list.outcome) {
    const leila = await town.as('leila', { size: town.size })
    await post(leila, `/api/families/${family}/agreement`, { textVersion: '2026-11', language: 'nb' })
    for (const { code } of list.questions) await answer(berit, family, list, code)
    await post(berit, `/api/families/${family}/qualification/outcome`, {
      outcome: { is: 'accepted', targetGroup: 'a' },
    })
  }
  const { seats, leaders } = await read<{ seats: unknown[]; leaders: { personId: string; name: string }[] }>(
    berit,
    `/api/families/${family}/seats`,
  )
  if (seats.length === 0)
    await post(berit, `/api/families/${family}/seats/leader`, {
      seatId: crypto.randomUUID(),
      personId: leaders.find(({ name }) => name === 'Pål Krogh')?.personId,
    })
  return family
}

interface List {
  readonly mayAnswer: boolean
  readonly outcome: unknown
  readonly people: readonly { id: string }[]
  readonly questions: readonly { code: string; answer: unknown }[]
}

async function answer(berit: Page, family: string, list: List, code: string): Promise<void> {
  await post(berit, `/api/families/${family}/qualification/answers`, {
    code,
    answer: 'yes',
    reason: 'Jeg kan slutte når jeg vil.',
    withId: list.people[0]?.id,
  })
}

async function haddad(berit: Page) {
  const { referrals } = await read<{ referrals: { name: string; familyId: string; hasSignedIn: boolean }[] }>(
    berit,
    '/api/door',
  )
  return referrals.find(({ name }) => name === 'Leila Haddad')
}

async function familyOf(page: Page, name: string): Promise<string> {
  const { families } = await read<{ families: { id: string; name: string }[] }>(page, '/api/families')
  return families.find((family) => family.name === name)?.id ?? ''
}

async function someone(page: Page, family: string, name: string) {
  const { candidates } = await read<{ candidates: { name: string; personId: string; partyId: string }[] }>(
    page,
    `/api/families/${family}/seats`,
  )
  const found = candidates.find((each) => each.name === name)
  return found && { personId: found.personId, partyId: found.partyId }
}

async function read<Answer>(page: Page, path: string): Promise<Answer> {
  return (await (await page.request.get(path)).json()) as Answer
}

/** A command as the page itself would send it. */
async function post(page: Page, path: string, body: object): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/')
  const said = await page.evaluate(
    async ([address, content]) => {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(content),
      })
      return answer.status
    },
    [path, { commandId: crypto.randomUUID(), ...body }] as const,
  )
  // Asked for or answered in an earlier visit: it stands.
  expect([200, 409], path).toContain(said)
}
