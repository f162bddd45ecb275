import { expect, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The plan of one's family as it is made elsewhere: through the doors of the server, as the one who is signed in. */

export const post = (page: Page, path: string, body: Record<string, unknown>): Promise<unknown> =>
  page.evaluate(
    async ([address, content]) => {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ commandId: crypto.randomUUID(), ...(content as object) }),
      })
      const said = (await answer.json()) as unknown
      if (!answer.ok) throw new Error(JSON.stringify(said))
      return said
    },
    [path, body] as const,
  )
export const get = <Answer>(page: Page, path: string): Promise<Answer> =>
  page.evaluate(async (address) => (await (await fetch(address)).json()) as Answer, path)

interface Me {
  person: { id: string }
  families: { id: string }[]
}

/** A goal of one's own from a note of one's own, and something to do for it. @returns the family */
export async function planSomething(page: Page, what: { text: string; by?: string; due: string }): Promise<string> {
  const { person, families } = await get<Me>(page, '/api/me')
  const family = `/api/families/${families[0]?.id ?? ''}`
  const { parties } = await get<{ parties: { id: string; name: string }[] }>(page, `${family}/plan`)
  const service = parties.find(({ name }) => name === what.by)
  const about = { persons: [person.id] }
  const [noteId, goalId, measureId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const words = { text: what.text }
  await post(page, `${family}/notes`, { noteId, cell: 'now', area: 'work', about, words })
  await post(page, `${family}/goals`, {
    goalId,
    noteId,
    term: 'short',
    area: 'work',
    about,
    words: { text: `Mål: ${what.text}` },
  })
  await post(page, `${family}/measures`, {
    measureId,
    goalId,
    area: 'work',
    about,
    words,
    doer: service ? { is: 'party', partyId: service.id } : { is: 'member', personId: person.id },
    due: what.due,
  })
  return family
}

export async function openSigningOf(page: Page, family: string): Promise<void> {
  await page.goto('/lab')
  await page.getByRole('link', { name: family, exact: true }).click()
  await page.getByRole('link', { name: 'Skrive under planen' }).click()
}

/** Draws a few strokes where one draws one's name. */
export async function drawName(page: Page): Promise<void> {
  const field = page.getByRole('img', { name: 'Felt der du kan tegne navnet ditt' })
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('there is no field to draw in')
  const to = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...to(0.1, 0.7))
  await page.mouse.down()
  for (const [x, y] of [
    [0.2, 0.2],
    [0.3, 0.7],
    [0.5, 0.3],
    [0.8, 0.6],
  ] as const)
    await page.mouse.move(...to(x, y))
  await page.mouse.up()
}

/** Downloads one's paper. @returns the hash of the bytes that came */
export async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Last ned PDF' }).click(),
  ])
  const bytes = readFileSync(await file.path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  return createHash('sha256').update(bytes).digest('hex')
}
