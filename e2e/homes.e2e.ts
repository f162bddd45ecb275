import { referLeila } from './referral-words.ts'
import { toMeeting } from './meeting-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'homes' })

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' })
const inTwoDays = () => day.format(new Date(Date.now() + 2 * 86_400_000))

test('everybody comes home to what they need now, and to nothing of what others come home to', async ({ as }) => {
  test.setTimeout(120_000)
  const [solveig, tor, berit] = [
    await as('solveig', { size: desk }),
    await as('tor', { size: desk }),
    await as('berit', { size: desk }),
  ]

  await test.step('the core team’s home is nobody else’s, and theirs has no families to open', async () => {
    for (const page of [solveig, tor]) {
      await page.goto('/lab')
      await expect(page.getByRole('heading', { name: 'Familiene mine' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Marius Lie', exact: true })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Hvem leder hvor mange' })).toHaveCount(0)
    }
    await berit.goto('/lab')
    await expect(berit.getByRole('heading', { name: 'I dag' })).toBeVisible()
    await expect(berit.getByText('Ingen familie venter nå')).toBeVisible()
    await expect(berit.getByRole('link', { name: 'Marius Lie', exact: true })).toHaveCount(0)
  })

  await test.step('a family that is sent waits there, and it is said for what', async () => {
    await referLeila(await as('anne', { size: phone }))
    await berit.reload()
    const waiting = berit.getByRole('listitem').filter({ hasText: 'Haddad' })
    await expect(waiting).toContainText('Svar fra dere')
    await expect(waiting).toContainText('siden i dag')
    await waiting.getByRole('link', { name: 'Haddad' }).click()
    await expect(berit.getByRole('heading', { name: 'Familien Haddad' })).toBeVisible()
  })

  await test.step('what is late stands first with the leader, and is gone when Tor has done it at home', async () => {
    const late = solveig.getByRole('listitem').filter({ hasText: 'Ett løfte til familien er for sent.' })
    await expect(late.getByRole('heading', { name: 'Marius Lie' })).toBeVisible()
    await late.getByRole('link', { name: 'Åpne familien: Marius Lie' }).click()
    await expect(solveig.getByText('Svare om støtte til utstyr')).toBeVisible()
    await tor.getByRole('button', { name: 'Gjort: Svare om støtte til utstyr' }).click()
    await expect(tor.getByText('Svare om støtte til utstyr')).toHaveCount(0)
    await solveig.goto('/lab')
    await expect(solveig.getByRole('link', { name: 'Marius Lie', exact: true })).toBeVisible()
    await expect(late.getByRole('heading', { name: 'Marius Lie' })).toHaveCount(0)
  })

  await test.step('a meeting that is near stands first with the leader, with the family and with who sits there', async () => {
    // What is late comes before a meeting: she does what she owes them first.
    await solveig.goto('/lab/owe')
    const late = solveig.getByRole('listitem').filter({ hasText: 'Barnepasseren ble syk' })
    await late.getByRole('button', { name: /^Gjort/ }).click()
    await expect(late).toHaveCount(0)
    await toMeeting(solveig)
    await solveig.getByLabel('Dag', { exact: true }).fill(inTwoDays())
    await solveig.getByLabel('Klokka').fill('10:00')
    await solveig.getByLabel('Sted').fill('Brukertorget, rom 2')
    await solveig.getByLabel('Hva vi skal snakke om').fill('Boligen.')
    await solveig.getByRole('button', { name: 'Avtal møtet' }).click()
    await solveig.getByText('Brukertorget, rom 2').waitFor()
    await solveig.goto('/lab')
    await expect(solveig.getByText('Møte om 2 dager')).toBeVisible()
    await expect(solveig.getByRole('row').filter({ hasText: 'Hansen-Ali' })).toContainText('om 2 dager')
    await tor.reload()
    await tor.getByRole('link', { name: 'Åpne møtet: Hansen-Ali' }).click()
    await expect(tor.getByText('Brukertorget, rom 2')).toBeVisible()
  })

  const jonas = await as('jonas', { size: phone })
  await test.step('Jonas meets his meeting, and everything that waits for his answer', async () => {
    await jonas.goto('/my')
    await expect(jonas.getByRole('heading', { name: 'Neste møte' })).toBeVisible()
    await expect(jonas.getByText('Ved bordet: Solveig, Tor, Kari og Torbjørn.')).toBeVisible()
    await expect(jonas.getByText('Én beslutning venter på svaret ditt.', { exact: false })).toBeVisible()
    await jonas.getByRole('link', { name: 'Svar: beslutninger' }).click()
    await expect(jonas.getByText('Fire timer med gjeldsrådgiver').first()).toBeVisible()
  })

  await test.step('what Jonas stops is told to NAV at once, without his name, and to no other service', async () => {
    await jonas.goto('/my/consents')
    await jonas.getByRole('button', { name: 'Stopp NAV', exact: true }).click()
    await jonas.getByRole('dialog').getByRole('button', { name: 'Stopp NAV' }).click()
    await expect(jonas.getByText('Delingen med NAV er stoppet.')).toBeVisible()
    await tor.goto('/lab')
    await expect(tor.getByText('NAV kan ikke lese om en familie dere sitter ved bordet til.')).toBeVisible()
    await expect(tor.getByText('Jonas')).toHaveCount(0)
    await expect(tor.getByText('Hansen-Ali')).toHaveCount(0)
  })
})
