import { desk, expect, phone, test } from './story.ts'
import { declare, fillLink, openLink, toLinks, told } from './task-words.ts'

test.use({ story: 'task' })

test('the leader gives a coach a link to one promise; he reads that and nothing else, and says that it is done', async ({
  as,
  open,
}) => {
  const solveig = await as('solveig', { size: desk })
  await toLinks(solveig)
  await fillLink(solveig, 'Ha lyden på stevnet sammen med Marius Lie')
  await solveig.getByRole('button', { name: 'Lag lenken' }).click()
  await expect(solveig.getByText('Det står «Lie» i teksten.')).toBeVisible()
  await solveig.getByLabel('Hva skal gjøres?').fill(told)
  await solveig.getByRole('button', { name: 'Lag lenken' }).click()
  const shown = solveig.getByText(/\/task#/)
  await shown.waitFor()
  const address = (await shown.innerText()).trim()
  const secret = address.split('#')[1] ?? ''

  // Nobody is signed in on his phone. The secret is sent once, in a body: in no address, and in no "where I came from".
  const sent: string[] = []
  const kare = await open({
    size: phone,
    watch: (context) =>
      context.on('request', (request) =>
        sent.push(`${request.url().split('#')[0]} ${request.headers()['referer'] ?? ''}`),
      ),
  })
  await openLink(kare, address)
  await expect(kare.getByText(told)).toHaveCount(0)
  await kare.getByRole('button', { name: 'Gå videre' }).click()
  await expect(kare.getByText('Du må love taushet før du kan lese.')).toBeVisible()
  await declare(kare)
  await expect(kare.getByText(told)).toBeVisible()
  await expect(kare.getByText('Marius', { exact: true })).toBeVisible()
  await expect(kare.getByText(/\bLie\b/)).toHaveCount(0)
  expect(kare.url()).not.toContain(secret)
  expect(sent.join('\n')).not.toContain(secret)

  // The same address on another phone, and the pages of the family on his own.
  const other = await open({ size: phone })
  await other.goto(address)
  await other.getByRole('button', { name: 'Åpne på denne telefonen' }).click()
  await expect(other.getByRole('heading', { name: 'Lenken åpner ingenting nå' }).first()).toBeAttached()
  await kare.goto('/my')
  await expect(kare.getByRole('link', { name: 'Logg inn som innbygger' })).toBeVisible()

  await kare.goto('/task')
  await kare.getByRole('button', { name: 'Gjort', exact: true }).click()
  await expect(kare.getByText('Takk. Det står som gjort, og familien kan se det.')).toBeVisible()

  const marius = await as('marius', { size: phone })
  await marius.goto('/my/promises')
  await marius
    .getByText(/^Gjort: \d+$/)
    .first()
    .click()
  await expect(marius.getByText('Kåre Lund har sagt det selv, gjennom lenken sin.')).toBeVisible()
  await expect(marius.getByText(/^Kåre Lund fikk en lenke til dette/)).toBeVisible()
  await marius.getByRole('button', { name: 'Stopp lenken til Kåre Lund' }).click()
  await expect(marius.getByText(/^Kåre Lund fikk en lenke til dette/)).toHaveCount(0)
  await kare.reload()
  await expect(kare.getByRole('heading', { name: 'Lenken åpner ingenting nå' }).first()).toBeAttached()
})
