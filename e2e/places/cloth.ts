import { expect, type Page } from '@playwright/test'
import { beginNote, choose, note, openClothOf, openMyCloth, putOnCloth, unfold } from '../cloth-words.ts'
import { desk } from '../story.ts'
import type { Place, Town } from './place.ts'

const folds = [
  'Det vi er gode på',
  'Det vi drømmer om',
  'Det som er vanskelig',
  'Bolig',
  'Arbeid',
  'Hva gjør vi for å lykkes?',
  'Folk rundt oss',
]

/** Amina's own cloth with everything unfolded. */
async function cloth({ as, size, wide }: Town): Promise<Page> {
  const page = await as('amina', { size })
  await page.goto('/my/cloth')
  await page.getByRole('list', { name: 'Her nå' }).waitFor()
  if (!wide) for (const fold of folds) await unfold(page, fold)
  return page
}

export const myClothPlaces: readonly Place[] = [
  {
    is: 'the cloth, folded',
    only: 'phone',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await openMyCloth(page)
      return page
    },
  },
  { is: 'the cloth, filled', go: cloth },
  {
    is: 'the cloth, with the people around as a list',
    only: 'desk',
    async go(town) {
      const page = await cloth(town)
      await page.getByText('Vis som liste').click()
      await page.getByRole('button', { name: 'Skriv inn en person' }).waitFor()
      return page
    },
  },
  {
    is: 'the cloth, the menu of a note open',
    async go(town) {
      const page = await cloth(town)
      await page.getByRole('button', { name: /^Mer om lappen: Et tørt hjem/ }).click()
      await page.getByRole('button', { name: 'Slett', exact: true }).waitFor()
      return page
    },
  },
  {
    is: 'the cloth, asked what to print',
    async go(town) {
      const page = await cloth(town)
      await page.getByRole('button', { name: 'Skriv ut' }).click()
      await page.getByRole('link', { name: 'Duken slik den står, A3' }).waitFor()
      return page
    },
  },
  {
    is: 'the cloth, asked how much to hear of others',
    async go(town) {
      const page = await cloth(town)
      await page.getByRole('button', { name: 'Andres endringer' }).click()
      await page.getByRole('checkbox', { name: /^Ro/ }).waitFor()
      return page
    },
  },
  {
    is: 'the cloth in the calm, with something that waits',
    async go(town) {
      const page = await cloth(town)
      await page.getByRole('button', { name: 'Andres endringer' }).click()
      await page.getByRole('checkbox', { name: /^Ro/ }).check()
      await page.keyboard.press('Escape')
      const solveig = await town.as('solveig', { size: desk })
      await openClothOf(solveig, 'Hansen-Ali')
      await (await beginNote(solveig, 'Det som er vanskelig')).fill('Det er langt til bussen.')
      await putOnCloth(solveig)
      await page.getByText(/^Ro er på\. .* venter\.$/).waitFor()
      return page
    },
  },
  {
    is: 'a note being written in its place, with everything open',
    only: 'desk',
    async go(town) {
      const page = await cloth(town)
      const field = await beginNote(page, 'Bolig, dette gjør vi nå')
      await page.getByRole('button', { name: /^Hvem den handler om/ }).click()
      await field.fill('Ringe om leiligheten')
      await page.getByText('Lagret', { exact: true }).waitFor()
      return page
    },
  },
  {
    is: 'a note that is only mine, being written',
    async go(town) {
      const page = await cloth(town)
      const field = await beginNote(page, 'Det som er vanskelig')
      if (town.wide) await page.getByRole('button', { name: /^Hvem den handler om/ }).click()
      await page.getByRole('checkbox', { name: /^Bare mitt/ }).check()
      await field.fill('Bare for meg')
      return page
    },
  },
  {
    is: 'the sheet for a new note, put on the cloth without a place',
    async go(town) {
      const page = await cloth(town)
      await page.getByRole('button', { name: 'Skriv en lapp' }).click()
      await page.getByRole('textbox', { name: /^Hva vil du si/ }).fill('Noe viktig')
      await page.getByRole('button', { name: 'Legg på duken' }).click()
      await page.getByText('Velg hvor på duken lappen skal stå. Teksten er tatt vare på.').waitFor()
      return page
    },
  },
  {
    is: 'the sheet for a new note, in an area',
    async go(town) {
      const page = await cloth(town)
      await page.getByRole('button', { name: 'Skriv en lapp' }).click()
      await page.getByLabel('Hvor på duken?').selectOption('Økonomi')
      await page.getByRole('radio', { name: 'Kort sikt' }).check()
      await page.getByLabel('Hvem gjør det?').waitFor()
      return page
    },
  },
  {
    is: 'the sheet for a person around us',
    async go(town) {
      const page = await cloth(town)
      await page.getByRole('button', { name: 'Skriv en lapp' }).click()
      await page.getByLabel('Hvor på duken?').selectOption('Folk rundt oss')
      await page.getByLabel('Fornavn').fill('Mariam')
      await page.getByRole('group', { name: 'Hvor nær?' }).waitFor()
      return page
    },
  },
  {
    is: 'the sheet for moving a note',
    async go(town) {
      const page = await cloth(town)
      await choose(page, 'Et tørt hjem', 'Flytt')
      await page.getByRole('dialog', { name: 'Flytt lappen' }).waitFor()
      return page
    },
  },
  {
    is: 'the question before a note is erased',
    async go(town) {
      const page = await cloth(town)
      await choose(page, 'Et tørt hjem', 'Slett')
      await page.getByRole('dialog', { name: 'Slette lappen?' }).waitFor()
      return page
    },
  },
  {
    is: 'a note just moved, with the way to undo it',
    async go(town) {
      const page = await cloth(town)
      await choose(page, 'En trygg jobb', 'Flytt')
      await page.getByLabel('Hvor på duken?').selectOption('Det vi er gode på')
      await page.getByRole('button', { name: 'Flytt hit' }).click()
      await page.getByRole('button', { name: 'Angre' }).waitFor()
      return page
    },
  },
  {
    is: 'notes that others hold, with the menu of one open',
    async go(town) {
      const page = await cloth(town)
      const jonas = await town.as('jonas', { size: desk })
      await openMyCloth(jonas)
      // Where the open menu covers whole buttons, and not half of one.
      const [cell, words] = town.wide ? ['Hva gjør vi', 'Vi sier fra'] : ['Det som er vanskelig', 'Regningene']
      await choose(jonas, words, 'Endre')
      const field = jonas.getByRole('textbox', { name: new RegExp(`^Lapp: ${cell}`) })
      // The note stays in his hands for as long as the page is looked at.
      void field
        .pressSequentially(' og de kommer alltid på en fredag, når ingen svarer på telefonen'.repeat(4), { delay: 250 })
        .catch(() => undefined)
      await page.getByText('Jonas skriver. Lappen er låst så lenge.').waitFor()
      await page.getByRole('button', { name: new RegExp(`^Mer om lappen: ${words}`) }).click()
      await page.getByText('Jonas skriver på lappen nå.').filter({ visible: true }).first().waitFor()
      return page
    },
  },
  {
    is: 'the cloth without a network, a note waiting',
    onlyNorwegian: 'without a network no other language can be fetched',
    async go(town) {
      const page = await cloth(town)
      await page.context().setOffline(true)
      await (await beginNote(page, 'Det vi drømmer om')).fill('En balkong med sol')
      await putOnCloth(page)
      await expect(note(page, 'En balkong med sol')).toContainText('ikke sendt ennå')
      await page.getByText(/^Du er uten nett\./).waitFor()
      return page
    },
  },
  {
    is: 'two texts of one note, beside each other',
    async go(town) {
      const page = await cloth(town)
      await page.context().setOffline(true)
      await choose(page, 'Vi må fortelle', 'Endre')
      await page
        .getByRole('textbox', { name: /^(Lapp: Det som er vanskelig|Hva vil du si)/ })
        .fill('Amina skriver dette.')
      await putOnCloth(page)
      const jonas = await town.as('jonas', { size: desk })
      await openMyCloth(jonas)
      await choose(jonas, 'Vi må fortelle', 'Endre')
      await jonas.getByRole('textbox', { name: /^Lapp: Det som er vanskelig/ }).fill('Jonas skriver dette.')
      await putOnCloth(jonas)
      await expect(note(jonas, 'Jonas skriver dette.')).toBeVisible()
      await page.context().setOffline(false)
      await page.getByRole('button', { name: 'Behold begge' }).waitFor()
      return page
    },
  },
  {
    is: 'texts kept from before the browser fell',
    async go(town) {
      const page = await cloth(town)
      await page.getByRole('button', { name: 'Skriv en lapp' }).click()
      await page.getByRole('textbox', { name: /^Hva vil du si/ }).fill('En tekst uten plass')
      await page.getByRole('button', { name: 'Lukk' }).click()
      await page.getByRole('heading', { name: 'Tekster som ikke er sendt' }).waitFor()
      return page
    },
  },
  {
    is: 'the cloth, empty',
    async go({ as, size, wide }) {
      const page = await as('magda', { size })
      await openMyCloth(page)
      if (!wide) for (const fold of ['Det vi er gode på', 'Arbeid']) await unfold(page, fold)
      for (const words of ['Oskar er flink med dyr.', 'To deltidsjobber.']) {
        await choose(page, words, 'Slett')
        await page.getByRole('button', { name: 'Ja, slett lappen' }).click()
        await expect(page.getByText(words)).toHaveCount(0)
      }
      return page
    },
  },
]
