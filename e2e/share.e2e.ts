import { fillIn, laySharing, openSharing, shareIt } from './share-words.ts'
import { desk, expect, phone, test } from './story.ts'

test.use({ story: 'share' })

test('the school hands two notes to the nurse on the mother’s yes; she sees it, stops, and only what is hers stays', async ({
  as,
}) => {
  const [solveig, amina, jonas, kari, mona] = await Promise.all([
    as('solveig', { size: desk }),
    as('amina', { size: phone }),
    as('jonas', { size: phone }),
    as('kari', { size: desk }),
    as('mona', { size: desk }),
  ])
  const notes = ['Jeg kommer til alle møtene på skolen.', 'Jeg vil lese bedre norsk.']
  await laySharing({ solveig, amina, jonas }, notes)

  await openSharing(kari, 'Hansen-Ali')
  await kari.getByRole('radio', { name: 'Helsestasjonen' }).check()
  await kari.getByRole('button', { name: 'Se over før du deler' }).click()
  await expect(kari.getByText(/^Noe mangler ennå: hva du vil dele/)).toBeVisible()
  await fillIn(kari, 'Helsestasjonen', notes)
  await shareIt(kari)
  await expect(kari.getByRole('heading', { name: /^Du delte med helsestasjonen/ })).toBeVisible()

  await openSharing(mona, 'Hansen-Ali')
  await expect(mona.getByRole('heading', { name: /^Kari delte fra skolen/ })).toBeVisible()
  await expect(mona.getByText(notes[0] as string).first()).toBeVisible()

  await amina.goto('/my/consents')
  await amina.getByRole('link', { name: 'Se hva som er delt' }).click()
  await expect(amina.getByRole('heading', { name: 'Kari fra skolen delte dette med helsestasjonen' })).toBeVisible()
  await expect(amina.getByText(/^Det bygger på ditt ja fra/)).toBeVisible()
  await amina.goBack()
  const told = 'Helsestasjonen har allerede fått to ting. De kan ikke tas tilbake.'
  await amina.getByRole('button', { name: 'Stopp all deling' }).click()
  await expect(amina.getByRole('dialog').getByText(told)).toBeVisible()
  await amina.getByRole('dialog').getByRole('button', { name: 'Ikke nå' }).click()
  await amina
    .getByRole('region', { name: 'Helsestasjonen' })
    .getByRole('button', { name: 'Stopp helsestasjonen' })
    .click()
  const asked = amina.getByRole('dialog')
  await expect(asked.getByText(told)).toBeVisible()
  await asked.getByRole('button', { name: 'Stopp helsestasjonen' }).click()
  await expect(asked.getByRole('status')).toBeVisible()

  await mona.reload()
  await expect(mona.getByRole('heading', { name: 'Vi finner ikke siden' })).toBeVisible()
  await amina.goto('/my/shares')
  await expect(amina.getByText(notes[1] as string)).toBeVisible()
  await expect(amina.getByText(/^Det bygger på ditt ja fra .* Jaet gjelder ikke lenger fra/)).toBeVisible()
})
