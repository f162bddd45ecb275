import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { addMonths, dayInOslo } from '@velferdslab/core/dates'
import { countPresses } from './presses.ts'
import { expect, phone, test } from './story.ts'

test.use({ story: 'consent-walk' })

/** What Amina, mother of three, wants each service to know: other areas and persons for each, and one no. */
const wants: Record<string, { areas: string[]; persons: string[] } | 'no'> = {
  NAV: { areas: ['Arbeid', 'Bolig', 'Økonomi'], persons: ['Meg', 'Noor'] },
  skolen: { areas: ['Skole og utdanning'], persons: ['Sara', 'Elias'] },
  barnevernet: 'no',
  helsestasjonen: { areas: ['Fysisk helse', 'Oppvekst'], persons: ['Noor'] },
  barnehagen: { areas: ['Oppvekst'], persons: ['Noor'] },
}
const mostPresses = 40
const mostMinutes = 4
/**
 * A thumb that looks for the next place to press, and somebody who reads plain text without hurry, each new line to its last word: as it first
 * stands there, again when everything is chosen, and what comes of it. What is folded and not opened is not read.
 */
const secondsAPress = 2.5
const wordsAMinute = 180

test('a mother of three answers five services as she wants to, within forty presses and four minutes', async ({
  as,
}) => {
  await wishFor(await as('solveig', { size: phone }), ['Helsestasjonen', 'Barnehagen'])
  const amina = await as('amina', { size: phone })
  const presses = await countPresses(amina)
  await amina.goto('/my')
  const read = new Set<string>()
  let words = 0
  // What stood on the page before is known; what is new is read, to the last word.
  const readPage = async (service: string) => {
    for (const line of (await amina.locator('main').innerText()).split('\n')) {
      // The same sentence about another service is recognised, and not read anew.
      const known = line.replaceAll(service, '…').replaceAll(
        service.replace(/^./, (first) => first.toUpperCase()),
        '…',
      )
      if (!read.has(known)) {
        read.add(known)
        words += line.split(/\s+/).filter(Boolean).length
      }
    }
  }
  await amina.getByRole('link', { name: 'Les og svar' }).click()
  const answered = new Set<string>()
  while (answered.size < Object.keys(wants).length) {
    const heading = amina.getByRole('heading', { level: 1, name: /^Hva kan .+ få vite\?$/ })
    await heading.waitFor()
    const service = /^Hva kan (.+) få vite\?$/.exec(await heading.innerText())?.[1] ?? ''
    const want = wants[service]
    if (!want) throw new Error(`nobody has said what she wants of ${service}`)
    await expect(amina.getByRole('checkbox', { checked: true })).toHaveCount(0)
    await expect(amina.getByRole('radio', { checked: true })).toHaveCount(0)
    await expect(amina.getByText(/velg alle|merk alle|alle områder$/i)).toHaveCount(0)
    await readPage(service)
    if (want === 'no') {
      await amina.getByRole('button', { name: 'Nei, ikke dette' }).click()
      await amina.getByRole('heading', { name: 'Nei er notert' }).waitFor()
    } else {
      for (const each of [...want.areas, ...want.persons]) {
        const tile = amina.getByRole('checkbox', { name: new RegExp(`^${each}`) })
        if (!(await tile.isVisible())) await amina.getByText(/områder? til$/).click()
        await tile.check()
      }
      await amina.getByRole('radio').nth(1).check()
      // The sentence stands there whole before she says yes to it, and she reads all of it.
      await amina.getByText(`Jeg sier ja til at ${service} får vite om og kan snakke om ${wanted(want)}`).waitFor()
      await readPage(service)
      await amina.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
      await amina.getByRole('heading', { name: 'Du sa ja' }).waitFor()
    }
    await readPage(service)
    answered.add(service)
    const next = amina.getByRole('link', { name: /^Neste: / })
    if (answered.size < Object.keys(wants).length) await next.click()
    else await expect(next).toHaveCount(0)
  }
  const pressed = await presses()
  const minutes = (pressed * secondsAPress) / 60 + words / wordsAMinute
  console.info(`five services: ${pressed} presses, ${words} words, ${minutes.toFixed(1)} minutes`)
  expect(pressed).toBeLessThanOrEqual(mostPresses)
  expect(minutes).toBeLessThanOrEqual(mostMinutes)

  // In the sense she wants: no more and no less than what she ticked.
  await amina.getByRole('link', { name: 'Se hvem som kan lese hva' }).click()
  const square = (service: string, area: string, person: string) =>
    amina.getByRole('button', { name: `${service}, ${area}, ${person}:` })
  await expect(square('NAV', 'Økonomi', 'deg')).toContainText('Ja')
  await expect(square('NAV', 'Fritid', 'deg')).toContainText('Nei')
  await expect(square('Barnevernet', 'Oppvekst', 'deg')).toContainText('Nei')
})

/** The areas as they stand in the sentence. */
function wanted({ areas }: { areas: string[] }): string {
  return new Intl.ListFormat('nb').format(areas.map((area) => area.toLowerCase()))
}

/** The leader wishes that two more services could know something: they stand among those she is asked about. */
async function wishFor(solveig: Page, services: string[]): Promise<void> {
  const get = async <Body>(address: string) => (await (await solveig.request.get(address)).json()) as Body
  const { families } = await get<{ families: { id: string; name: string }[] }>('/api/families')
  const family = families.find(({ name }) => name === 'Hansen-Ali')?.id ?? ''
  const { form } = await get<{
    form: { givers: { id: string; calledName: string }[]; services: { partyId: string; name: string }[] }
  }>(`/api/families/${family}/consents/recorded`)
  const { origin } = new URL((await solveig.request.get('/api/alive')).url())
  for (const service of services) {
    const said = await solveig.request.post(`/api/families/${family}/wishes`, {
      headers: { origin, 'sec-fetch-site': 'same-origin' },
      data: {
        commandId: randomUUID(),
        wishId: randomUUID(),
        partyId: form.services.find(({ name }) => name === service)?.partyId,
        areas: ['upbringing'],
        persons: [form.givers.find(({ calledName }) => calledName === 'Amina')?.id],
        until: addMonths(dayInOslo(new Date()), 6),
        reason: 'Da slipper dere å fortelle alt på nytt.',
      },
    })
    expect(said.status()).toBe(200)
  }
}
