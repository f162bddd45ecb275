import { expect, type Page } from '@playwright/test'
import { unfold } from '../cloth-words.ts'
import { addMeasure, decision, goal, layBefore, makeGoal, openMyPlan, openPlanOf } from '../plan-words.ts'
import { calm, dream, type Seated } from './at-the-table.ts'

export const job = 'Trygg jobb'
export const peace = 'Ro på skolen'
export const course = 'Kurs i truckkjøring'
export const licence = 'Førerkort klasse C'
export const desk = 'En fast plass i et stille rom'
export const drive = 'Kjøre til praksisplassen'
export const talk = 'Norsk i arbeidslivet, to kvelder i uka'
export const late = 'Svare på søknaden om tolk'
const ground = 'arbeidsmarkedsloven § 12'

/** A day so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** 5. What she dreams of becomes a goal, and the goal tells whose words it came from. */
export async function makeGoals({ leila, solveig, tor, kari }: Seated): Promise<void> {
  await openPlanOf(tor, 'Haddad')
  await openPlanOf(kari, 'Haddad')
  await unfold(leila, 'Det vi drømmer om')
  await makeGoal(leila, { note: dream, words: job, term: 'Lang sikt', area: 'Arbeid' })
  await expect(goal(tor, job)).toContainText('Fra en lapp på duken, skrevet av Leila.')
  await unfold(leila, 'Skole og utdanning')
  await makeGoal(leila, { note: calm, words: peace, term: 'Kort sikt', area: 'Skole og utdanning' })
  await expect(goal(kari, peace)).toBeVisible()
  await expect(goal(tor, peace)).toHaveCount(0)
  await openPlanOf(solveig, 'Haddad')
}

/** 5. What is done for the goals: by the family, by the coach, by services, and what it costs whom. */
export async function addMeasures({ leila, solveig, kari }: Seated): Promise<void> {
  await openMyPlan(leila)
  await addMeasure(leila, job, { words: 'Øve på norsk hver kveld', who: 'Leila', due: dayIn(30) })
  for (const measure of [
    { words: drive, who: 'Torbjørn Lie', worth: '1 800', due: dayIn(20) },
    { words: course, who: 'NAV', payer: 'NAV', kroner: '38 000', due: dayIn(60) },
    { words: licence, who: 'NAV', payer: 'NAV', kroner: '62 000', due: dayIn(200) },
    { words: talk, who: 'NAV', payer: 'NAV', kroner: '2 000', alsoPays: ['Skolen', '1 000'], due: dayIn(90) },
    { words: late, who: 'NAV', due: dayIn(-3) },
  ] as const)
    await addMeasure(solveig, job, measure)
  await addMeasure(kari, peace, { words: desk, who: 'Skolen', due: dayIn(7) })
  await expect(goal(leila, job)).toContainText('omtrent 1 800 kr, anslått')
  for (const [measure, kroner] of [
    [course, '38000'],
    [licence, '62000'],
  ] as const) {
    await layBefore(solveig, measure, { kroner, ground })
    await expect(decision(solveig, measure)).toContainText('Venter på svar fra Leila')
  }
}

/** 5. Without her yes nothing is decided, whichever door one tries. */
export async function refuseWithoutYes(tor: Page): Promise<void> {
  const card = decision(tor, course)
  const tried = tor.waitForResponse((answer) => answer.url().endsWith('/decide'))
  await card.getByRole('button', { name: 'Bestem dette nå' }).click()
  await expect(
    card.getByText('Dette kan ikke settes i gang ennå. Vi mangler svar fra Leila. Stillhet er ikke ja.'),
  ).toBeVisible()
  const door = new URL((await tried).url()).pathname
  expect(await decideBesideThePage(tor, door)).toMatchObject({ refused: 'decision-waiting' })
  expect(await decideBesideThePage(tor, door.replace(/[^/]+\/decide$/, `${crypto.randomUUID()}/decide`))).toEqual({
    refused: 'not-found',
  })
}

/** The door behind the button, pressed without the page. */
function decideBesideThePage(page: Page, path: string): Promise<unknown> {
  return page.evaluate(async (door) => {
    const body = JSON.stringify({ commandId: crypto.randomUUID(), version: 1 })
    const headers = { 'content-type': 'application/json' }
    return (await (await fetch(door, { method: 'POST', headers, body })).json()) as unknown
  }, path)
}

/** 5. She says yes to each; NAV decides what its mandate reaches, and what it does not reach goes to the right person with a day. */
export async function decide({ leila, tor }: Seated): Promise<void> {
  for (const what of [course, licence]) {
    await decision(leila, what).getByRole('button', { name: 'Ja, jeg sier ja' }).click()
    await expect(decision(leila, what)).toContainText('Du har sagt ja.')
  }
  const tooMuch = decision(tor, licence)
  await expect(tooMuch).toContainText('Trenger ja fra Hanne')
  await tooMuch.getByRole('button', { name: 'Bestem dette nå' }).click()
  await expect(
    tooMuch.getByText('Dette kan ikke bestemmes her nå. Det er 12 000 kroner over fullmakten til Tor. Spør Hanne.'),
  ).toBeVisible()
  await tooMuch.getByRole('button', { name: 'Spør Hanne nå' }).click()
  await tor.getByRole('dialog').getByRole('button', { name: 'Spør nå' }).click()
  await expect(tooMuch).toContainText('Svarer senest')
  const now = decision(tor, course)
  await expect(now).toContainText('Kan bestemmes her og nå')
  await now.getByRole('button', { name: 'Bestem dette nå' }).click()
  await expect(now).toContainText('Bestemt')
  await expect(decision(leila, course)).toContainText('av Tor.')
}

/** 5. What a service decided alone, by law, stands apart and looks it. */
export async function tellOutside({ leila, tor }: Seated): Promise<void> {
  await tor.getByRole('button', { name: 'Skriv et vedtak utenfor laben' }).click()
  const form = tor.getByRole('dialog')
  await form.getByLabel('Hva er bestemt?').fill('Stønad til hjelp i hjemmet er avslått')
  await form.getByRole('button', { name: 'Vis det i planen' }).click()
  await expect(
    form.getByText('Skriv hva som er bestemt, hvilken lov det bygger på, og hvem det gjelder.'),
  ).toBeVisible()
  await form.getByLabel('Lov og paragraf').fill('folketrygdloven § 6-3')
  await form.getByLabel('Hva handler det om?').selectOption({ label: 'Økonomi' })
  await form.getByRole('checkbox', { name: 'Leila' }).check()
  await form.getByRole('button', { name: 'Vis det i planen' }).click()
  await expect(tor.getByRole('dialog')).toHaveCount(0)
  const outside = leila.getByRole('region', { name: 'Vedtak utenfor laben' })
  await expect(outside).toContainText('Det er ikke teamets beslutning.')
  await expect(outside).toContainText('Stønad til hjelp i hjemmet er avslått')
  await expect(outside).toContainText('Bygger på folketrygdloven § 6-3.')
}
