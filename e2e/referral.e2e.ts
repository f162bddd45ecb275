import { openMyCloth } from './cloth-words.ts'
import { askInstead, referLeila } from './referral-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'referral' })
test.describe.configure({ mode: 'serial' })

test('without a yes nobody is named: Anne asks, the core team answers, and no name is kept', async ({ as }) => {
  const anne = await as('anne', { size: desk })
  await anne.goto('/lab')
  await anne.getByRole('link', { name: 'Meld på' }).click()
  await askInstead(anne, 'Kan dere hjelpe en mor som er alene om nettene?')

  const berit = await as('berit', { size: desk })
  await berit.goto('/lab')
  await berit.getByRole('link', { name: 'Døra', exact: true }).click()
  await expect(berit.getByText('Ingen ved døra nå')).toBeVisible()
  await expect(berit.getByText('Kan dere hjelpe en mor som er alene om nettene?')).toBeVisible()
  await berit.getByLabel('Svaret ditt').fill('Ja. Spør henne om hun vil at vi ringer.')
  await berit.getByRole('button', { name: 'Send svaret' }).click()
  await anne.reload()
  await expect(anne.getByText('Ja. Spør henne om hun vil at vi ringer.')).toBeVisible()
})

test('too early says what is missing and keeps what is there, also through a session that ends', async ({ as }) => {
  const anne = await as('anne', { size: phone })
  await anne.goto('/lab/refer')
  await anne.getByRole('radio', { name: /^Ja, vi fyller ut sammen/ }).check()
  await anne.getByLabel('Navn').fill('Leila Haddad')
  await anne.getByLabel('Med egne ord').fill('At Amir får barnehageplass.')
  await anne.getByRole('button', { name: 'Send påmeldingen' }).click()
  await expect(
    anne.getByText(
      'Før du kan sende, mangler hvordan det ble sagt ja, dagen det ble sagt ja, fødselsdag, hvem i familien og hvordan personen vil høre fra oss.',
    ),
  ).toBeVisible()
  await expect(anne.getByRole('radio', { name: 'Muntlig' })).toBeFocused()
  await anne.reload()
  await expect(anne.getByLabel('Navn')).toHaveValue('Leila Haddad')
  await anne.getByRole('radio', { name: 'Melding' }).check()
  await anne.getByLabel('Telefonnummer').fill('400 00')
  await anne.getByRole('button', { name: 'Send påmeldingen' }).click()
  await expect(anne.getByText('Skriv telefonnummeret med åtte tall.').first()).toBeVisible()
  await expect(anne.getByLabel('Med egne ord')).toHaveValue('At Amir får barnehageplass.')
})

test('Anne and Leila send a referral; the core team reads her words, a message that tells nothing leads her in', async ({
  as,
  open,
}) => {
  const anne = await as('anne', { size: desk })
  await referLeila(anne)
  await expect(anne.getByRole('region', { name: 'Dette har du sendt' })).toContainText('Mottatt')
  // Sent, it is nobody's on this machine any more.
  expect(await anne.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Leila')
  await expect(anne.getByText('Leila')).toHaveCount(0)

  const berit = await as('berit', { size: desk })
  await berit.goto('/lab/door')
  await expect(berit.getByRole('heading', { name: 'Leila Haddad', exact: true })).toBeVisible()
  await expect(berit.getByText('At Amir får en fast plass, så jeg kan begynne på kurs.')).toBeVisible()
  await expect(berit.getByText(/^Sa muntlig ja til å bli nevnt/)).toBeVisible()

  const leila = await open({ size: phone })
  await leila.goto('/demo-phone')
  const message = leila.getByRole('listitem').filter({ hasText: '400 00 333' })
  await expect(async () => {
    await leila.reload()
    await expect(message).toBeVisible({ timeout: 500 })
  }).toPass()
  for (const word of ['Leila', 'Amir', 'velferdslab', 'barnehage', 'familie'])
    await expect(message).not.toContainText(word, { ignoreCase: true })
  await message.getByRole('link').click()
  await expect(leila.getByRole('heading', { name: 'Du har en melding' })).toBeVisible()
  await leila.getByRole('link', { name: 'Logg inn' }).click()
  await leila.getByRole('button', { name: /^Leila Haddad/ }).click()
  await expect(leila.getByRole('heading', { name: 'Hei, Leila' })).toBeVisible()

  await expect(leila.getByText('Vil du være med i velferdslaben?')).toBeVisible()
  await leila.getByRole('link', { name: 'Les og svar' }).click()
  await expect(leila.getByRole('heading', { name: 'Vil du være med?' })).toBeVisible()
  await expect(
    leila.getByText('Ingen får plass ved bordet, og ingen tjeneste leser om deg, før du har sagt ja.'),
  ).toBeVisible()
  await leila.getByRole('button', { name: 'Jeg vil tenke meg om' }).click()
  await expect(leila.getByText(/^Det er helt i orden\. Ingenting skjer før du har svart\./)).toBeVisible()
  await berit.reload()
  await expect(berit.getByText(/^Leila Haddad har logget inn/)).toBeVisible()
  await expect(berit.getByText(/^Vil være med/)).toHaveCount(0)

  await leila.getByRole('button', { name: 'Ja, jeg vil være med' }).click()
  await expect(leila.getByRole('heading', { name: 'Du er med' })).toBeVisible()
  await berit.reload()
  await expect(berit.getByText(/^Vil være med\. Skrev under/)).toBeVisible()
  await leila.getByRole('link', { name: 'Til planen min' }).click()
  await openMyCloth(leila)
  await berit.goto('/lab')
  await expect(berit.getByText('Haddad')).toHaveCount(0)
})

test('the message opens nothing for somebody else, and nothing twice', async ({ open }) => {
  const other = await open({ size: phone })
  await other.goto('/demo-phone')
  await other.getByRole('link', { name: /\/m\// }).click()
  await other.getByRole('link', { name: 'Logg inn' }).click()
  await other.getByRole('button', { name: /^Torbjørn Lie/ }).click()
  await expect(other).toHaveURL(/\/(my|lab|)$/)
  await expect(other.getByText('Haddad')).toHaveCount(0)
})
