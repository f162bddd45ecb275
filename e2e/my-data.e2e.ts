import { note } from './cloth-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'my-data' })

test('Amina does not agree with a note, nobody can take that away, and she takes everything about her out', async ({
  as,
}) => {
  const amina = await as('amina', { size: desk })
  await amina.goto('/my/cloth')
  const words = 'Regningene kommer før pengene.'
  const menu = (page: typeof amina) => page.getByRole('button', { name: `Mer om lappen: ${words}` })
  await menu(amina).click()
  // Another's words are neither struck nor erased.
  await expect(amina.getByRole('button', { name: 'Slett', exact: true })).toHaveCount(0)
  await expect(amina.getByRole('button', { name: 'Stryk lappen' })).toHaveCount(0)
  await amina.getByRole('button', { name: 'Skriv min rettelse' }).click()
  await amina.getByRole('button', { name: 'Legg rettelsen ved lappen' }).click()
  await expect(amina.getByText('Skriv hva du mener først.')).toBeVisible()
  await amina.getByLabel('Jeg er ikke enig:').fill('De kommer samme dag.')
  await amina.getByRole('button', { name: 'Legg rettelsen ved lappen' }).click()
  await expect(note(amina, 'De kommer samme dag.')).toContainText('Amina er ikke enig:')

  const jonas = await as('jonas', { size: desk })
  await jonas.goto('/my/cloth')
  await expect(jonas.getByText('De kommer samme dag.')).toBeVisible()
  await menu(jonas).click()
  await expect(jonas.getByRole('button', { name: 'Slett', exact: true })).toHaveCount(0)
  await jonas.getByRole('button', { name: 'Stryk lappen' }).click()
  await jonas.getByRole('radio', { name: 'Det som står, er feil' }).check()
  await jonas.getByRole('button', { name: 'Ja, stryk lappen' }).click()
  // Amina's page hears of it.
  await expect(amina.getByText('Ugyldig', { exact: true })).toBeVisible()
  await expect(amina.getByText('De kommer samme dag.')).toBeVisible()
  await expect(amina.getByText(words)).toBeHidden()

  const page = await as('amina', { size: phone })
  await page.goto('/my')
  await page.getByRole('link', { name: 'Alt om meg, i én fil' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hent alt om meg' }).click()
  expect((await download).suggestedFilename()).toMatch(/^velferdslab-\d{4}-\d\d-\d\d\.zip$/)
  await expect(page.getByText(/^Fila er hentet/)).toBeVisible()
})
