import { expect, type Page } from '@playwright/test'

const promised = 'La Marius ha lyden på stevnet'
export const told = 'Ha lyden på stevnet sammen med Marius'

/** A leader at Marius' promises; a link that is there from before is stopped first. */
export async function toLinks(solveig: Page): Promise<void> {
  await solveig.goto('/lab')
  await solveig.getByRole('link', { name: 'Marius Lie', exact: true }).click()
  await solveig.getByText('Se alle løftene').click()
  await solveig.getByText(promised).waitFor()
  const stop = solveig.getByRole('button', { name: 'Stopp lenken til Kåre Lund' })
  if (await stop.isVisible()) {
    await stop.click()
    await stop.waitFor({ state: 'hidden' })
  }
}

export async function fillLink(solveig: Page, text = told): Promise<void> {
  await solveig.getByRole('button', { name: `Gi en lenke til dette: ${promised}` }).click()
  await expect(solveig.getByLabel('Hvem får lenken?')).toHaveValue('Kåre Lund')
  await solveig.getByLabel('Hva skal gjøres?').fill(text)
}

/** @returns the address, as it is shown this once */
export async function giveLink(solveig: Page): Promise<string> {
  await toLinks(solveig)
  await fillLink(solveig)
  await solveig.getByRole('button', { name: 'Lag lenken' }).click()
  const address = solveig.getByText(/\/task#/)
  await address.waitFor()
  return (await address.innerText()).trim()
}

export async function openLink(helper: Page, address: string): Promise<void> {
  await helper.goto(address)
  await helper.getByRole('button', { name: 'Åpne på denne telefonen' }).click()
  await helper.getByRole('heading', { name: 'Hei, Kåre Lund' }).waitFor()
}

export async function declare(helper: Page): Promise<void> {
  await helper.getByRole('checkbox', { name: 'Det lover jeg' }).check()
  await helper.getByRole('button', { name: 'Gå videre' }).click()
  await helper.getByRole('heading', { name: 'Dette har du lovet' }).waitFor()
}
