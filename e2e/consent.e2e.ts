import type { Page } from '@playwright/test'
import { addMonths, dayInOslo } from '@velferdslab/core/dates'
import { openSentenceOf } from './consent-words.ts'
import { msUntilGone, msUntilSeen } from './in-sight.ts'
import { expectNothingThere } from './nothing-there.ts'
import { countPresses } from './presses.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'consent' })
test.describe.configure({ mode: 'serial' })

/** Word for word what the law and the language say. The placeholders are lists of one or many. */
const sentence =
  'Jeg sier ja til at {tjeneste} får vite om og kan snakke om {områder} når det gjelder {personer}, ' +
  'for å lage og følge opp {planen vår}, til og med {dato}.'

const aminasWork = 'Renholder 40 prosent. Jeg vil jobbe mer.'
const jonasFixes = 'Jeg fikser det meste. Sykler, biler, dører.'

test('Siri in child welfare finds no family: not in the list, the pages, the answers, the paper or the live stream', async ({
  as,
}) => {
  const family = await hansenAli(await as('solveig'))
  const siri = await as('siri')
  await siri.goto('/lab')
  await expect(siri.getByText('Ingen familier ennå')).toBeVisible()
  await expect(siri.getByText('Hansen-Ali')).toHaveCount(0)
  await expectNothingThere(siri, family)
})

test('nothing is ticked from the start, and a yes too early says what is missing and keeps what was ticked', async ({
  as,
}) => {
  const amina = await as('amina', { size: phone })
  await amina.goto('/my')
  await amina.getByRole('link', { name: 'Les og svar' }).click()
  await expect(amina.getByRole('heading', { name: 'Hva kan NAV få vite?' })).toBeVisible()
  await expect(amina.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await expect(amina.getByRole('radio', { checked: true })).toHaveCount(0)

  await amina.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  await expect(amina.getByText('Du må velge ett område, én person og en dag før du sier ja.')).toBeVisible()
  await expect(amina.getByRole('checkbox', { name: /^Arbeid/ })).toBeFocused()

  await amina.getByRole('checkbox', { name: /^Arbeid/ }).check()
  await amina.getByRole('radio').first().check()
  await amina.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  await expect(amina.getByText('Du må velge én person før du sier ja.')).toBeVisible()
  await expect(amina.getByRole('checkbox', { name: /^Arbeid/ })).toBeChecked()
  await expect(amina.getByRole('radio').first()).toBeChecked()
})

test('seven presses give NAV what was wished, in the words of the law, and Tor sees it come; one press and a confirmation end it', async ({
  as,
}) => {
  const tor = await as('tor', { size: desk })
  await tor.goto('/lab')
  await tor.getByRole('link', { name: 'Åpne duken til Hansen-Ali' }).click()
  await expect(tor.getByText(jonasFixes)).toBeVisible()
  await expect(tor.getByText(aminasWork)).toHaveCount(0)

  const amina = await as('amina', { size: phone })
  const presses = await countPresses(amina)
  await openSentenceOf(amina, 'NAV')
  const before = await presses()
  for (const area of ['Arbeid', 'Bolig', 'Økonomi'])
    await amina.getByRole('checkbox', { name: new RegExp(`^${area}`) }).check()
  for (const person of ['Meg', 'Noor']) await amina.getByRole('checkbox', { name: new RegExp(`^${person}`) }).check()
  await amina.getByRole('radio', { name: /ønsket/ }).check()
  const said = fill({
    tjeneste: 'NAV',
    områder: 'arbeid, bolig og økonomi',
    personer: 'meg og Noor',
    dato: inMonths(6),
  })
  await expect(sentenceOn(amina)).toHaveText(said)
  await amina.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  const began = Date.now()
  await msUntilSeen(tor, aminasWork, began)
  await expect(amina.getByRole('heading', { name: 'Du sa ja' })).toBeVisible()
  expect((await presses()) - before).toBeLessThanOrEqual(7)
  await expect(sentenceOn(amina)).toHaveText(said)
  await expect(
    amina.getByText('Takk. NAV kan nå lese dette. Vi minner deg på det 30 dager før det går ut.'),
  ).toBeVisible()

  await amina.getByRole('link', { name: 'Deling' }).click()
  await expect(square(amina, 'NAV', 'Arbeid', 'deg')).toContainText('Ja')
  await amina.getByRole('region', { name: 'NAV' }).getByRole('button', { name: 'Stopp NAV' }).click()
  await expect(
    amina.getByText(
      /^Stopper du nå, kan NAV ikke lese dette lenger\. NAV ser bare egne vedtak, brev, løfter og utgifter\./,
    ),
  ).toBeVisible()
  await amina.getByRole('dialog').getByRole('button', { name: 'Stopp NAV' }).click()
  expect(await msUntilGone(tor, aminasWork, Date.now())).toBeLessThan(2000)
  await expect(tor.getByText(jonasFixes)).toBeVisible()
  await expect(amina.getByText('Delingen med NAV er stoppet.')).toBeVisible()
  await amina.getByRole('dialog').getByRole('button', { name: 'Lukk' }).first().click()
  await expect(square(amina, 'NAV', 'Arbeid', 'deg')).toContainText('Stoppet')
})

test('stopping all closes the cloth that NAV has open, and says that the one who leads still reads it', async ({
  as,
}) => {
  const soundDream = 'Å mikse lyd for ordentlige band.'
  const [tor, solveig] = [await as('tor', { size: desk }), await as('solveig', { size: desk })]
  for (const page of [tor, solveig]) {
    await page.goto('/lab')
    await page.getByRole('link', { name: 'Åpne duken til Marius Lie' }).click()
    await expect(page.getByText(soundDream)).toBeVisible()
  }
  const marius = await as('marius', { size: phone })
  await marius.goto('/my')
  await marius.getByRole('button', { name: 'Stopp all deling' }).click()
  const dialog = marius.getByRole('dialog', { name: 'Stoppe all deling?' })
  await expect(dialog).toContainText(
    'Solveig leder arbeidet og kan fortsatt lese duken, men ikke det du har bare for deg selv.',
  )
  await dialog.getByRole('button', { name: 'Stopp all deling' }).click()
  expect(await msUntilGone(tor, soundDream, Date.now())).toBeLessThan(2000)
  await expect(tor.getByRole('heading', { name: 'Vi finner ikke siden' })).toBeVisible()
  await expect(dialog).toContainText('All deling er stoppet.')
  await expect(solveig.getByText(soundDream)).toBeVisible()
})

test('what one parent says yes to for a child waits for the other, and says so; it counts once both have said it', async ({
  as,
}) => {
  const amina = await as('amina', { size: phone })
  await openSentenceOf(amina, 'barnevernet')
  await expect(amina.getByText('For Sara, Elias og Noor må Jonas også si ja.')).toBeVisible()
  await amina.getByRole('link', { name: 'Deling' }).click()
  await amina.getByRole('link', { name: 'Noor' }).click()
  await square(amina, 'Skolen', 'Fritid', 'Noor').click()
  await amina.getByRole('button', { name: 'Vil du si ja?' }).click()
  await expect(
    amina.getByText('Du svarer for Noor. Begge som har foreldreansvar, må si ja før det gjelder.'),
  ).toBeVisible()
  await amina.getByRole('radio').first().check()
  await amina.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  await expect(
    amina.getByText('Du sa ja. Det gjelder ikke for Noor ennå. Begge som har foreldreansvar, må si ja.'),
  ).toBeVisible()
  await amina.getByRole('button', { name: 'Lukk' }).first().click()
  await expect(square(amina, 'Skolen', 'Fritid', 'Noor')).toContainText('Ikke ennå')
  await expect(amina.getByText('Du sa ja, men det gjelder ikke ennå')).toBeVisible()

  const jonas = await as('jonas', { size: phone })
  await jonas.goto('/my/consents')
  await jonas.getByRole('link', { name: 'Noor' }).click()
  // What the other parent has answered is not told.
  await expect(square(jonas, 'Skolen', 'Fritid', 'Noor')).toContainText('Nei')
  await square(jonas, 'Skolen', 'Fritid', 'Noor').click()
  // He has a yes to the school already: a new one takes its place, so he chooses all of it anew.
  await jonas.getByRole('link', { name: 'Velg på nytt' }).click()
  await jonas.getByRole('checkbox', { name: /^Fritid/ }).check()
  await jonas.getByRole('checkbox', { name: /^Noor/ }).check()
  await jonas.getByRole('radio').first().check()
  await jonas.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  await expect(jonas.getByRole('heading', { name: 'Du sa ja' })).toBeVisible()
  await amina.reload()
  await expect(square(amina, 'Skolen', 'Fritid', 'Noor')).toContainText('Ja')
})

test('a no is noted, and nobody asks why', async ({ as }) => {
  const amina = await as('amina', { size: phone })
  await openSentenceOf(amina, 'barnevernet')
  await amina.getByRole('button', { name: 'Nei, ikke dette' }).click()
  await expect(amina.getByText('Du har sagt nei. Det er notert. Ingen spør deg hvorfor.')).toBeVisible()
  await expect(amina.getByRole('textbox')).toHaveCount(0)
  await amina.getByRole('link', { name: 'Deling' }).click()
  await expect(square(amina, 'Barnevernet', 'Oppvekst', 'deg')).toContainText('Nei')
})

test('after the no Siri finds as little as before', async ({ as }) => {
  const family = await hansenAli(await as('solveig'))
  const siri = await as('siri')
  await siri.goto('/lab')
  await expect(siri.getByText('Ingen familier ennå')).toBeVisible()
  await expectNothingThere(siri, family)
})

/** The family's id, out of the address of its page. */
async function hansenAli(solveig: Page): Promise<string> {
  await solveig.goto('/lab')
  await solveig.getByRole('link', { name: 'Hansen-Ali', exact: true }).click()
  await expect(solveig.getByRole('heading', { level: 1, name: 'Hansen-Ali' })).toBeVisible()
  return new URL(solveig.url()).pathname.split('/').at(-1) ?? ''
}

/** From home by way of the picture: the services there that have no answer lead to their sentence. */
function sentenceOn(page: Page) {
  return page.getByRole('paragraph').filter({ hasText: /^Jeg sier ja til at .* til og med/ })
}

function square(page: Page, service: string, area: string, person: string) {
  return page.getByRole('button', { name: `${service}, ${area}, ${person}:` })
}

function fill(parts: { tjeneste: string; områder: string; personer: string; dato: string }): string {
  const words: Record<string, string> = { ...parts, 'planen vår': 'planen vår' }
  return sentence.replace(/\{([^}]+)\}/g, (_whole, name: string) => words[name] ?? '')
}

/** lørdag 22. mai 2027 */
function inMonths(months: number): string {
  const day = new Date(`${addMonths(dayInOslo(new Date()), months)}T12:00:00Z`)
  return new Intl.DateTimeFormat('nb', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day)
}
