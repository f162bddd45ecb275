import type { Page } from '@playwright/test'
import { beginNote, choose, note, putOnCloth, unfold } from '../cloth-words.ts'
import { withoutAnswer, type Place, type Town } from './place.ts'

/** What stands beside a note, and everything about me. */
async function aboutMe({ as, size }: Town): Promise<Page> {
  const page = await as('amina', { size })
  await page.goto('/my/about-me')
  await page.getByRole('button', { name: 'Hent alt om meg' }).waitFor()
  return page
}

export const aboutMePlaces: readonly Place[] = [
  { is: 'everything about me', go: aboutMe },
  {
    is: 'everything about me, on its way',
    async go(town) {
      const page = await aboutMe(town)
      await withoutAnswer(page, '**/api/my-data', 'waits')
      await page.getByRole('button', { name: 'Hent alt om meg' }).click()
      await page.getByText('Vi samler det som står om deg.').waitFor()
      return page
    },
  },
  {
    is: 'everything about me, that could not be fetched',
    async go(town) {
      const page = await aboutMe(town)
      await withoutAnswer(page, '**/api/my-data', 'lost')
      await page.getByRole('button', { name: 'Hent alt om meg' }).click()
      await page.getByRole('alert').waitFor()
      return page
    },
  },
]

/** Amina's cloth, where what is difficult stands. */
async function cloth({ as, size, wide }: Town): Promise<Page> {
  const page = await as('amina', { size })
  await page.goto('/my/cloth')
  await page.getByRole('list', { name: 'Her nå' }).waitFor()
  if (!wide) await unfold(page, 'Det som er vanskelig')
  return page
}

/** A note that nobody else who comes here strikes or changes. @returns its words */
async function ownNote(page: Page): Promise<string> {
  const words = `${Date.now() % 1_000_000} kroner er feil tall`
  const field = await beginNote(page, 'Det som er vanskelig')
  await field.fill(words)
  await putOnCloth(page)
  return words
}

const jonasWrote = 'Regningene kommer før pengene.'

export const besideNotePlaces: readonly Place[] = [
  {
    is: 'the cloth, asked why a note is struck, too early',
    async go(town) {
      const page = await cloth(town)
      await choose(page, await ownNote(page), 'Stryk lappen')
      await page.getByRole('button', { name: 'Ja, stryk lappen' }).click()
      await page.getByText('Velg hvorfor lappen skal strykes.').waitFor()
      return page
    },
  },
  {
    is: 'the cloth, a correction being written',
    async go(town) {
      const page = await cloth(town)
      if (!town.wide) await unfold(page, 'Hva gjør vi for å lykkes?')
      await choose(page, 'Vi sier fra med en gang noe glipper.', 'Skriv min rettelse')
      await page.getByLabel('Jeg er ikke enig:').fill('Ikke alltid.')
      return page
    },
  },
  {
    is: 'the cloth, a note struck and unfolded, another with a correction beside',
    async go(town) {
      const page = await cloth(town)
      const words = await ownNote(page)
      await choose(page, words, 'Stryk lappen')
      await page.getByRole('radio', { name: 'Det som står, er feil' }).check()
      await page.getByRole('button', { name: 'Ja, stryk lappen' }).click()
      await note(page, words).getByText('Vis det som sto').click()
      await page.getByText(words).waitFor()
      // Once for each version of the words: whoever comes here a second time finds it.
      if ((await note(page, jonasWrote).getByText('Amina er ikke enig:').count()) === 0) {
        await choose(page, jonasWrote, 'Skriv min rettelse')
        await page.getByLabel('Jeg er ikke enig:').fill('De kommer samme dag.')
        await page.getByRole('button', { name: 'Legg rettelsen ved lappen' }).click()
      }
      await page.getByText('Amina er ikke enig:').first().waitFor()
      return page
    },
  },
]
