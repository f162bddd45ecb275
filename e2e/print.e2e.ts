import { readPdf } from '@velferdslab/server/print/read-pdf'
import type { Page } from '@playwright/test'
import { openClothOf, openMyCloth } from './cloth-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'print' })

const everybody = /Amina|Jonas|Sara|Elias|Noor|Hansen|Solveig|Tor\b|Myhre|Strand/i

test('what Tor prints holds what Tor may see, and nothing more', async ({ as }) => {
  const tor = await as('tor', { size: desk })
  await openClothOf(tor, 'Hansen-Ali')
  const { text } = await print(tor, 'Duken slik den står, A3')
  expect(text).toContain('Jeg fikser det meste. Sykler, biler, dører.')
  for (const hidden of [
    'Et tørt hjem',
    'Jeg lager mat',
    '186 000',
    'Finne tre rom',
    'Renholder 40 prosent',
    'utredning',
    'Jeg sover lite',
  ])
    expect(text).not.toContain(hidden)
})

for (const paper of ['A3', 'A4']) {
  test(`the filled cloth on ${paper} holds every word of the family, and its name tells nobody whose it is`, async ({
    as,
  }) => {
    const amina = await as('amina', { size: phone })
    await openMyCloth(amina)
    const { pdf, text, fileName } = await print(amina, `Duken slik den står, ${paper}`)
    for (const words of [
      'Et tørt hjem der alle har sin egen seng.',
      'Gjeld på 186 000 kroner.',
      'Elias leser for Noor',
    ])
      expect(text).toContain(words)
    expect(pdf).toMatchObject({ tagged: true, language: 'nb' })
    expect([fileName, pdf.title, pdf.metadata].join(' ')).not.toMatch(everybody)
  })

  test(`the empty cloth on ${paper} holds the questions and nobody’s words`, async ({ as }) => {
    const amina = await as('amina', { size: phone })
    await openMyCloth(amina)
    const { text, fileName } = await print(amina, `Tom duk å skrive på, ${paper}`)
    expect(text).toContain('Det som er vanskelig')
    expect(text).not.toMatch(/Et tørt hjem|186|Elias leser/)
    expect(fileName).not.toMatch(everybody)
  })
}

/** Presses the link, and reads the sheet that comes. */
async function print(page: Page, what: string) {
  await page.getByRole('button', { name: 'Skriv ut' }).click()
  const [response] = await Promise.all([
    page
      .context()
      .waitForEvent('response', { predicate: (answer) => answer.url().includes('/cloth.pdf'), timeout: 30_000 }),
    page.getByRole('link', { name: what }).click(),
  ])
  expect(response.status()).toBe(200)
  expect(response.headers()['content-type']).toBe('application/pdf')
  // The browser gives the sheet to its own viewer; the same address once more gives the bytes.
  const bytes = await (await page.request.get(response.url(), { timeout: 30_000 })).body()
  expect(bytes.subarray(0, 4).toString()).toBe('%PDF')
  expect(bytes.length).toBeGreaterThan(10_000)
  const pdf = await readPdf(bytes)
  const fileName = /filename="([^"]*)"/.exec(response.headers()['content-disposition'] ?? '')?.[1] ?? ''
  expect(fileName).toMatch(/\.pdf$/)
  return { pdf, fileName, text: pdf.pages.map((sheet) => sheet.text).join(' ') }
}
