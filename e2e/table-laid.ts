import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

/** The meeting of Amina's family, laid without its pages: for places that are looked at when much has happened before. */
export interface LaidTable {
  /** Where its page stands for who works there. */
  readonly page: string
  /** One press of somebody: 'start', 'come', 'pause', 'end'. */
  press(by: Page, act: string, more?: Record<string, unknown>): Promise<void>
  /** Says yes to the one who waits. */
  letIn(by: Page, name: string): Promise<void>
  /** What the picture on the wall leads to just now. */
  code(by: Page): Promise<string>
}

interface Meeting {
  readonly id: string
  readonly waiting: readonly { readonly personId: string; readonly name: string }[]
}

/** Nothing is planned and nothing is on, whatever an earlier place has left. @returns the family's address in the API */
export async function clearTable(solveig: Page): Promise<string> {
  const { families } = (await answer(solveig, '/api/families')) as { families: { id: string; name: string }[] }
  const family = `/api/families/${families.find(({ name }) => name === 'Hansen-Ali')?.id ?? ''}`
  const left = await meetingOf(solveig, family)
  if (left) await post(solveig, `${family}/meetings/${left.id}/end`)
  return family
}

/** A meeting that is on, with nobody at the table yet. */
export async function layTable(solveig: Page): Promise<LaidTable> {
  const family = await clearTable(solveig)
  const meeting = `${family}/meetings`
  const meetingId = randomUUID()
  const words = { place: 'Brukertorget, rom 2', link: '', agenda: 'Boligen, og hva vi gjør med brevene.' }
  await post(solveig, meeting, { meetingId, plannedAt: '2099-01-14T09:00:00Z', words })
  const press = (by: Page, act: string, more = {}) => post(by, `${meeting}/${meetingId}/${act}`, more)
  await press(solveig, 'start')
  return {
    page: `${family.replace('/api', '/lab')}/meeting`,
    press,
    async letIn(by, name) {
      const waits = (await meetingOf(by, family))?.waiting.find((one) => one.name === name)
      await press(by, `people/${waits?.personId ?? ''}`, { answer: 'yes' })
    },
    async code(by) {
      return ((await answer(by, `${meeting}/${meetingId}/code`)) as { address: string }).address
    },
  }
}

async function meetingOf(page: Page, family: string): Promise<Meeting | null> {
  return ((await answer(page, `${family}/meeting`)) as { meeting: Meeting | null }).meeting
}

async function answer(page: Page, address: string): Promise<unknown> {
  const said = await page.request.get(address)
  expect(said.status(), address).toBe(200)
  return said.json()
}

async function post(page: Page, address: string, more: Record<string, unknown> = {}): Promise<void> {
  const { origin } = new URL((await page.request.get('/api/alive')).url())
  const said = await page.request.post(address, {
    data: { commandId: randomUUID(), ...more },
    headers: { origin, 'sec-fetch-site': 'same-origin' },
  })
  expect(said.status(), `${address}: ${await said.text()}`).toBe(200)
}
