import { openMyCloth, unfold } from './cloth-words.ts'
import {
  accountShown,
  addMeasure,
  bookCost,
  decision,
  goal,
  layBefore,
  makeGoal,
  openAccountOf,
  openMyPlan,
  openPlanOf,
} from './plan-words.ts'
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
  await makeGoal(amina, { note: dream, words: job, term: 'Lang sikt', area: 'Arbeid' })
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
  for (const measure of [course, car]) {
    const kroner = measure === course ? '38000' : '62000'
    await layBefore(solveig, measure, { kroner, ground: 'arbeidsmarkedsloven § 12' })
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

  await bookCost(solveig, course, '39 000,50')
  const lines = solveig.getByRole('region', { name: 'Alle linjene' }).last()
  await expect(lines.getByRole('row', { name: /39 000,50 kr/ })).toHaveCount(1)
  await solveig.getByRole('button', { name: `Rett linjen: ${course}, 39 000,50 kr` }).click()
  await solveig.getByRole('dialog').getByRole('button', { name: 'Rett linjen' }).click()
  await expect(lines.getByRole('row', { name: /Rettelse.*−39 000,50 kr/ })).toHaveCount(1)

  const shown = await accountShown(solveig)
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
