import {
  beginNote,
  choose,
  note,
  openClothOf,
  openMenu,
  openMyCloth,
  putOnCloth,
  unfold,
  writeNote,
} from './cloth-words.ts'
import { sayYes } from './consent-words.ts'
import { overhear } from './overheard.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'cloth' })

test('Amina, Solveig and Tor write at the same time; each note tells its writer, and what is hidden from Tor never reaches his browser', async ({
  as,
}) => {
  const atTor = overhear()
  const tor = await as('tor', { size: desk, watch: atTor.record })
  const amina = await as('amina', { size: phone })
  const solveig = await as('solveig', { size: desk })
  // Jonas has said yes before her. With hers NAV may read about all five, in work and what is common, and nothing else.
  await sayYes(amina, 'NAV', ['Arbeid'], ['Meg', 'Sara', 'Elias', 'Noor'])
  await Promise.all([openMyCloth(amina), openClothOf(solveig, 'Hansen-Ali'), openClothOf(tor, 'Hansen-Ali')])
  await expect(amina.getByText('Tre er her nå.').or(amina.getByText('3 er her nå.'))).toBeVisible()

  await unfold(amina, 'Det vi drømmer om')
  await Promise.all([
    writeNote(amina, 'Det vi drømmer om', 'En hage med epletrær.'),
    writeNote(solveig, 'Økonomi, dette gjør vi nå', 'Solveig ringer namsmannen på mandag.'),
    writeNote(tor, 'Hva gjør vi for å lykkes?', 'Tor svarer samme dag.'),
  ])
  for (const page of [solveig, tor]) await expect(note(page, 'En hage med epletrær.')).toContainText('Amina Ali')
  await expect(note(solveig, 'Tor svarer samme dag.')).toContainText('Tor Myhre')
  await unfold(amina, 'Hva gjør vi for å lykkes?')
  await expect(note(amina, 'Tor svarer samme dag.')).toContainText('Tor Myhre')
  await unfold(amina, 'Økonomi')
  await expect(note(amina, 'Solveig ringer namsmannen på mandag.')).toContainText('Solveig Strand')

  // Letter by letter, so that what grows is sent too.
  await unfold(amina, 'Bolig')
  const growing = await beginNote(amina, 'Bolig, kort sikt')
  await growing.pressSequentially('Vi har sett på en leilighet i Elvegata.', { delay: 20 })
  await expect(solveig.getByText('Vi har sett på en leilighet i Elvegata.')).toBeVisible()
  await putOnCloth(amina)
  await expect(note(solveig, 'Vi har sett på en leilighet i Elvegata.')).toContainText('Amina Ali')

  await atTor.expectNever(
    [
      'namsmannen',
      'Elvegata',
      'Finne tre rom nær skolen',
      'Gjeld på 186 000 kroner',
      'Elias har ventet på utredning',
      'Jeg sover lite når brevene kommer.',
    ],
    { heard: 'En hage med epletrær.' },
  )
})

test('a note that is only mine is seen by nobody else', async ({ as }) => {
  const others = overhear()
  const amina = await as('amina', { size: desk })
  const solveig = await as('solveig', { size: desk, watch: others.record })
  const jonas = await as('jonas', { size: desk, watch: others.record })
  await Promise.all([openMyCloth(amina), openClothOf(solveig, 'Hansen-Ali'), openMyCloth(jonas)])
  const field = await beginNote(amina, 'Det som er vanskelig')
  await amina.getByRole('button', { name: /^Hvem den handler om, og hvem som kan lese/ }).click()
  await amina.getByRole('checkbox', { name: /^Bare mitt/ }).check()
  await expect(amina.getByText('Bare du kan lese lappen.').first()).toBeVisible()
  await field.pressSequentially('Jeg gråter på badet.', { delay: 20 })
  await putOnCloth(amina)
  await expect(note(amina, 'Jeg gråter på badet.')).toContainText('bare mitt')

  // Something after it that all may see: when it has come, the other would have come too.
  await writeNote(amina, 'Det vi drømmer om', 'En tur til Kilimanjaro.')
  for (const page of [solveig, jonas]) {
    await expect(note(page, 'En tur til Kilimanjaro.')).toBeVisible()
    await expect(page.getByText('Jeg gråter på badet.')).toHaveCount(0)
  }
  await others.expectNever(['Jeg gråter på badet.', 'gråter'], { heard: 'En tur til Kilimanjaro.' })
})

test('a note somebody is writing on is locked, with the name; nothing is lost when it opens again', async ({ as }) => {
  const [amina, solveig] = [await as('amina', { size: desk }), await as('solveig', { size: desk })]
  await Promise.all([openMyCloth(amina), openClothOf(solveig, 'Hansen-Ali')])
  const words = 'Leiligheten er fuktig.'
  await choose(amina, words, 'Endre')
  const field = amina.getByRole('textbox', { name: /^Lapp: Det som er vanskelig/ })
  const writing = field.pressSequentially(' Noor hoster om natta, og legen sier at det er fukten.', {
    delay: 120,
    timeout: 50_000,
  })
  await expect(note(solveig, words)).toContainText('Amina skriver. Lappen er låst så lenge.')
  await openMenu(solveig, words)
  const change = solveig.getByRole('button', { name: 'Endre Amina skriver på lappen nå.' })
  await expect(change).toBeDisabled()
  await change.press('Enter')
  await expect(solveig.getByRole('textbox', { name: /^Lapp: Det som er vanskelig/ })).toHaveCount(0)
  await solveig.keyboard.press('Escape')

  await writing
  await putOnCloth(amina)
  await expect(note(solveig, 'legen sier at det er fukten.')).not.toContainText('låst')
  await expect(note(solveig, 'legen sier at det er fukten.')).toContainText('Amina Ali')
})

test('a writer who stops to think still holds the note', async ({ as }) => {
  const [amina, solveig] = [await as('amina', { size: desk }), await as('solveig', { size: desk })]
  await Promise.all([openMyCloth(amina), openClothOf(solveig, 'Hansen-Ali')])
  await choose(amina, 'Regningene kommer', 'Endre')
  await amina.getByRole('textbox', { name: /^Lapp: Det som er vanskelig/ }).pressSequentially(' Alltid.', { delay: 20 })
  // Longer than the rest after which what is typed becomes a word.
  await amina.waitForTimeout(5000)
  await expect(note(solveig, 'Regningene kommer før pengene. Alltid.')).toContainText(
    'Amina skriver. Lappen er låst så lenge.',
  )
})

test('where two edits of one note meet, both texts stand, and the writer chooses', async ({ as }) => {
  const [amina, solveig] = [await as('amina', { size: desk }), await as('solveig', { size: desk })]
  await Promise.all([openMyCloth(amina), openClothOf(solveig, 'Hansen-Ali')])
  const words = 'Vi må fortelle det samme til alle.'
  await amina.context().setOffline(true)
  await choose(amina, words, 'Endre')
  await amina.getByRole('textbox', { name: /^Lapp: Det som er vanskelig/ }).fill('Vi må si det samme ti ganger.')
  await putOnCloth(amina)
  await choose(solveig, words, 'Endre')
  await solveig
    .getByRole('textbox', { name: /^Lapp: Det som er vanskelig/ })
    .fill('Vi forteller alt en gang, til Solveig.')
  await putOnCloth(solveig)

  await amina.context().setOffline(false)
  await expect(amina.getByRole('button', { name: 'Behold begge' })).toBeVisible()
  for (const page of [amina, solveig]) {
    await expect(page.getByText('Vi må si det samme ti ganger.')).toBeVisible()
    await expect(page.getByText('Vi forteller alt en gang, til Solveig.')).toBeVisible()
  }
  await expect(
    amina.getByText('Dere skrev på samme lapp samtidig. Begge tekstene står her. Velg én, eller behold begge.'),
  ).toBeVisible()
  await amina.getByRole('button', { name: 'Behold begge' }).click()
  await expect(amina.getByRole('button', { name: 'Behold begge' })).toHaveCount(0)
  for (const page of [amina, solveig]) {
    await expect(note(page, 'Vi må si det samme ti ganger.')).toContainText('Amina Ali')
    await expect(note(page, 'Vi forteller alt en gang, til Solveig.')).toContainText('Solveig Strand')
  }
})

test('what others write moves neither the focus nor what one reads', async ({ as }) => {
  const [amina, solveig] = [await as('amina', { size: desk }), await as('solveig', { size: desk })]
  await Promise.all([openMyCloth(amina), openClothOf(solveig, 'Hansen-Ali')])
  const where = solveig.getByRole('button', { name: 'Skriv her: Hva gjør vi for å lykkes?' })
  await where.scrollIntoViewIfNeeded()
  await where.focus()
  const before = await where.boundingBox()
  for (const words of ['Vi er gode på å dele.', 'Vi er gode på å vente på tur.']) {
    await writeNote(amina, 'Det vi er gode på', words)
    await expect(note(solveig, words)).toBeAttached()
  }
  // Above what is in sight the cloth has grown; what she reads stands still.
  await expect
    .poll(async () => Math.abs(((await where.boundingBox())?.y ?? 0) - (before?.y ?? 0)))
    .toBeLessThanOrEqual(1)
  await expect(where).toBeFocused()

  // While writing, too: the caret stays in the middle of the word.
  const field = await beginNote(solveig, 'Hva gjør vi for å lykkes?')
  await field.pressSequentially('Vi møtes hver uke.')
  for (let step = 0; step < 4; step++) await solveig.keyboard.press('ArrowLeft')
  await writeNote(amina, 'Hva gjør vi for å lykkes?', 'Vi sier takk.')
  await expect(note(solveig, 'Vi sier takk.')).toBeAttached()
  await expect(field).toBeFocused()
  await solveig.keyboard.type('neste ')
  await expect(field).toHaveValue('Vi møtes hver neste uke.')
})
