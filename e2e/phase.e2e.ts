import type { Locator, Page } from '@playwright/test'
import { openJourneyOf, openMyJourney } from './journey-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'phase' })

const why = 'Dere har fått hjemmet på plass. Nå kan vi møtes sjeldnere.'
const work = (page: Page): Locator => page.getByRole('region', { name: 'Fase', exact: true })
const mine = (page: Page): Locator => page.getByRole('region', { name: 'Hvor vi er i arbeidet' })
const now = (card: Locator): Locator => card.locator('[aria-current=step]')

async function ask(solveig: Page): Promise<void> {
  await work(solveig).getByRole('button', { name: 'Spør om å gå videre' }).click()
  await work(solveig).getByRole('radio', { name: 'Vedlikeholde' }).check()
  await work(solveig).getByRole('textbox', { name: 'Hvorfor nå? Familien leser dette.' }).fill(why)
  await work(solveig).getByRole('button', { name: 'Spør familien' }).click()
}

test('the phase is the family’s to move: asked with a reason, not moved by one yes, left by a not now, moved by the last yes', async ({
  as,
}) => {
  const tor = await as('tor', { size: desk })
  await openJourneyOf(tor, 'Hansen-Ali')
  await expect(now(work(tor))).toHaveText('Nå: Investere')
  await expect(work(tor).getByRole('button')).toHaveCount(0)

  const solveig = await as('solveig', { size: desk })
  await openJourneyOf(solveig, 'Hansen-Ali')
  await work(solveig).getByRole('button', { name: 'Spør om å gå videre' }).click()
  await work(solveig).getByRole('button', { name: 'Spør familien' }).click()
  await expect(work(solveig).getByRole('alert')).toHaveText('Velg fase, og skriv hvorfor.')
  await work(solveig).getByRole('button', { name: 'Avbryt' }).click()
  await ask(solveig)
  await expect(work(solveig).getByText('Vi venter på svar fra familien.')).toBeVisible()
  await expect(now(work(solveig))).toHaveText('Nå: Investere')
  await tor.reload()
  await expect(now(work(tor))).toHaveText('Nå: Investere')
  await expect(work(tor).getByText('Vi venter på svar')).toHaveCount(0)

  // At home: one line and a way there, and what it means before the yes.
  const amina = await as('amina', { size: phone })
  await amina.goto('/my')
  await expect(mine(amina).getByText('Nå: Komme i gang')).toBeVisible()
  await mine(amina).getByRole('link', { name: 'Les og svar' }).click()
  await expect(mine(amina).getByText('Solveig spør: Skal vi gå videre til «Holde det gående»?')).toBeVisible()
  await expect(mine(amina).getByText(why)).toBeVisible()
  await expect(mine(amina).getByText('Stillhet er ikke ja.')).toBeVisible()
  await mine(amina).getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  await expect(mine(amina).getByText('Vi venter på svar fra Jonas.')).toBeVisible()
  await expect(now(mine(amina))).toHaveText('Nå: Komme i gang')

  // One not now, and it stays as it is. Nobody is told whose it was.
  const jonas = await as('jonas', { size: phone })
  await openMyJourney(jonas)
  await mine(jonas).getByRole('button', { name: 'Nei, ikke nå' }).click()
  await expect(mine(jonas).getByText('Ingen spør hvorfor.')).toBeVisible()
  await solveig.reload()
  await expect(work(solveig).getByText('Familien svarte «ikke nå» til «Vedlikeholde»')).toBeVisible()
  await expect(work(solveig).getByText('Jonas')).toHaveCount(0)

  // Asked again, and everyone says yes.
  await ask(solveig)
  await expect(work(solveig).getByText('Vi venter på svar fra familien.')).toBeVisible()
  for (const page of [amina, jonas]) {
    await page.reload()
    await mine(page).getByRole('button', { name: 'Ja, jeg sier ja' }).click()
    await expect(mine(page).getByRole('button', { name: 'Ja, jeg sier ja' })).toHaveCount(0)
  }
  await expect(now(mine(jonas))).toHaveText('Nå: Holde det gående')
  await solveig.reload()
  await expect(now(work(solveig))).toHaveText('Nå: Vedlikeholde')
  await expect(work(solveig).getByRole('button', { name: 'Spør om å gå videre' })).toBeVisible()
})

test('Emma, who has come to the end of the way, sees each step and when she took it', async ({ as }) => {
  const emma = await as('emma', { size: phone })
  await openMyJourney(emma)
  await expect(now(mine(emma))).toHaveText('Nå: Klare seg videre')
  await expect(mine(emma).getByRole('listitem').filter({ hasText: ': fra ' })).toHaveCount(3)
  await expect(mine(emma).getByRole('button')).toHaveCount(0)
})
