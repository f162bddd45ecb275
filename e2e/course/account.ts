import { expect, type Page } from '@playwright/test'
import { endMeeting } from '../meeting-words.ts'
import { accountShown, bookCost, openAccountOf, openMyPlan } from '../plan-words.ts'
import { course, talk } from './plan.ts'

/** 9. The meeting is over, and its hours are booked with one press. */
export async function bookHours(solveig: Page): Promise<void> {
  await solveig.goto('/lab')
  await solveig.getByRole('link', { name: 'Haddad', exact: true }).click()
  await solveig.getByRole('link', { name: 'Til møtet' }).click()
  await endMeeting(solveig)
  for (const who of [/Solveig Strand/, /Tor Myhre/, /Kari Nes/])
    await expect(solveig.getByRole('row', { name: who })).toBeVisible()
  await solveig.getByRole('button', { name: 'Før timene' }).click()
  await expect(solveig.getByText('Timene er ført')).toBeVisible()
}

/** 9. What was decided, who paid, planned and realised. What two share is parted to the øre, and all sums come to the lines. */
export async function checkAccount(leila: Page, solveig: Page): Promise<void> {
  await openAccountOf(solveig, 'Haddad')
  await bookCost(solveig, course, '37 250')
  await bookCost(solveig, talk, '3 000,01')
  const lines = solveig.getByRole('region', { name: 'Alle linjene' }).last()
  // A third of 300 001 øre is nobody's: the odd øre goes to who is nearest to a whole one.
  await expect(lines.getByRole('row', { name: /NAV.*Brukt.*2 000,01 kr/ })).toHaveCount(1)
  await expect(lines.getByRole('row', { name: /Skolen.*Brukt.*1 000 kr/ })).toHaveCount(1)
  await openMyPlan(leila)
  await leila.getByRole('link', { name: 'Se hva det koster' }).click()
  await expect(leila.getByRole('heading', { level: 1, name: 'Hva det koster' })).toBeVisible()
  for (const page of [solveig, leila]) {
    const shown = await accountShown(page)
    expect(shown.ofLines[1], 'decided: 38 000 here, 62 000 by Hanne').toBe(100_000_00)
    for (const side of [...shown.totals, ...shown.added]) expect(side).toEqual(shown.ofLines)
  }
  await expect(leila.getByRole('button', { name: /^Rett linjen/ })).toHaveCount(0)
}
