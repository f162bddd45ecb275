import type { Locator, Page } from '@playwright/test'
import { beginNote, note, openClothOf, openMyCloth, putOnCloth, unfold, writeNote } from './cloth-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'cloth-alone' })

test('without a network Amina writes on; what she wrote is kept, tells that it waits, and stands once when the network is back', async ({
  as,
}) => {
  const [amina, solveig] = [await as('amina', { size: phone }), await as('solveig', { size: desk })]
  await Promise.all([openMyCloth(amina), openClothOf(solveig, 'Hansen-Ali')])
  await unfold(amina, 'Det vi er gode på')
  await unfold(amina, 'Det vi drømmer om')
  await amina.context().setOffline(true)
  await expect(
    amina.getByText(/^Du er uten nett\. Det du skriver, blir lagret her og sendt når nettet er tilbake\./),
  ).toBeVisible()
  await writeNote(amina, 'Det vi er gode på', 'Vi synger i bilen.')
  await writeNote(amina, 'Det vi drømmer om', 'En hund som heter Sol.')
  await expect(note(amina, 'Vi synger i bilen.')).toContainText('ikke sendt ennå')
  await expect(amina.getByText('To endringer venter på å bli sendt.')).toBeVisible()
  await expect(solveig.getByText('Vi synger i bilen.')).toHaveCount(0)

  await amina.context().setOffline(false)
  for (const words of ['Vi synger i bilen.', 'En hund som heter Sol.']) {
    await expect(solveig.getByText(words)).toHaveCount(1)
    await expect(note(amina, words)).not.toContainText('ikke sendt ennå')
  }
  await amina.reload()
  await unfold(amina, 'Det vi er gode på')
  await expect(amina.getByText('Vi synger i bilen.')).toHaveCount(1)
})

test('a tab closed without a network sends what waits the next time she opens any page', async ({ as }) => {
  const [amina, solveig] = [await as('amina', { size: desk }), await as('solveig', { size: desk })]
  await Promise.all([openMyCloth(amina), openClothOf(solveig, 'Hansen-Ali')])
  await amina.context().setOffline(true)
  await writeNote(amina, 'Det vi drømmer om', 'En ovn som virker.')
  await expect(note(amina, 'En ovn som virker.')).toContainText('ikke sendt ennå')
  const context = amina.context()
  await amina.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto('/my')
  await expect(solveig.getByText('En ovn som virker.')).toHaveCount(1)
  await openMyCloth(again)
  await expect(again.getByText('En ovn som virker.')).toHaveCount(1)
})

test('whoever signs out with something not sent is asked first, and loses nothing by staying', async ({ as }) => {
  const solveig = await as('solveig', { size: desk })
  await openClothOf(solveig, 'Hansen-Ali')
  await solveig.context().setOffline(true)
  await writeNote(solveig, 'Det vi drømmer om', 'Et kjøkken å samles i.')
  const signOut = solveig.getByRole('button', { name: 'Logg ut', exact: true })
  await signOut.click()
  await expect(solveig.getByRole('heading', { name: 'Noe du har skrevet, er ikke sendt ennå' })).toBeVisible()
  await solveig.getByRole('button', { name: 'Bli her til det er sendt' }).click()
  await solveig.context().setOffline(false)
  await expect(note(solveig, 'Et kjøkken å samles i.')).not.toContainText('ikke sendt ennå')
  await signOut.click()
  await expect(solveig.getByText('Du er logget ut.')).toBeVisible()
  const amina = await as('amina', { size: desk })
  await openMyCloth(amina)
  await expect(amina.getByText('Et kjøkken å samles i.')).toHaveCount(1)
})

test('with a yes from Jonas alone NAV writes about Jonas alone, and is told so before the first letter', async ({
  as,
}) => {
  const tor = await as('tor', { size: desk })
  await openClothOf(tor, 'Hansen-Ali')
  await tor.getByRole('button', { name: 'Arbeid', exact: false }).first().click()
  const field = await beginNote(tor, 'Arbeid, dette gjør vi nå')
  await expect(tor.getByText(/^Lappen kan leses av Jonas/)).toBeVisible()
  await field.fill('Tor finner et truckkurs.')
  await putOnCloth(tor)
  const jonas = await as('jonas', { size: desk })
  await openMyCloth(jonas)
  await expect(note(jonas, 'Tor finner et truckkurs.')).toContainText('Tor Myhre')
  const amina = await as('amina', { size: desk })
  await openMyCloth(amina)
  await expect(amina.getByText('Tor finner et truckkurs.')).toHaveCount(0)
})

test('a browser that falls in the middle of writing has kept every word', async ({ as }) => {
  const amina = await as('amina', { size: desk })
  await openMyCloth(amina)
  await amina.getByRole('button', { name: 'Skriv en lapp' }).click()
  await amina.getByRole('textbox', { name: /^Hva vil du si/ }).fill('Den lange teksten om alt som hendte i vår')
  await crash(amina)

  const again = await amina.context().newPage()
  await openMyCloth(again)
  await expect(again.getByText('Den lange teksten om alt som hendte i vår')).toBeVisible()
  await again.getByRole('button', { name: 'Skriv videre' }).click()
  const field = again.getByRole('textbox', { name: /^Hva vil du si/ })
  await expect(field).toHaveValue('Den lange teksten om alt som hendte i vår')
  await field.press('End')
  await field.pressSequentially(', og litt til.')
  await again.getByLabel('Hvor på duken?').selectOption('Det som er vanskelig')
  await putOnCloth(again)
  await expect(note(again, 'Den lange teksten om alt som hendte i vår, og litt til.')).toContainText('Amina Ali')

  const half = await beginNote(again, 'Det vi er gode på')
  await half.pressSequentially('Vi hjelper naboen når')
  await crash(again)
  const third = await amina.context().newPage()
  await openMyCloth(third)
  await expect(third.getByText('Vi hjelper naboen når')).toHaveCount(1)
})

test('with the keyboard alone a note is written, moved and erased', async ({ as }) => {
  const marius = await as('marius', { size: desk })
  await openMyCloth(marius)
  await marius.evaluate(() => {
    const counted = globalThis as unknown as { pressed: number }
    counted.pressed = 0
    addEventListener('pointerdown', () => counted.pressed++, { capture: true })
  })
  const { keyboard } = marius
  await tabTo(marius, marius.getByRole('button', { name: 'Skriv her: Det jeg er god på' }))
  await keyboard.press('Enter')
  await expect(marius.getByRole('textbox', { name: 'Lapp: Det jeg er god på' })).toBeFocused()
  await keyboard.type('Jeg får gamle høyttalere til å virke.')
  await keyboard.press('Control+Enter')
  const more = marius.getByRole('button', { name: /^Mer om lappen: Jeg får gamle høyttalere/ })
  await expect(more).toBeFocused()

  await keyboard.press('Enter')
  await tabTo(marius, marius.getByRole('button', { name: 'Flytt', exact: true }))
  await keyboard.press('Enter')
  await arrowTo(marius, marius.getByLabel('Hvor på duken?'), 'Det jeg drømmer om')
  await tabTo(marius, marius.getByRole('button', { name: 'Flytt hit' }))
  await keyboard.press('Enter')
  const moved = marius
    .getByRole('list', { name: 'Lapper: Det jeg drømmer om' })
    .getByText('Jeg får gamle høyttalere til å virke.')
  await expect(moved).toBeVisible()
  await expect(marius.getByText('Lappen er flyttet til Det jeg drømmer om.').first()).toBeVisible()

  await tabTo(marius, more)
  await keyboard.press('Enter')
  await tabTo(marius, marius.getByRole('button', { name: 'Slett', exact: true }))
  await keyboard.press('Enter')
  await expect(marius.getByRole('dialog', { name: 'Slette lappen?' })).toBeVisible()
  await tabTo(marius, marius.getByRole('button', { name: 'Ja, slett lappen' }))
  await keyboard.press('Enter')
  await expect(marius.getByText('Jeg får gamle høyttalere til å virke.')).toHaveCount(0)
  expect(await marius.evaluate(() => (globalThis as unknown as { pressed: number }).pressed)).toBe(0)
})

/** The page's process falls, as when a phone kills it: no event tells the page beforehand. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const fallen = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await fallen
}

/** Tab until the focus is there; wherever it was before, once around the page is enough. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 150; step++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Down a list to one of its lines. Its first letters would do too, but a list hears them as one word only when they come quickly. */
async function arrowTo(page: Page, list: Locator, line: string): Promise<void> {
  await tabTo(page, list)
  const chosen = list.locator('option:checked')
  for (let step = (await list.locator('option').count()) - 1; step > 0; step--) {
    if ((await chosen.innerText()) === line) return
    await page.keyboard.press('ArrowDown')
  }
  await expect(chosen).toHaveText(line)
}
