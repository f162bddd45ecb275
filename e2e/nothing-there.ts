import { expect, type Page } from '@playwright/test'
import { request } from 'node:http'

/** An id that no family has ever had. */
export const neverAFamily = '00000000-0000-4000-8000-000000000000'

/**
 * For whoever may not know of a family, every way to it answers as if it had never been: the same bytes, the same headers, the same page.
 */
export async function expectNothingThere(page: Page, family: string): Promise<void> {
  const ways = ['', '/cloth', '/consents', '/wellbeing', '/journey', '/cloth.pdf', '/cloth.pdf?blank=1']
  for (const way of ways) {
    const [real, never] = [await answerTo(page, family, way), await answerTo(page, neverAFamily, way)]
    expect(real, `/api/families/…${way}`).toEqual(never)
    expect(real.status, `/api/families/…${way}`).toBe(404)
  }
  expect(await handshake(page, family), 'the live stream').toEqual(await handshake(page, neverAFamily))

  for (const place of ['', '/cloth', '/journey']) {
    expect(await pageAt(page, family, place), `/lab/families/…${place}`).toEqual(
      await pageAt(page, neverAFamily, place),
    )
    await expect(page.getByRole('heading', { name: 'Vi finner ikke siden' })).toBeVisible()
  }
}

async function answerTo(page: Page, family: string, way: string) {
  const answer = await page.request.get(`/api/families/${family}${way}`)
  return { status: answer.status(), body: await answer.text(), headers: steady(answer.headers()) }
}

/** Without what differs between any two answers: the time, and how many more are allowed this minute. */
function steady(headers: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'date' && !name.startsWith('x-ratelimit')),
  )
}

/** What the server answers to somebody who asks to listen. A browser would not tell. */
async function handshake(page: Page, family: string) {
  const origin = new URL(page.url()).origin
  const cookies = await page.context().cookies(origin.replace('http:', 'https:'))
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/api/families/${family}/live`, {
      // A connection of its own, as browsers do: the server ends it with its answer, and nobody may ask on it again.
      agent: false,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'c3RvcmllcyBzdG9yaWVzIQ==',
        origin,
        'sec-fetch-site': 'same-origin',
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
    })
    asked.on('response', (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        resolve({ status: answer.statusCode, body: Buffer.concat(parts).toString(), headers: steady(answer.headers) })
      })
    })
    asked.on('upgrade', (_answer, socket) => {
      socket.destroy()
      reject(new Error('The live stream let a stranger in.'))
    })
    asked.on('error', reject)
    asked.end()
  })
}

async function pageAt(page: Page, family: string, place: string) {
  await page.goto(`/lab/families/${family}${place}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(1)
  return { title: await page.title(), main: await page.getByRole('main').innerHTML() }
}
