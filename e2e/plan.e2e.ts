import { openMenu, openMyCloth, unfold } from './cloth-words.ts'
import { addMeasure, decision, goal, openAccountOf, openMyPlan, openPlanOf, propose } from './plan-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'plan' })
test.describe.configure({ mode: 'serial' })

const dream = 'En trygg jobb jeg kan leve av.'
const job = 'En trygg jobb'
const course = 'Kurs i barnepleie og praksis'
const car = 'Førerkort'

test('a note becomes a goal on the cloth and keeps its thread; others who have the plan open see it at once', async ({
  as,
}) => {
  const solveig = await as('solveig', { size: desk })
  await openPlanOf(solveig, 'Hansen-Ali')
  const amina = await as('amina', { size: phone })
  await openMyCloth(amina)
  await unfold(amina, 'Det vi drømmer om')
  await openMenu(amina, dream)
  await amina.getByRole('button', { name: 'Gjør til et mål' }).filter({ visible: true }).click()
  const form = amina.getByRole('dialog', { name: 'Lag et mål fra en lapp' })
  await form.getByRole('button', { name: 'Lag målet' }).click()
  await expect(form.getByText('Velg lapp, område og tid, og skriv målet.')).toBeVisible()
  await form.getByLabel('Målet med få ord').fill(job)
  await form.getByRole('radio', { name: 'Lang sikt' }).check()
  await form.getByLabel('Hva handler det om?').selectOption({ label: 'Arbeid' })
  await expect(form.getByText('De som kan lese om arbeid, kan lese målet.')).toBeVisible()
  await form.getByRole('button', { name: 'Lag målet' }).click()
  await expect(amina.getByText('Målet står i planen nå.')).toBeVisible()
  await expect(goal(solveig, job)).toContainText('Fra en lapp på duken, skrevet av Amina.')

  await openMyPlan(amina)
  await expect(goal(amina, job)).toContainText('Fra en lapp du skrev på duken.')
  await addMeasure(amina, job, { words: 'Øve på norsk hver kveld', who: 'Amina' })
  await expect(goal(solveig, job)).toContainText('Øve på norsk hver kveld')
  await addMeasure(solveig, job, {
    words: 'Kjøre til praksis',
    who: 'Noen andre',
    name: 'Torbjørn, trener',
    worth: '1 800',
  })
  await expect(goal(amina, job)).toContainText('omtrent 1 800 kr, anslått')
  await addMeasure(solveig, job, { words: course, who: 'NAV', payer: 'NAV', kroner: '38 000' })
  await addMeasure(solveig, job, { words: car, who: 'NAV', payer: 'NAV', kroner: '62 000' })
})

test('without her yes nothing is decided, and above his mandate it is refused with the right person named; answered, it is done', async ({
  as,
}) => {
  const solveig = await as('solveig', { size: desk })
  await openPlanOf(solveig, 'Hansen-Ali')
  for (const [measure, ground] of [
    [course, ''],
    [car, 'arbeidsmarkedsloven § 12'],
  ] as const) {
    const form = await propose(solveig, measure)
    await expect(form.getByLabel('Hvor mange kroner, til sammen?')).toHaveValue(measure === course ? '38000' : '62000')
    await form.getByLabel('Hva er det i loven?').selectOption({ label: 'Enkeltvedtak' })
    await form.getByLabel('Lov og paragraf').fill(ground)
    await form.getByRole('button', { name: 'Legg fram' }).click()
    if (ground === '') {
      await expect(form.getByText('Et enkeltvedtak må si hvilken lov det bygger på.')).toBeVisible()
      await expect(form.getByRole('textbox', { name: 'Hva skal bestemmes?' })).toHaveValue(measure)
      await form.getByLabel('Lov og paragraf').fill('arbeidsmarkedsloven § 12')
      await form.getByRole('button', { name: 'Legg fram' }).click()
    }
    await expect(decision(solveig, measure)).toContainText('Venter på svar fra Amina')
  }

  // Tor may not read about Amina; he sees what his own service is to decide.
  const tor = await as('tor', { size: desk })
  await openPlanOf(tor, 'Hansen-Ali')
  await expect(goal(tor, job)).toHaveCount(0)
  const torsCourse = decision(tor, course)
  await torsCourse.getByRole('button', { name: 'Bestem dette nå' }).click()
  await expect(
    torsCourse.getByText('Dette kan ikke settes i gang ennå. Vi mangler svar fra Amina. Stillhet er ikke ja.'),
  ).toBeVisible()

  const amina = await as('amina', { size: phone })
  await openMyPlan(amina)
  await expect(amina.getByText('To ting venter på svaret ditt')).toBeVisible()
  await decision(amina, car).getByRole('button', { name: 'Jeg vil tenke meg om' }).click()
  await amina.getByRole('radio', { name: /^om 3 dager/ }).check()
  await amina.getByRole('button', { name: 'Ta tenketid' }).click()
  await expect(decision(tor, car)).toContainText('Amina har tenketid')
  await decision(amina, car).getByRole('button', { name: 'Jeg har ombestemt meg' }).click()
  for (const what of [course, car]) {
    await decision(amina, what).getByRole('button', { name: 'Ja, jeg sier ja' }).click()
    await expect(decision(amina, what)).toContainText('Du har sagt ja.')
  }

  const torsCar = decision(tor, car)
  await expect(torsCar).toContainText('Trenger ja fra Hanne')
  await torsCar.getByRole('button', { name: 'Bestem dette nå' }).click()
  await expect(
    torsCar.getByText('Dette kan ikke bestemmes her nå. Det er 12 000 kroner over fullmakten til Tor. Spør Hanne.'),
  ).toBeVisible()
  await torsCar.getByRole('button', { name: 'Spør Hanne nå' }).click()
  await tor.getByRole('dialog').getByRole('button', { name: 'Spør nå' }).click()
  await expect(torsCar).toContainText('Svarer senest')

  await expect(torsCourse).toContainText('Kan bestemmes her og nå')
  await torsCourse.getByRole('button', { name: 'Bestem dette nå' }).click()
  await expect(torsCourse).toContainText('Bestemt')
  await expect(decision(amina, course)).toContainText(/Søndag|Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag/)

  const hanne = await as('hanne', { size: desk })
  await hanne.goto('/lab')
  await hanne.getByRole('link', { name: 'Spurt om ja' }).click()
  const asked = decision(hanne, car)
  await expect(asked).toContainText('Gjelder Amina Ali')
  await expect(hanne.getByText(job)).toHaveCount(0)
  await asked.getByLabel('Hvorfor? Du kan la være.').fill('Det haster, og det er billigere enn å vente.')
  await asked.getByRole('button', { name: 'Ja, bestem dette' }).click()
  await expect(hanne.getByText(`Bestemt. «${car}» står i planen nå.`)).toBeVisible()
  await expect(decision(amina, car)).toContainText('av Hanne.')
  await expect(decision(amina, car)).toContainText('Hanne skrev: «Det haster, og det er billigere enn å vente.»')
  await expect(torsCar).toContainText('av Hanne.')
})

test('the account says who pays what; a line that was wrong is corrected, and all sums come to the lines', async ({
  as,
}) => {
  const solveig = await as('solveig', { size: desk })
  await openAccountOf(solveig, 'Hansen-Ali')
  const sums = solveig.getByRole('region', { name: 'Hvem som betaler' }).getByRole('table')
  await expect(sums.getByRole('row', { name: /^NAV/ })).toContainText('100 000 kr')

  await solveig.getByRole('button', { name: 'Skriv inn en kostnad' }).click()
  const form = solveig.getByRole('dialog')
  await form.getByLabel('Hva gjelder det?').selectOption({ label: course })
  await form.getByLabel('Hvor mange kroner?').fill('nesten 40 000')
  await form.getByRole('button', { name: 'Skriv inn' }).click()
  await expect(form.getByLabel('Hvor mange kroner?')).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('Hvor mange kroner?').fill('39 000,50')
  await form.getByRole('button', { name: 'Skriv inn' }).click()
  const lines = solveig.getByRole('region', { name: 'Alle linjene' }).last()
  await expect(lines.getByRole('row', { name: /39 000,50 kr/ })).toHaveCount(1)
  await solveig.getByRole('button', { name: `Rett linjen: ${course}, 39 000,50 kr` }).click()
  await solveig.getByRole('dialog').getByRole('button', { name: 'Rett linjen' }).click()
  await expect(lines.getByRole('row', { name: /Rettelse.*−39 000,50 kr/ })).toHaveCount(1)

  const shown = await solveig.evaluate(() => {
    const ore = (text: string | null | undefined) =>
      Math.round(
        100 *
          Number(
            (text ?? '')
              .replace('−', '-')
              .replace(',', '.')
              .replace(/[^\d.-]/g, ''),
          ),
      )
    const tables = [...document.querySelectorAll('main table')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    )
    const [byPayer = [], byGoal = [], byMonth = [], all = []] = tables
    const ofLines = ['Planlagt', 'Bestemt', 'Brukt'].map((kind) =>
      all.reduce((sum, row) => (row[3] === kind ? sum + ore(row[4]) : sum), 0),
    )
    const totals = [byPayer, byGoal, byMonth].map((rows) => (rows.at(-1) ?? []).slice(1, 4).map(ore))
    const added = [byPayer, byGoal, byMonth].map((rows) =>
      [1, 2, 3].map((column) => rows.slice(0, -1).reduce((sum, row) => sum + ore(row[column]), 0)),
    )
    return { ofLines, totals, added }
  })
  expect(shown.ofLines[1]).toBe(100_000_00 + 3_600_00)
  for (const side of [...shown.totals, ...shown.added]) expect(side).toEqual(shown.ofLines)

  const amina = await as('amina', { size: phone })
  await openMyPlan(amina)
  await amina.getByRole('link', { name: 'Se hva det koster' }).click()
  await expect(amina.getByRole('heading', { level: 1, name: 'Hva det koster' })).toBeVisible()
  await expect(
    amina.getByRole('region', { name: 'Hvem som betaler' }).getByRole('row', { name: /^NAV/ }).first(),
  ).toContainText('100 000 kr')
  await expect(amina.getByRole('button', { name: /^Rett linjen/ })).toHaveCount(0)
})
