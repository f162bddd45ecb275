import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'trace' })

test('who reads is seen by those it is about; who asks in vain is seen by the privacy officer, and by nobody else', async ({
  as,
}) => {
  // Siri has nothing to do with the family, and knows its address.
  const solveig = await as('solveig', { size: desk })
  await solveig.goto('/lab')
  await solveig
    .getByRole('link', { name: /Hansen-Ali/ })
    .first()
    .click()
  await solveig.waitForURL(/\/lab\/families\//)
  const address = new URL(solveig.url()).pathname
  const siri = await as('siri', { size: desk })
  await siri.goto(address)
  await siri.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
  await siri.goto('/lab/trace')
  await siri.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()

  const tor = await as('tor', { size: desk })
  await tor.goto(`${address}/plan`)
  await tor.getByRole('heading', { level: 1 }).waitFor()
  await tor.getByText('Fire timer med gjeldsrådgiver').first().waitFor()

  // What was about Jonas he sees on his telephone; of Siri nobody at home sees anything.
  const jonas = await as('jonas', { size: phone })
  await jonas.goto('/my/consents')
  await jonas.getByRole('link', { name: 'Se alle' }).click()
  await jonas
    .getByText(/^Tor fra NAV leste om/)
    .first()
    .waitFor()
  await expect(jonas.getByText('NAV kan lese om dette fordi du har sagt ja.').first()).toBeVisible()
  await expect(jonas.getByText('Siri')).toHaveCount(0)

  const ingvild = await as('ingvild', { size: desk })
  await ingvild.goto('/')
  await ingvild.goto('/lab')
  const asked = ingvild.getByRole('region', { name: 'Spurte uten tilgang' })
  await asked.getByText('Siri Haug, Barnevernet').first().waitFor()
  await expect(ingvild.getByText('Hansen')).toHaveCount(0)
  const late = ingvild.getByRole('listitem').filter({ hasText: 'Tor Myhre, NAV: Leste om natta' })
  await late.getByLabel('Svar om Tor Myhre').selectOption({ label: 'Fulgt opp: Snakket med den som leste' })
  await late.getByRole('button', { name: 'Lagre svaret' }).click()
  await late.getByText(/^Fulgt opp: Snakket med den som leste\. Svart/).waitFor()
})
