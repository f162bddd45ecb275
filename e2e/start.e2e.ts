import {
  accept,
  answerNext,
  askForSeat,
  bringTrusted,
  coachPromises,
  leilaComes,
  openAtDoor,
  proposeLeader,
  takeOver,
  wantAnother,
} from './start-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'start' })

test('from the door to the table: a check list she reads as it is written, a leader she wants, seats she says yes to', async ({
  as,
  open,
}) => {
  const leila = await leilaComes({ as, open }, phone)
  const berit = await as('berit', { size: desk })
  await openAtDoor(berit)

  // Too early: nobody is present, nothing is signed, nothing is answered.
  await berit.getByRole('button', { name: 'Ja, vi går videre sammen' }).click()
  await expect(berit.getByText('Alle voksne som er med, må skrive under på deltakeravtalen først.')).toBeVisible()
  await berit
    .getByRole('button', { name: /^Svar på: / })
    .first()
    .click()
  await berit.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(berit.getByText('Før du kan lagre, mangler hvem som er med, et svar og hvorfor.')).toBeVisible()
  await berit.getByRole('button', { name: 'Avbryt' }).click()
  await expect(berit.getByText('Når svaret er ja, foreslår du en leder her.')).toBeVisible()

  await berit.getByRole('radio', { name: 'Leila' }).check()
  await answerNext(berit, 'Ja. Jeg kan slutte når jeg vil.')
  // She sees it on her own page, without asking for it.
  await leila.goto('/my/start')
  await expect(leila.getByText('Ja. Jeg kan slutte når jeg vil.')).toBeVisible()
  await answerNext(berit, 'Jeg er redd for møter.', 'Ikke sikker')
  await expect(leila.getByText('Jeg er redd for møter.')).toBeVisible({ timeout: 10_000 })
  for (let left = 6; left > 0; left--) await answerNext(berit, `Grunn ${left}.`)

  await leila.getByRole('link', { name: 'Les og svar' }).click()
  await leila.getByRole('button', { name: 'Ja, jeg vil være med' }).click()
  await expect(leila.getByRole('heading', { name: 'Du er med' })).toBeVisible()
  await berit.reload()
  // What must be yes is not: not before she says so herself.
  await berit.getByRole('button', { name: 'Ja, vi går videre sammen' }).click()
  await expect(berit.getByText(/^Familien må selv ville dette\./)).toBeVisible()
  await berit.getByRole('radio', { name: 'Leila' }).check()
  await berit.getByRole('button', { name: 'Endre svaret på: Vil dere selv at noe skal bli annerledes?' }).click()
  await berit.getByRole('radio', { name: 'Ja', exact: true }).check()
  await berit.getByLabel('Hvorfor? Bruk gjerne familiens egne ord.').fill('Ja. Amir skal få en fast plass.')
  await berit.getByRole('button', { name: 'Lagre svaret' }).click()
  // Saved, and not only still standing in the field.
  await expect(berit.getByRole('button', { name: 'Lagre svaret' })).toHaveCount(0)
  await expect(berit.getByText('Ja. Amir skal få en fast plass.')).toBeVisible()
  await accept(berit)
  const anne = await as('anne', { size: desk })
  await anne.goto('/lab/refer')
  await expect(anne.getByRole('region', { name: 'Dette har du sendt' })).toContainText('Besvart')

  // A leader is proposed; she wants another.
  await expect(berit.getByRole('radio', { name: /^Solveig .*Leder seks familier/ })).toBeVisible()
  await proposeLeader(berit, 'Pål Krogh')
  await leila.goto('/my')
  await expect(leila.getByText('Vil du ha denne lederen?')).toBeVisible()
  await wantAnother(leila, 'Pål er naboen min.')
  await berit.reload()
  await expect(berit.getByText('Pål er naboen min.')).toBeVisible()
  await expect(berit.getByRole('radio', { name: /^Pål Krogh/ })).toHaveCount(0)
  await proposeLeader(berit, 'Solveig Strand')

  // Solveig learns of it when Leila has said yes, and not before.
  const solveig = await as('solveig', { size: desk })
  await solveig.goto('/lab')
  await expect(solveig.getByRole('heading', { name: 'Familiene mine' })).toBeVisible()
  await expect(solveig.getByText('Haddad')).toHaveCount(0)
  await takeOver(leila, solveig)
  await expect(solveig.getByRole('link', { name: 'Haddad', exact: true })).toHaveCount(0)

  // A seat is no consent: she says what the lab may read.
  await leila.goto('/my')
  await expect(leila.getByText('Hva kan velferdslaben få vite?')).toBeVisible()
  await leila.getByRole('link', { name: 'Les og svar' }).click()
  await leila.getByRole('checkbox', { name: /^Bolig/ }).check()
  await leila.getByRole('checkbox', { name: /^Meg/ }).check()
  await leila.getByRole('radio', { name: /om seks måneder/ }).check()
  await leila.getByRole('button', { name: 'Ja, jeg sier ja' }).click()
  await expect(leila.getByRole('heading', { name: 'Du sa ja' })).toBeVisible()

  // The leader asks for a seat, with a reason; she says not now, then yes to another.
  await solveig.goto('/lab')
  await solveig.getByRole('link', { name: 'Haddad', exact: true }).click()
  await solveig.getByRole('button', { name: 'Spør familien' }).click()
  await expect(solveig.getByText('Velg en person og skriv hvorfor.')).toBeVisible()
  await askForSeat(solveig, 'Tor Myhre, NAV', 'Tor kan finne kurs.')
  await askForSeat(solveig, 'Siri Haug, Barnevernet', 'Siri kan gi råd om avlastning.')
  await leila.goto('/my/start')
  await expect(leila.getByText(/^Tor kan bestemme opptil 50.000.kr her og nå\.$/)).toBeVisible()
  const aboutSiri = leila.getByRole('region', { name: 'Vil du at Siri Haug skal sitte ved bordet?' })
  await aboutSiri.getByRole('button', { name: 'Ikke nå' }).click()
  await expect(aboutSiri).toHaveCount(0)
  await leila.getByRole('button', { name: 'Ja til Tor' }).click()
  await expect(leila.getByRole('button', { name: 'Avslutt plassen til Tor' })).toBeVisible()

  // She brings the football coach, by first name and telephone. He promises, and reads nothing by that.
  await bringTrusted(leila, 'Torbjørn', '400 00 555')
  await coachPromises(await open({ size: phone }), '400 00 555')
  await leila.reload()
  await expect(leila.getByText('Trygghetsperson', { exact: true })).toBeVisible()

  // And she ends a seat when she wants, without a reason.
  await leila.getByRole('button', { name: 'Avslutt plassen til Tor', exact: true }).click()
  await leila.getByRole('dialog').getByRole('button', { name: 'Avslutt plassen' }).click()
  await expect(leila.getByRole('button', { name: 'Avslutt plassen til Tor', exact: true })).toHaveCount(0)
})
