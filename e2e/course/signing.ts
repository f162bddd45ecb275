import { expect, type Page } from '@playwright/test'
import { download, drawName, openSigningOf } from '../signing-words.ts'
import type { Seated } from './at-the-table.ts'
import { course, desk, drive, job, late, licence, peace } from './plan.ts'

const signed = 'Du har skrevet under. Planen gjelder når alle har gjort det.'

/** 6. Before they sign she closes the table: each signs what they may go on reading, and not what they saw while it was open. */
export async function closeTable({ leila, kari }: Seated): Promise<void> {
  await openSigningOf(kari, 'Haddad')
  await leila.goto('/my')
  await leila.getByRole('link', { name: 'Gå til bordet', exact: true }).click()
  for (const area of ['felles ruter', 'arbeid']) {
    await leila.getByRole('button', { name: `Lukk ${area}` }).click()
    await expect(leila.getByRole('button', { name: `Lukk ${area}` })).toHaveCount(0)
  }
}

/** 6. The leader puts the plan up. What is not decided stands beside it, outside what is signed; the school reads its part and no more. */
export async function putUp({ leila, solveig, kari }: Seated): Promise<void> {
  await openSigningOf(solveig, 'Haddad')
  await solveig.getByRole('button', { name: 'Legg fram planen' }).click()
  await expect(solveig.getByText(/^Versjon 1, lagt fram av Solveig/)).toBeVisible({ timeout: 20_000 })
  await leila.goto('/my')
  await leila.getByRole('link', { name: 'Skriv under planen' }).click()
  for (const words of [job, peace, drive]) await expect(leila.getByText(words, { exact: true }).first()).toBeVisible()
  const waits = leila.getByRole('region', { name: 'Dette venter' })
  await expect(waits).toContainText('Dette venter på noen og er ikke med i det du skriver under på.')
  await expect(waits).toContainText(licence)
  await expect(waits).toContainText('Venter på en som kan bestemme')
  await expect(leila.getByRole('region', { name: 'Dette er bestemt' })).toContainText(course)
  await openSigningOf(kari, 'Haddad')
  await expect(kari.getByText(desk).first()).toBeVisible()
  await expect(kari.getByText(drive)).toHaveCount(0)
}

/** 6. Each signs on a screen of their own; she would rather draw her name. With the last one the plan is in force. */
export async function sign({ leila, solveig, tor, kari, coach }: Seated): Promise<void> {
  await leila.getByRole('button', { name: 'Jeg vil heller tegne navnet' }).click()
  await leila.getByRole('button', { name: 'Skriv under med tegningen' }).click()
  await expect(leila.getByText('Tegn navnet ditt i feltet først.')).toBeVisible()
  await drawName(leila)
  await leila.getByRole('button', { name: 'Skriv under med tegningen' }).click()
  await expect(leila.getByRole('img', { name: 'Navnet slik Leila Haddad tegnet det' })).toBeVisible()
  for (const page of [tor, coach]) await openSigningOf(page, 'Haddad')
  for (const [page, name] of [
    [solveig, 'Solveig Strand'],
    [tor, 'Tor Myhre'],
    [kari, 'Kari Nes'],
  ] as const) {
    await page.getByRole('button', { name: `Skriv under som ${name}` }).click()
    await expect(page.getByText(signed)).toBeVisible()
  }
  await coach.getByRole('button', { name: 'Skriv under som Torbjørn Lie' }).click()
  await expect(coach.getByText('Alle har skrevet under. Planen gjelder nå.')).toBeVisible()
}

/** 6. What was signed is the paper that comes, byte for byte. */
export async function checkPaper(leila: Page): Promise<void> {
  await leila.reload()
  await expect(leila.getByText(/^Versjon 1 gjelder fra/)).toBeVisible()
  const paper = leila.getByRole('region', { name: 'Eksemplaret ditt' })
  await expect(paper).toContainText(await download(leila))
  await paper.getByRole('button', { name: 'Se om den stemmer' }).click()
  await expect(paper).toContainText('Den stemmer.')
}

/** 5 and 7. Hanne was asked, and answers later from a page of her own that tells her nothing else of the family. */
export async function answerAsked(hanne: Page, leila: Page): Promise<void> {
  await hanne.goto('/lab')
  await hanne.getByRole('link', { name: 'Spurt om ja' }).click()
  const asked = hanne.getByRole('article', { name: licence, exact: true })
  await expect(asked).toContainText('Gjelder Leila Haddad')
  for (const words of [job, course]) await expect(hanne.getByText(words)).toHaveCount(0)
  await asked.getByLabel('Hvorfor? Du kan la være.').fill('Det er den korteste veien til fast jobb.')
  await asked.getByRole('button', { name: 'Ja, bestem dette' }).click()
  await expect(hanne.getByText(`Bestemt. «${licence}» står i planen nå.`)).toBeVisible()
  await leila.goto('/my')
  await leila.getByRole('link', { name: 'Se målene' }).click()
  await expect(leila.getByRole('article', { name: licence, exact: true })).toContainText('av Hanne.')
}

/** 7. Next morning each one's page has what they promised; the family sees what the municipality owes it, and what is late is called late. */
export async function keepPromises({ leila, tor, kari, coach }: Seated): Promise<void> {
  await tor.goto('/lab')
  await tor.getByRole('link', { name: 'Det jeg skylder' }).click()
  const overdue = tor.getByRole('listitem').filter({ hasText: late })
  await expect(overdue).toContainText('3 dager for sent')
  await overdue.getByRole('button', { name: /^Ikke gjort/ }).click()
  await overdue.getByRole('button', { name: 'Si fra' }).click()
  await expect(overdue.getByRole('alert')).toContainText('Velg hvorfor det ikke er gjort.')
  await overdue.getByRole('radio', { name: 'Jeg venter på andre' }).check()
  await overdue.getByLabel('Med dine ord').fill('Tolketjenesten svarer i morgen.')
  await overdue.getByRole('button', { name: 'Si fra' }).click()
  await expect(overdue).toContainText('Tolketjenesten svarer i morgen.')
  for (const [page, what] of [
    [kari, desk],
    [coach, drive],
  ] as const) {
    await page.goto('/lab/owe')
    await page.getByRole('button', { name: `Gjort: ${what}`, exact: true }).click()
    await expect(page.getByText('Gjort: 1')).toBeVisible()
  }
  await leila.goto('/my')
  await leila.getByRole('link', { name: 'Se løftene' }).click()
  const owed = leila.getByRole('region', { name: 'Dette skylder vi dere' })
  const answered = owed.getByRole('listitem').filter({ hasText: late })
  await expect(answered).toContainText('3 dager for sent')
  await expect(answered).toContainText('Venter på andre. Tolketjenesten svarer i morgen.')
  await expect(owed).toContainText('Gjort: 2')
  await leila.getByRole('button', { name: 'Gjort: Øve på norsk hver kveld', exact: true }).click()
  await expect(leila.getByRole('region', { name: 'Dette har du lovet' })).toContainText('Gjort: 1')
}
