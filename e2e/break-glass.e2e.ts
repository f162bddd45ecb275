import { dayInOslo } from '@velferdslab/core/dates'
import { people } from '../db/seed/fjordvik-people.ts'
import { nameSomebody, reason, sayWhy } from './break-glass-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'break-glass' })

test('in an emergency a family is opened for minutes, with a reason; nothing is taken along, and the mother reads who it was', async ({
  as,
}) => {
  const elias = people(dayInOslo(new Date())).find(({ persona }) => persona === 'elias')
  const mona = await as('mona', { size: desk })
  await mona.goto('/lab')
  await mona.getByRole('link', { name: 'Nødtilgang' }).click()

  // Too early it says what is missing; under another day there is nobody.
  await mona.getByRole('button', { name: 'Åpne nå' }).click()
  await expect(mona.getByRole('alert')).toContainText('hvordan du vil finne familien')
  await nameSomebody(mona, 'Elias Hansen Ali', '2001-01-01')
  await sayWhy(mona)
  await mona.getByRole('button', { name: 'Åpne nå' }).click()
  await expect(mona.getByRole('alert')).toContainText('Vi finner ingen du kan åpne')

  // The banner goes along to every page; on the cloth there is the home and no paper.
  await nameSomebody(mona, 'Elias Hansen Ali', elias?.born ?? '')
  await mona.getByRole('button', { name: 'Åpne nå' }).click()
  const banner = mona.getByRole('region', { name: 'Nødtilgang' })
  await expect(banner).toContainText('Du leser om Hansen-Ali med nødtilgang: bolig.')
  await mona.goto(`${mona.url()}/cloth`)
  await expect(mona.getByText('Bolig').first()).toBeVisible()
  await expect(banner.getByRole('button', { name: 'Avslutt innsyn nå' })).toBeVisible()
  await expect(mona.getByRole('button', { name: 'Skriv ut' })).toHaveCount(0)

  // Amina reads it at home, and not the reason.
  const amina = await as('amina', { size: phone })
  await amina.goto('/my')
  await amina.getByRole('link', { name: 'Se hva som er delt' }).click()
  await expect(amina.getByText('Mona Vik (Helsestasjonen) bruker nødtilgang nå og kan lese om bolig.')).toBeVisible()
  await expect(amina.getByText(reason)).toHaveCount(0)

  // It is ended, and the page is nobody's again.
  const cloth = mona.url()
  await banner.getByRole('button', { name: 'Avslutt innsyn nå' }).click()
  await expect(banner).toHaveCount(0)
  await mona.goto(cloth)
  await expect(mona.getByText('Vi finner ikke siden', { exact: false }).first()).toBeVisible()

  // Who answers for it is told on the first page they come to.
  const geir = await as('geir', { size: desk })
  await geir.goto('/lab')
  await geir.getByRole('link', { name: 'Se på det' }).click()
  await expect(geir.getByText(reason)).toBeVisible()
  await geir.getByRole('radio', { name: 'Ja, det var nødvendig' }).check()
  await geir.getByRole('textbox', { name: 'Hva fant du ut?' }).fill('Det hastet, og hun leste bare om boligen.')
  await geir.getByRole('button', { name: 'Lagre' }).click()
  await expect(geir.getByText('Geir Holm', { exact: false }).last()).toBeVisible()
  await expect(geir.getByRole('link', { name: 'Se på det' })).toHaveCount(0)
})
