import type { Page } from '@playwright/test'
import { addMonths, dayInOslo } from '@velferdslab/core/dates'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'language' })
test.describe.configure({ mode: 'serial' })

/** Word for word what the law and the language say. */
const sentence =
  'I say yes to NAV knowing and talking about work, housing and money for me and Noor, to make and follow our plan, up to and including '

test('whoever has chosen nothing reads bokmål, whatever their browser speaks, and fetches no other language', async ({
  open,
}) => {
  const fetched: string[] = []
  const page = await open({
    size: phone,
    speaks: 'en-GB',
    watch: (context) => context.on('request', (request) => fetched.push(request.url())),
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Én plan. Du bestemmer.' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  await expect(page.getByRole('button', { name: 'Bokmål' })).toHaveAttribute('aria-pressed', 'true')
  expect(fetched.filter((url) => /\/en-[\w-]+\.js$/.test(url))).toEqual([])
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'One plan. You decide.' })).toBeVisible()
  expect(fetched.filter((url) => /\/en-[\w-]+\.js$/.test(url))).toHaveLength(1)
})

test('a language that cannot be fetched is told, and the page goes on in the one it has', async ({ open }) => {
  const page = await open({ size: phone })
  await page.route(/\/en-[\w-]+\.js$/, (route) => route.abort('connectionfailed'))
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByText('Tjenesten svarte ikke.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Én plan. Du bestemmer.' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
})

test('English chosen on the way in is spoken at home, and a yes is said and kept in English', async ({ open, lab }) => {
  const page = await open({ size: phone })
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('link', { name: 'Sign in as a resident' }).click()
  await page.getByRole('button', { name: 'Amina Ali' }).click()
  await expect(page.getByRole('heading', { name: 'Hello, Amina' })).toBeVisible()
  await expect(page).toHaveTitle('My page')
  await expect(page.getByText(dayToday())).toBeVisible()

  await page.getByRole('link', { name: 'Read and answer' }).click()
  await expect(page.getByRole('heading', { name: 'What may NAV know?' })).toBeVisible()
  for (const area of ['Work', 'Housing', 'Money'])
    await page.getByRole('checkbox', { name: new RegExp(`^${area}`) }).check()
  for (const person of ['Me ', 'Noor']) await page.getByRole('checkbox', { name: new RegExp(`^${person}`) }).check()
  await page.getByRole('radio', { name: /wished for/ }).check()
  await expect(sentenceOn(page)).toHaveText(`${sentence}${inMonths(6)}.`)
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/consents'))
  await page.getByRole('button', { name: 'Yes, I say yes' }).click()
  expect((await sent).postDataJSON()).toMatchObject({ language: 'en', areas: ['work', 'housing', 'economy'] })
  await expect(page.getByText('Thank you. NAV can now read this. We remind you 30 days before it ends.')).toBeVisible()
  await expect(sentenceOn(page)).toHaveText(`${sentence}${inMonths(6)}.`)
  expect(new URL(page.url()).origin).toBe(lab.url)
})

test('at home the language is changed in place, keeps over a new visit, and other windows follow', async ({ as }) => {
  const home = await as('marius', { size: phone })
  await home.goto('/my')
  const cloth = await home.context().newPage()
  await cloth.goto('/my/cloth')
  await cloth.getByRole('button', { name: 'Skriv en lapp' }).click()
  await cloth.getByRole('textbox', { name: /^Hva vil du si/ }).fill('Midt i en setning')

  await home.getByRole('button', { name: 'English' }).click()
  await expect(home.getByRole('heading', { name: 'Hello, Marius' })).toBeVisible()
  await expect(home.getByRole('button', { name: 'English' })).toBeFocused()
  // The other window speaks English too, and what stood there half written stands there still.
  await expect(cloth.getByRole('textbox', { name: /^What do you want to say/ })).toHaveValue('Midt i en setning')

  await home.reload()
  await expect(home.getByRole('heading', { name: 'Hello, Marius' })).toBeVisible()
  await home.getByRole('button', { name: 'Bokmål' }).click()
  await expect(home.getByRole('heading', { name: 'Hei, Marius' })).toBeVisible()
  await expect(cloth.getByRole('textbox', { name: /^Hva vil du si/ })).toHaveValue('Midt i en setning')
})

test('at work the language is chosen in the bar, and signing out does not forget it', async ({ as }) => {
  const page = await as('solveig', { size: desk })
  await page.goto('/lab')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'My families' })).toBeVisible()
  await page.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The Hansen-Ali family' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Now: Invest' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the cloth' }).click()
  await page.getByRole('button', { name: 'Print' }).click()
  // Paper speaks the language it is printed from.
  await expect(page.getByRole('link', { name: 'The cloth as it stands, A3' })).toHaveAttribute('href', /&language=en$/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
})

function sentenceOn(page: Page) {
  return page.getByRole('paragraph').filter({ hasText: /^I say yes to .* up to and including/ })
}

/** Saturday 22 May 2027 */
function inMonths(months: number): string {
  return inWords(addMonths(dayInOslo(new Date()), months), { year: 'numeric' })
}

/** Sunday 22 November */
function dayToday(): string {
  return inWords(dayInOslo(new Date()), {})
}

function inWords(day: string, more: Intl.DateTimeFormatOptions): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC', ...more } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${day}T12:00:00Z`)).replace(',', '')
}
