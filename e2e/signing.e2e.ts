import type { Locator } from '@playwright/test'
import { download, drawName, openSigningOf, planSomething } from './signing-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'signing' })
test.describe.configure({ mode: 'serial' })

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

test('not done is not said without a reason; with one the family reads it, and the promise is late all the same', async ({
  as,
}) => {
  const tor = await as('tor', { size: desk })
  await tor.goto('/lab')
  await tor.getByRole('link', { name: 'Det jeg skylder' }).click()
  await expect(tor.getByText(/^Du har \d løfter som ikke er gjort\. Ett er for sent\.$/)).toBeVisible()
  const late = tor.getByRole('listitem').filter({ hasText: 'Svare om støtte til utstyr' })
  await expect(late).toContainText('Til Marius Lie')
  await late.getByRole('button', { name: /^Ikke gjort/ }).click()
  await late.getByRole('button', { name: 'Si fra' }).click()
  await expect(late.getByRole('alert')).toContainText('Velg hvorfor det ikke er gjort.')
  await late.getByRole('radio', { name: 'Jeg venter på andre' }).check()
  await late.getByLabel('Med dine ord').fill('Hanne svarer på mandag.')
  await late.getByLabel('Ny dag').fill(tomorrow())
  await late.getByRole('button', { name: 'Si fra' }).click()
  await expect(late).toContainText('Hanne svarer på mandag.')
  await expect(late).toContainText('3 dager for sent')

  const marius = await as('marius', { size: phone })
  await marius.goto('/my')
  await marius.getByRole('link', { name: 'Se løftene' }).click()
  const owed = marius.getByRole('region', { name: 'Dette skylder vi deg' }).getByRole('listitem')
  await expect(owed.first()).toContainText('Svare om støtte til utstyr')
  await expect(owed.first()).toContainText('Tor Myhre, NAV')
  await expect(owed.first()).toContainText('3 dager for sent')
  await expect(owed.first()).toContainText('Venter på andre. Hanne svarer på mandag.')
  // What others owe, one does not answer for them.
  await expect(owed.first().getByRole('button')).toHaveCount(0)
  const promised = marius.getByRole('region', { name: 'Dette har du lovet' })
  const before = await doneIn(promised)
  await marius.getByRole('button', { name: 'Gjort: Spørre musikkhuset om en attest', exact: true }).click()
  await expect(promised).toContainText(`Gjort: ${before + 1}`)
})

test('a change before the last signature makes the version void; then all sign, one of them drawn, and it is in force', async ({
  as,
}) => {
  const marius = await as('marius', { size: phone })
  await marius.goto('/my/signing')
  await expect(marius.getByRole('heading', { name: 'Planen gjelder' })).toBeVisible()
  await planSomething(marius, { text: 'Avtale besøk i en bedrift', by: 'NAV', due: tomorrow() })
  await marius.reload()
  const differs = marius.getByRole('region', { name: 'Planen er endret siden dere skrev under' })
  await expect(differs).toContainText('Avtale besøk i en bedrift')

  const solveig = await as('solveig', { size: desk })
  await openSigningOf(solveig, 'Marius Lie')
  await solveig.getByRole('button', { name: 'Legg fram planen' }).click()
  await expect(solveig.getByText('Versjon 1 gjelder til denne er skrevet under av alle.')).toBeVisible()
  await expect(solveig.getByRole('region', { name: 'Nytt siden forrige versjon' })).toContainText(
    'Avtale besøk i en bedrift',
  )
  await solveig.getByRole('button', { name: 'Skriv under som Solveig Strand' }).click()
  await expect(solveig.getByText('Du har skrevet under. Planen gjelder når alle har gjort det.')).toBeVisible()

  await planSomething(marius, { text: 'Øve på mikseren', due: tomorrow() })
  await marius.reload()
  await expect(marius.getByText(/^Planen ble endret .* før alle hadde skrevet under/)).toBeVisible()
  await expect(marius.getByRole('button', { name: /^Skriv under som/ })).toHaveCount(0)

  await marius.getByRole('button', { name: 'Legg fram planen' }).click()
  await expect(marius.getByRole('heading', { name: 'Skrive under planen' })).toBeVisible()
  await marius.getByRole('button', { name: 'Jeg vil heller tegne navnet' }).click()
  await marius.getByRole('button', { name: 'Skriv under med tegningen' }).click()
  await expect(marius.getByText('Tegn navnet ditt i feltet først.')).toBeVisible()
  await drawName(marius)
  await marius.getByRole('button', { name: 'Skriv under med tegningen' }).click()
  await expect(marius.getByRole('img', { name: 'Navnet slik Marius Lie tegnet det' })).toBeVisible()

  await solveig.reload()
  await solveig.getByRole('button', { name: 'Skriv under som Solveig Strand' }).click()
  await expect(solveig.getByText('Du har skrevet under. Planen gjelder når alle har gjort det.')).toBeVisible()
  const tor = await as('tor', { size: desk })
  await tor.goto('/lab/owe')
  await expect(tor.getByText('Avtale besøk i en bedrift')).toHaveCount(0)
  await openSigningOf(tor, 'Marius Lie')
  await tor.getByRole('button', { name: 'Skriv under som Tor Myhre' }).click()
  await expect(tor.getByText('Alle har skrevet under. Planen gjelder nå.')).toBeVisible()
  await expect(tor.getByText(/^Versjon 2 gjelder fra/)).toBeVisible()
})

test('the paper that comes is the one that was signed, and it still matches', async ({ as }) => {
  const marius = await as('marius', { size: desk })
  await marius.goto('/my/signing')
  const paper = marius.getByRole('region', { name: 'Eksemplaret ditt' })
  await expect(paper).toContainText(await download(marius))
  await paper.getByRole('button', { name: 'Se om den stemmer' }).click()
  await expect(paper).toContainText('Den stemmer.')
  const tor = await as('tor', { size: desk })
  await openSigningOf(tor, 'Marius Lie')
  await expect(tor.getByRole('region', { name: 'Eksemplaret ditt' })).toContainText(await download(tor))
  await marius.goto('/my/promises')
  const owed = marius.getByRole('region', { name: 'Dette skylder vi deg' })
  const before = await doneIn(owed)
  await tor.goto('/lab/owe')
  await tor.getByRole('button', { name: 'Gjort: Avtale besøk i en bedrift', exact: true }).click()
  await expect(tor.getByRole('button', { name: 'Gjort: Avtale besøk i en bedrift', exact: true })).toHaveCount(0)
  await marius.goto('/my/promises')
  await expect(owed).toContainText(`Gjort: ${before + 1}`)
})

/** How many are told as done there. How much fell due before today depends on the day. */
async function doneIn(region: Locator): Promise<number> {
  await region.waitFor()
  return Number(/Gjort: (\d+)/.exec(await region.innerText())?.[1] ?? 0)
}
