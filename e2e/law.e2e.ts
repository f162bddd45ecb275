import { inDays, letMonaRead, necessity, openLawOf, report, seen } from './law-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'law' })

test('a worry is reported and seen by two; one person is let read by law, and the family is told who, what and which law', async ({
  as,
}) => {
  // Tor reports. Too early it says what is missing; nothing is chosen beforehand.
  const tor = await as('tor', { size: desk })
  await openLawOf(tor, 'Hansen-Ali')
  await tor.getByRole('radio', { name: 'Melde fra til barnevernstjenesten', exact: true }).check()
  await tor.getByRole('button', { name: 'Send meldingen' }).click()
  await expect(tor.getByRole('alert')).toContainText('hvilken bestemmelse, hvilke barn')
  await expect(tor.getByText('Bare du og Siri Haug (barnevernet) ser meldingen.')).toBeVisible()
  await report(tor)

  // Who receives reads it, takes it on, and tells Amina alone.
  const siri = await as('siri', { size: phone })
  await siri.goto('/lab')
  await siri.getByRole('link', { name: 'Meldt og åpnet etter loven' }).click()
  await expect(siri.getByText(seen)).toBeVisible()
  await siri.getByRole('button', { name: 'Jeg har lest den og tar den videre' }).click()
  await expect(siri.getByText('Siri Haug tok imot', { exact: false })).toBeVisible()
  await siri.getByRole('button', { name: 'Fortell en i familien' }).click()
  await siri.getByRole('radio', { name: 'Amina' }).check()
  const words = 'NAV har meldt fra om Noor. Jeg ringer deg i morgen klokka ni.'
  await siri.getByRole('textbox', { name: 'Hva vil du si?' }).fill(words)
  await siri.getByRole('button', { name: 'Fortell', exact: true }).click()
  await expect(siri.getByText('Amina har fått vite det.')).toBeVisible()

  // Solveig, who leads, finds nothing of it; she lets Mona read about the home, and Mona reads that alone.
  const solveig = await as('solveig', { size: desk })
  await solveig.goto('/lab/law')
  await expect(solveig.getByText('Ingenting her')).toBeVisible()
  await openLawOf(solveig, 'Hansen-Ali')
  await letMonaRead(solveig, inDays(5))
  const mona = await as('mona', { size: desk })
  await mona.goto('/lab/law')
  await expect(mona.getByText(necessity)).toBeVisible()
  await mona.getByRole('link', { name: 'Åpne familien' }).click()
  await expect(mona.getByRole('heading', { level: 1, name: /Hansen-Ali/ })).toBeVisible()

  // Amina reads both at home; Jonas reads the one, and nothing of the other.
  const amina = await as('amina', { size: phone })
  await amina.goto('/my')
  await amina.getByRole('link', { name: 'Se hva som er delt' }).click()
  await expect(amina.getByText('Mona Vik (Helsestasjonen) kan lese om bolig.')).toBeVisible()
  await expect(amina.getByText(words)).toBeVisible()
  await expect(amina.getByText(necessity)).toHaveCount(0)
  const jonas = await as('jonas', { size: phone })
  await jonas.goto('/my/shared')
  await expect(jonas.getByText('Mona Vik (Helsestasjonen) kan lese om bolig.')).toBeVisible()
  await expect(jonas.getByText('meldte fra')).toHaveCount(0)
})
