import { expect, type Page } from '@playwright/test'
import { openSentenceOf, sayYes } from '../consent-words.ts'
import { askInstead, referLeila } from '../referral-words.ts'
import {
  accept,
  addChild,
  answerNext,
  askForSeat,
  bringTrusted,
  coachPromises,
  comeByMessage,
  openAtDoor,
  proposeLeader,
  signAgreement,
  takeOver,
  wantAnother,
  wish,
} from '../start-words.ts'

const hope = 'En trygg jobb jeg kan leve av, og ro på skolen for Amir.'
const leilasPhone = '400 00 333'
const coachsPhone = '400 00 555'
const everything = ['Arbeid', 'Bolig', 'Økonomi', 'Skole', 'Fritid', 'Oppvekst', 'Folk rundt oss', 'Psykisk helse']

/** 1. The two of them sit in the kindergarten. Before the yes there is no field for a name; a number that is wrong is said, and nothing is lost. */
export async function refer(anne: Page): Promise<void> {
  await anne.goto('/lab')
  await anne.getByRole('link', { name: 'Meld på' }).click()
  await askInstead(anne, 'Kan dere hjelpe en mor som vil jobbe mer?')
  await anne.getByRole('radio', { name: /^Ja, vi fyller ut sammen/ }).check()
  await anne.getByLabel('Med egne ord').fill(hope)
  await anne.getByRole('radio', { name: 'Melding' }).check()
  await anne.getByLabel('Telefonnummer').fill('400 00')
  await anne.getByRole('button', { name: 'Send påmeldingen' }).click()
  await expect(anne.getByText(/^Før du kan sende, mangler hvordan det ble sagt ja, dagen/)).toBeVisible()
  await expect(anne.getByText('Skriv telefonnummeret med åtte tall.')).toBeVisible()
  await expect(anne.getByLabel('Med egne ord')).toHaveValue(hope)
  await referLeila(anne, hope)
  await expect(anne.getByRole('region', { name: 'Dette har du sendt' })).toContainText('Mottatt')
}

/** 2. A message that tells nothing leads her in; she signs, and the check list is answered with her. */
export async function comeIn(leila: Page, berit: Page): Promise<void> {
  await leila.goto('/demo-phone')
  const message = leila.getByRole('listitem').filter({ hasText: leilasPhone })
  await expect(async () => {
    await leila.reload()
    await expect(message).toBeVisible({ timeout: 500 })
  }).toPass()
  for (const word of ['Leila', 'Amir', 'velferdslab', 'barnehage', 'familie'])
    await expect(message).not.toContainText(word, { ignoreCase: true })
  await comeByMessage(leila, leilasPhone, /^Leila Haddad/)
  await expect(leila.getByRole('heading', { name: 'Hei, Leila' })).toBeVisible()

  await openAtDoor(berit)
  await berit.getByRole('button', { name: 'Ja, vi går videre sammen' }).click()
  await expect(berit.getByText('Alle voksne som er med, må skrive under på deltakeravtalen først.')).toBeVisible()
  await signAgreement(leila)
  await berit.reload()
  await berit.getByRole('radio', { name: 'Leila' }).check()
  await leila.goto('/my/start')
  for (const reason of [
    'Ja. Jeg kan slutte når jeg vil.',
    'Ja. Jeg vil ha en fast jobb.',
    'Ja, når noen kan norsk og arabisk.',
  ])
    await answerNext(berit, reason)
  await expect(leila.getByText('Ja. Jeg vil ha en fast jobb.')).toBeVisible()
  for (const reason of [
    'Amir er sju år.',
    'NAV, skolen og barnehagen.',
    'To år nå.',
    'Da slipper jeg å si alt mange ganger.',
  ])
    await answerNext(berit, reason)
  await answerNext(berit, 'Et kurs som ble avlyst.', 'Ikke sikker')
  await accept(berit)
}

/** 2. A leader is proposed, she asks for another, and the other takes over. */
export async function findLeader(leila: Page, berit: Page, solveig: Page): Promise<void> {
  await proposeLeader(berit, 'Pål Krogh')
  await leila.goto('/my')
  await wantAnother(leila, 'Pål er naboen min.')
  await berit.reload()
  await expect(berit.getByRole('radio', { name: /^Pål Krogh/ })).toHaveCount(0)
  await proposeLeader(berit, 'Solveig Strand')
  await solveig.goto('/lab')
  await takeOver(leila, solveig)
}

/** 2. She tells of Amir, and says what the lab may read. A seat was no consent: until now it could read nothing. */
export async function sayWhatLabMayRead(leila: Page, solveig: Page): Promise<void> {
  await expect(solveig.getByRole('link', { name: 'Haddad', exact: true })).toHaveCount(0)
  await addChild(leila, 'Amir Haddad', '2019-03-02')
  await sayYes(leila, 'velferdslaben', everything, ['Meg', 'Amir'], /om ett år/)
}

/** 2. What the services wish to know, with a reason; she answers yes, yes and no, and the coach may read about work. */
export async function answerServices(leila: Page, solveig: Page): Promise<void> {
  await wish(solveig, 'NAV', ['Arbeid', 'Økonomi'], ['Leila'], 'Tor kan finne kurs når han vet hva du kan.')
  await wish(solveig, 'Skolen', ['Skole og utdanning'], ['Amir'], 'Kari kan hjelpe Amir med ro i timene.')
  await wish(solveig, 'Barnevernet', ['Oppvekst'], ['Amir'], 'De kan gi råd om avlastning. Du trenger ikke si ja.')
  await sayYes(leila, 'NAV', ['Arbeid', 'Økonomi'], ['Meg'])
  await sayYes(leila, 'skolen', ['Skole'], ['Amir'])
  await openSentenceOf(leila, 'barnevernet')
  await expect(leila.getByText('«De kan gi råd om avlastning. Du trenger ikke si ja.»')).toBeVisible()
  await leila.getByRole('button', { name: 'Nei, ikke dette' }).click()
  await expect(leila.getByText('Du har sagt nei. Det er notert. Ingen spør deg hvorfor.')).toBeVisible()
  await sayYes(leila, 'Torbjørn Lie', ['Arbeid', 'Fritid'], ['Meg'], /om seks måneder/)
}

/** 3. The leader asks for seats with a reason; she answers one by one, and brings the coach. */
export async function fillTable(leila: Page, solveig: Page, coach: Page): Promise<void> {
  await solveig.goto('/lab')
  await solveig.getByRole('link', { name: 'Haddad', exact: true }).click()
  await solveig.getByRole('button', { name: 'Spør familien', exact: true }).click()
  await expect(solveig.getByText('Velg en person og skriv hvorfor.')).toBeVisible()
  for (const [who, why] of [
    ['Tor Myhre, NAV', 'Tor kan finne kurs og jobb.'],
    ['Kari Nes, Skolen', 'Kari er læreren til Amir.'],
    ['Siri Haug, Barnevernet', 'Siri kan gi råd om avlastning.'],
    ['Mona Vik, Helsestasjonen', 'Mona kan hjelpe med søvnen.'],
    ['Anne Moe, Barnehagen', 'Anne kjenner dere.'],
    ['Nina Foss, NAV', 'Nina kan hjelpe Tor.'],
  ] as const)
    await askForSeat(solveig, who, why)
  await leila.goto('/my/start')
  await expect(leila.getByText(/^Tor kan bestemme opptil 50.000.kr her og nå\.$/)).toBeVisible()
  await bringTrusted(leila, 'Torbjørn', coachsPhone)
  await expect(leila.getByText(/^Nå blir dere 9 ved bordet\. Er det riktig for deg\?/)).toBeVisible()
  for (const who of ['Siri Haug', 'Mona Vik', 'Anne Moe', 'Nina Foss']) {
    const asked = leila.getByRole('region', { name: `Vil du at ${who} skal sitte ved bordet?` })
    await asked.getByRole('button', { name: 'Ikke nå' }).click()
    await expect(asked).toHaveCount(0)
  }
  await expect(leila.getByText(/^Nå blir dere/)).toHaveCount(0)
  for (const who of ['Tor', 'Kari']) {
    await leila.getByRole('button', { name: `Ja til ${who}` }).click()
    await expect(leila.getByRole('button', { name: `Avslutt plassen til ${who}` })).toBeVisible()
  }
  await coachPromises(coach, coachsPhone)
  await leila.reload()
  await expect(leila.getByText('Trygghetsperson', { exact: true })).toBeVisible()
}
