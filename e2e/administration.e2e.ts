import type { Page } from '@playwright/test'
import { expect, test } from './story.ts'

test.use({ story: 'administration' })

/** Opens one part of the administration. */
const open = async (page: Page, part: string) => {
  await page.goto('/lab/administration')
  await page.getByRole('navigation', { name: 'Deler av administrasjonen' }).getByRole('link', { name: part }).click()
}

test('an age in law is changed when a second administrator says yes; a word at once; and who leaves is let go of, with somebody asked to take over', async ({
  as,
}) => {
  const tor = await as('tor')
  await tor.goto('/lab/administration')
  await tor.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()

  const frode = await as('frode')
  await open(frode, 'Aldersgrenser')
  await frode.getByRole('button', { name: 'Endre Skole og utdanning', exact: true }).click()
  await frode.getByLabel('Alder').fill('16')
  await frode.getByLabel('Hvorfor').fill('Ny opplæringslov')
  await frode.getByRole('button', { name: 'Foreslå' }).click()
  await frode.getByText('Foreslått. Ingenting er endret før en annen administrator har sagt ja.').waitFor()
  await open(frode, 'Venter på svar')
  await frode.getByText('Du foreslo dette. En annen administrator svarer.').waitFor()
  await expect(frode.getByRole('button', { name: 'Ja, dette skal gjelde' })).toHaveCount(0)

  const ingunn = await as('ingunn')
  await open(ingunn, 'Venter på svar')
  await ingunn.getByRole('row', { name: 'Alder 15 16' }).waitFor()
  await ingunn.getByRole('button', { name: 'Ja, dette skal gjelde' }).click()
  await ingunn.getByText('Ingenting venter', { exact: true }).waitFor()
  await open(ingunn, 'Aldersgrenser')
  await ingunn.getByText('Fra 16 år', { exact: true }).nth(3).waitFor()

  await open(frode, 'Ord og valg')
  await frode.getByRole('button', { name: 'Endre velferdslab' }).click()
  await frode.getByLabel('Ordet alene').fill('velferdsteam')
  await frode.getByLabel('Ordet i bestemt form').fill('velferdsteamet')
  await frode.getByLabel('På engelsk').fill('welfare team')
  await frode.getByLabel('Hvorfor').fill('Slik sier vi det her')
  await frode.getByRole('button', { name: 'Lagre', exact: true }).click()
  await frode.getByText('Lagret. Det gjelder slik du skrev det.').waitFor()
  await frode.goto('/lab/refer')
  await frode.getByText('velferdsteamet').first().waitFor()

  await open(frode, 'Folk og roller')
  await frode.getByRole('button', { name: 'Tor Myhre slutter' }).click()
  await frode.getByRole('heading', { name: 'Dette har Tor Myhre ansvar for nå' }).waitFor()
  await frode.getByLabel('Hvem spør vi om å ta over?').selectOption({ label: 'Nina Foss' })
  await frode.getByRole('button', { name: 'Tor Myhre slutter nå' }).click()
  await frode.getByRole('dialog').waitFor({ state: 'detached' })
  await tor.goto('/lab')
  await tor
    .getByRole('link', { name: /Logg inn/ })
    .first()
    .waitFor()
  const amina = await as('amina')
  await amina.goto('/my/start')
  await amina.getByRole('button', { name: 'Ja til Nina' }).waitFor()
})
