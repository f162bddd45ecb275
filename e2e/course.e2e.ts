import { bookHours, checkAccount } from './course/account.ts'
import { fillCloth, letIn, sitDown, takePause, type Seated } from './course/at-the-table.ts'
import { answerServices, comeIn, fillTable, findLeader, refer, sayWhatLabMayRead } from './course/coming-in.ts'
import { answerAfter, answerBefore, placeFamily, placeTeam } from './course/journey.ts'
import { addMeasures, decide, makeGoals, refuseWithoutYes, tellOutside } from './course/plan.ts'
import { answerAsked, checkPaper, closeTable, keepPromises, putUp, sign } from './course/signing.ts'
import { goOn, meetAgain, seeTheWay, stopSchool } from './course/stopping.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'course' })

/**
 * One family from the first talk to the day its mother stops a service: everything is done by people, on pages, each on a screen of their own. What each
 * station holds in every detail has a story of its own; this one is that they hang together for a family nobody had heard of before.
 */
test('the whole course of one family', async ({ as, open }) => {
  // How long it takes on a calm machine it prints itself; this is only how long a busy one is waited for.
  test.setTimeout(420_000)
  const began = performance.now()
  const leila = await open({ size: phone })
  const [anne, berit, solveig] = await Promise.all(
    (['anne', 'berit', 'solveig'] as const).map((who) => as(who, { size: desk })),
  )
  const coach = await open({ size: phone })
  if (!anne || !berit || !solveig) throw new Error('nobody came')

  await test.step('1. Together they send a referral; before there is a yes nobody is named', async () => {
    await refer(anne)
  })

  await test.step('2. A message that tells nothing; she signs, is accepted, and chooses who leads', async () => {
    await comeIn(leila, berit)
    await answerBefore(leila)
    await findLeader(leila, berit, solveig)
    await sayWhatLabMayRead(leila, solveig)
  })

  await test.step('3. She says yes to each seat, brings the coach, and answers what services wish to know', async () => {
    await fillTable(leila, solveig, coach)
    await answerServices(leila, solveig)
  })

  const [tor, kari] = await Promise.all((['tor', 'kari'] as const).map((who) => as(who, { size: desk })))
  if (!tor || !kari) throw new Error('nobody came')
  const seated: Seated = { leila, solveig, tor, kari, coach }

  await test.step('4. At one table: she opens, all write, and each sees at once what is open', async () => {
    const screen = await sitDown(seated, open)
    await fillCloth(seated, screen)
    await letIn(leila, solveig, await open({ size: phone }), screen)
    await takePause(leila, solveig, coach, screen)
  })

  await test.step('5. A dream becomes a goal; nothing is decided without her yes, or above a mandate', async () => {
    await makeGoals(seated)
    await addMeasures(seated)
    await refuseWithoutYes(tor)
    await decide(seated)
    await tellOutside(seated)
  })

  await test.step('6. All at the table sign the plan; what still waits stands outside what is signed', async () => {
    await closeTable(seated)
    await putUp(seated)
    await sign(seated)
    await checkPaper(leila)
  })

  await test.step('7. Who was asked answers later; promises stand with each who made them, and late is called late', async () => {
    await answerAsked(await as('hanne', { size: desk }), leila)
    await keepPromises(seated)
  })

  await test.step('8. Before and after: her own numbers, two views, and the way as a picture and a table', async () => {
    await answerAfter(leila)
    await placeFamily(leila)
    await placeTeam(leila, solveig)
  })

  await test.step('9. The account: hours with one press, and every sum comes to its lines', async () => {
    await bookHours(solveig)
    await checkAccount(leila, solveig)
  })

  await test.step('10. She stops the school: its pages and its paper lose it within a second, and the meeting goes on', async () => {
    await meetAgain(seated)
    const goneAfter = await stopSchool(leila, kari)
    test.info().annotations.push({ type: 'gone after', description: `${Math.round(goneAfter)} ms` })
    console.log(`The school's pages lost it after ${Math.round(goneAfter)} ms.`)
    expect(goneAfter, 'from when the press leaves her telephone').toBeLessThan(1000)
    await goOn(seated)
  })

  await test.step('11. Another has gone the whole way, and shows it', async () => {
    await seeTheWay(await as('emma', { size: phone }), solveig)
  })

  console.log(`The whole course took ${Math.round((performance.now() - began) / 1000)} s.`)
})
