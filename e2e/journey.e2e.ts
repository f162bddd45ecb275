import type { Page } from '@playwright/test'
import { openClothOf } from './cloth-words.ts'
import { openJourneyOf, openMyJourney, placeDomain, point } from './journey-words.ts'
import { expectNothingThere } from './nothing-there.ts'
import { overhear } from './overheard.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'journey' })
test.describe.configure({ mode: 'serial' })

const aminasSentence = 'Hodan sov over, og jeg lo igjen.'
const notToday = 'Det er min dag, ikke deres.'
const newHome = 'Vi har fått visning på tre rom.'
const teamsDoubt = 'Visningen er ingen leiekontrakt ennå.'
const jonasFixes = 'Jeg fikser det meste. Sykler, biler, dører.'

test('Siri in child welfare, whom nobody has said yes to, finds neither journey nor answers', async ({ as }) => {
  const family = await hansenAli(await as('solveig'))
  const siri = await as('siri')
  await siri.goto('/lab')
  await expectNothingThere(siri, family)
})

test('Tor in NAV has the family open and finds no journey: not on the page, and not in the answers', async ({ as }) => {
  const tor = await as('tor')
  const family = await hansenAli(tor)
  await openJourneyOf(tor, 'Hansen-Ali')
  await expect(tor.getByText('Her står det familien har sagt ja til at du leser.')).toBeVisible()
  await expect(tor.getByText('Ingen svar å lese')).toBeVisible()
  await expect(tor.getByRole('main').getByRole('button')).toHaveCount(0)
  for (const [way, nothing] of [
    ['journey', { placements: [], mayPlace: [], people: [] }],
    ['wellbeing', { mine: [], shared: [], leaders: [] }],
  ] as const) {
    const answer = await tor.request.get(`/api/families/${family}/${way}`)
    expect(await answer.json(), way).toMatchObject(nothing)
  }
})

test('Amina answers, would rather not, and places housing; Solveig places the team’s view; both see both, and NAV hears nothing', async ({
  as,
}) => {
  const nav = overhear()
  const tor = await as('tor', { size: desk, watch: nav.record })
  await openClothOf(tor, 'Hansen-Ali')
  await expect(tor.getByText(jonasFixes)).toBeVisible()

  const amina = await as('amina', { size: phone })
  await openMyJourney(amina)
  // Told before anything is asked, and nothing is chosen.
  await amina.getByRole('button', { name: 'Svar nå' }).click()
  await expect(amina.getByText('Bare du kan lese svaret. Ingen hjemme og ingen i teamet kan lese det.')).toBeVisible()
  await expect(amina.getByRole('group', { name: /^Alt i alt/ }).getByRole('radio', { checked: true })).toHaveCount(0)
  await amina.getByRole('radio', { name: '6', exact: true }).check()
  await amina.getByRole('textbox').fill(aminasSentence)
  await amina.getByRole('radio', { name: 'Jeg og Solveig' }).check()
  await expect(amina.getByText('Du og Solveig kan lese svaret. Ingen hjemme kan lese det.')).toBeVisible()
  await save(amina)
  await expect(entry(amina, aminasSentence)).toContainText('6 av 10')
  await expect(amina.getByText('Først sa du 3. Sist sa du 6.')).toBeVisible()

  await amina.getByRole('button', { name: 'Svar nå' }).click()
  await amina.getByRole('radio', { name: 'Jeg vil ikke svare på dette' }).check()
  await amina.getByRole('textbox').fill(notToday)
  await save(amina)
  await expect(entry(amina, notToday)).toContainText('Du ville ikke svare på dette')
  await expect(entry(amina, notToday)).toContainText('Bare du kan lese dette.')
  // What she would not say counts as nothing, and least of all as zero.
  await expect(amina.getByText('Først sa du 3. Sist sa du 6.')).toBeVisible()

  await placeDomain(amina, 'bolig', 'Hjemmet er trygt, passer godt nok', newHome)
  await expect(amina.getByRole('img', { name: 'Bolig: startet uholdbar, nå stabil, mål stabil.' })).toBeVisible()
  await expect(amina.getByRole('img', { name: 'Økonomi: startet uholdbar, nå uholdbar, mål stabil.' })).toBeVisible()

  const solveig = await as('solveig', { size: desk })
  await openJourneyOf(solveig, 'Hansen-Ali')
  await expect(solveig.getByText(`«${aminasSentence}»`)).toBeVisible()
  await expect(solveig.getByText('Først 5, sist 6.')).toBeVisible()
  await expect(solveig.getByText(notToday)).toHaveCount(0)
  await expect(solveig.getByText(`«${newHome}»`)).toBeVisible()
  await expect(solveig.getByRole('button', { name: /^Sett/ })).toHaveCount(0)
  await placeDomain(solveig, 'bolig', 'Det finnes et sted å bo', teamsDoubt)
  await amina.reload()
  for (const page of [amina, solveig]) {
    const differ = page.getByRole('region', { name: 'Her ser vi det ulikt' })
    await expect(differ.getByText(`«${newHome}»`)).toBeVisible()
    await expect(differ.getByText(`«${teamsDoubt}»`)).toBeVisible()
    await expect(differ).toContainText('Begge svarene blir stående.')
  }

  const jonas = await as('jonas', { size: phone })
  await openMyJourney(jonas)
  await expect(jonas.getByText(`«${teamsDoubt}»`)).toBeVisible()
  await expect(jonas.getByText(aminasSentence)).toHaveCount(0)
  await openJourneyOf(tor, 'Hansen-Ali')
  await nav.expectNever([aminasSentence, notToday, newHome, teamsDoubt], { heard: jonasFixes })
})

test('the whole is not placed without a reason; a skipped question is not zero, and the drawing is reached by keys', async ({
  as,
}) => {
  const amina = await as('amina', { size: phone })
  await openMyJourney(amina)
  await amina.getByRole('button', { name: 'Svar for alt i alt' }).click()
  const dialog = amina.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Det viktigste er på plass/ }).check()
  await dialog
    .getByRole('group', { name: /^Hvor mye styrke/ })
    .getByRole('radio', { name: '8', exact: true })
    .check()
  await dialog.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(dialog.getByText('Skriv noen ord om hvorfor.')).toBeVisible()
  await dialog.getByRole('textbox').fill('Vi flytter før jul.')
  await dialog.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(point(amina, 'Nå,')).toHaveAccessibleName(/stabil\. Vi flytter før jul\.$/)
  const both = amina.getByRole('region', { name: 'To svar på det samme' })
  await expect(both).toContainText('Styrke og hjelp rundt: 8 av 10')
  await expect(both).toContainText('Klarer å endre: ikke svart')

  await point(amina, 'Start').focus()
  await expect(amina.getByText('«Fukt, gjeld og varsel om å flytte.»')).toBeVisible()
  await amina.keyboard.press('Tab')
  await expect(amina.getByText('«Solveig ringer hver uke. Vi vet hvem vi kan spørre.»')).toBeVisible()
})

test('who places what another placed meanwhile is told so, sees it, and then answers', async ({ as }) => {
  const [amina, jonas] = [await as('amina', { size: phone }), await as('jonas', { size: phone })]
  await openMyJourney(jonas)
  await jonas.getByRole('button', { name: 'Svar om helse' }).click()
  await jonas.getByRole('radio', { name: /^Det er klart hva helsa tåler/ }).check()
  await openMyJourney(amina)
  await placeDomain(amina, 'helse', 'Helsa stopper hverdagen', 'Jonas ligger mest.')
  await jonas.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(jonas.getByText(/^En annen svarte mens du så på siden\./)).toBeVisible()
  await jonas.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(jonas.getByRole('dialog')).toHaveCount(0)
  await expect(jonas.getByRole('img', { name: 'Helse: startet stabil, nå stabil.' })).toBeVisible()
})

test('an answer taken back from Solveig is gone for her, and one erased is gone for good', async ({ as }) => {
  const [amina, solveig] = [await as('amina', { size: phone }), await as('solveig', { size: desk })]
  await openMyJourney(amina)
  await entry(amina, aminasSentence)
    .getByRole('button', { name: /^Stopp: bare jeg/ })
    .click()
  await expect(entry(amina, aminasSentence)).toContainText('Bare du kan lese dette.')
  await openJourneyOf(solveig, 'Hansen-Ali')
  await expect(solveig.getByText(`«${newHome}»`)).toBeVisible()
  await expect(solveig.getByText(aminasSentence)).toHaveCount(0)
  await entry(amina, notToday)
    .getByRole('button', { name: /^Slett svaret/ })
    .click()
  await amina.getByRole('button', { name: 'Ja, slett svaret' }).click()
  await expect(amina.getByText(notToday)).toHaveCount(0)
})

test('a child meets no numbers, on the page or in the answers (REQ-100)', async ({ as }) => {
  const sara = await as('sara', { size: phone })
  await openMyJourney(sara)
  await expect(sara.getByText('Din egen side kommer')).toBeVisible()
  await expect(sara.getByText(/av 10/)).toHaveCount(0)
  const family = await hansenAli(await as('solveig'))
  const answers = await Promise.all(
    ['journey', 'wellbeing'].map((way) => sara.request.get(`/api/families/${family}/${way}`)),
  )
  for (const answer of answers) expect(await answer.text()).not.toMatch(/"score"|situation/)
})

test('when Jonas stops NAV, the family and its journey are nothing Tor knows of', async ({ as }) => {
  const tor = await as('tor')
  const family = await hansenAli(tor)
  const jonas = await as('jonas', { size: phone })
  await jonas.goto('/my/consents')
  await jonas.getByRole('region', { name: 'NAV' }).getByRole('button', { name: 'Stopp NAV' }).click()
  await jonas.getByRole('dialog').getByRole('button', { name: 'Stopp NAV' }).click()
  await expect(jonas.getByText('Delingen med NAV er stoppet.')).toBeVisible()
  await expectNothingThere(tor, family)
})

function save(page: Page) {
  return page
    .getByRole('button', { name: 'Lagre svaret' })
    .click()
    .then(() => expect(page.getByText('Svaret ditt er lagret.')).toBeVisible())
}

function entry(page: Page, words: string) {
  return page.getByRole('region', { name: 'Svarene dine over tid' }).getByRole('listitem').filter({ hasText: words })
}

/** The family's id, out of the address of its page. */
async function hansenAli(page: Page): Promise<string> {
  await page.goto('/lab')
  await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hansen-Ali' })).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
