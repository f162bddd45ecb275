import { expect, type Page } from '@playwright/test'
import { answerWellbeing, openJourneyOf, openMyJourney, placeDomain, point } from '../journey-words.ts'

/** What fits best: how the sentence begins, for the family first, then for the team. */
const domains: readonly (readonly [domain: string, family: string, team: string])[] = [
  ['bolig', 'Hjemmet er trygt, passer godt nok', 'Hjemmet er trygt, passer godt nok'],
  ['arbeid og utdanning', 'Det er noe å gå til av og til', 'Det er noe å gå til av og til'],
  ['nettverk', 'Det er én eller to å ringe til', 'Det er flere å ringe til'],
  ['økonomi', 'De fleste regninger blir betalt', 'De fleste regninger blir betalt'],
  ['helse', 'Helsa stopper mye', 'Helsa stopper mye'],
  ['oppvekst', 'Barna har mye de trenger', 'Barna har mye de trenger'],
]

/** 8. Before: how she is doing, in a number of her own; and that one would rather not say is an answer too. */
export async function answerBefore(leila: Page): Promise<void> {
  await openMyJourney(leila)
  await leila.getByRole('button', { name: 'Svar nå' }).click()
  await leila.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(leila.getByText('Velg et tall, skriv noen ord, eller velg at du ikke vil svare.')).toBeVisible()
  await leila.getByRole('button', { name: 'Ikke nå' }).click()
  await answerWellbeing(leila, { score: '4', words: 'Jeg sover lite.' })
}

/** 8. After: another number, and once rather not, which counts as nothing and least of all as zero. */
export async function answerAfter(leila: Page): Promise<void> {
  await openMyJourney(leila)
  await answerWellbeing(leila, { score: '7', words: 'Nå vet jeg hvem jeg ringer.', reader: 'Jeg og Solveig' })
  await answerWellbeing(leila, { score: null, words: 'Ikke i dag.' })
  await expect(leila.getByText('Først sa du 4. Sist sa du 7.')).toBeVisible()
}

/** 8. The family says where it stands, domain by domain and as a whole, and where it wants to be. */
export async function placeFamily(leila: Page): Promise<void> {
  for (const [domain, family] of domains) await placeDomain(leila, domain, family, '')
  await placeWhole(leila, 'Mye er vanskelig på én gang', 'Slik var det i høst.', ['3', '4'])
  await placeWhole(leila, 'Noe er på plass', 'Planen er i gang.', ['6', '6'])
  await leila.getByRole('button', { name: 'Sett et mål', exact: true }).click()
  const dialog = leila.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Det viktigste er på plass/ }).check()
  await dialog.getByRole('button', { name: 'Lagre målet' }).click()
  await expect(dialog.getByText('Skriv noen ord om hvorfor.')).toBeVisible()
  await dialog.getByRole('textbox').fill('Fast jobb og ro på skolen.')
  await dialog.getByRole('radio', { name: 'om ett år' }).check()
  await dialog.getByRole('button', { name: 'Lagre målet' }).click()
  await expect(dialog).toHaveCount(0)
}

/** 8. The team answers for itself; where they see it differently both answers stand, and the way is a picture and a table. */
export async function placeTeam(leila: Page, solveig: Page): Promise<void> {
  await openJourneyOf(solveig, 'Haddad')
  await expect(solveig.getByText('«Nå vet jeg hvem jeg ringer.»')).toBeVisible()
  await expect(solveig.getByText('Ikke i dag.')).toHaveCount(0)
  for (const [domain, , team] of domains) await placeDomain(solveig, domain, team, '')
  await placeWhole(solveig, 'Noe er på plass', 'Mye er avtalt, lite er prøvd.', ['5', '6'])
  await leila.reload()
  for (const page of [leila, solveig]) {
    await expect(page.getByRole('region', { name: 'Her ser vi det ulikt' })).toContainText(
      'Begge svarene blir stående.',
    )
    await expect(point(page, 'Start')).toHaveAccessibleName(/uholdbar\. Slik var det i høst\.$/)
    await expect(point(page, 'Nå,')).toHaveAccessibleName(/utsatt\. Planen er i gang\.$/)
    await expect(point(page, 'Målet,')).toHaveAccessibleName(/stabil\. Fast jobb og ro på skolen\.$/)
  }
  await leila.getByText('Vis som tabell').first().click()
  await expect(leila.getByRole('table', { name: 'Hele veien, dag for dag' })).toContainText('Planen er i gang.')
}

async function placeWhole(
  page: Page,
  sentence: string,
  words: string,
  scores: readonly [string, string],
): Promise<void> {
  await page.getByRole('button', { name: 'Svar for alt i alt' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(`^${sentence}`) }).check()
  for (const [question, score] of [
    [/^Hvor mye styrke/, scores[0]],
    [/^Hvor godt klarer/, scores[1]],
  ] as const)
    await dialog.getByRole('group', { name: question }).getByRole('radio', { name: score, exact: true }).check()
  await dialog.getByRole('textbox').fill(words)
  await dialog.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(dialog).toHaveCount(0)
}
