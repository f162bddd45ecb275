import { expect, type Page } from '@playwright/test'
import { en } from '../web/src/texts/en/index.ts'
import { enLater } from '../web/src/texts/en/later.ts'
import { nb, nbLater } from '../web/src/texts/nb/index.ts'

/** Says to a page what another window of the same browser says when somebody chooses English there; the page stays where it is. */
export async function turnToEnglish(page: Page): Promise<void> {
  await page.evaluate(() => {
    const window = new BroadcastChannel('velferdslab.language')
    window.postMessage('en')
    window.close()
  })
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
}

/**
 * Every text of bokmål that English says otherwise, with anything at all in its holes. Of very short ones with holes ("{{a}} og {{b}}") any
 * sentence that somebody has written could be one.
 */
const norwegian = (async () => {
  const english = new Set(textsIn([en, ...(await loaded(enLater))]))
  return textsIn([nb, ...(await loaded(nbLater))])
    .filter((text) => !english.has(text) && (!hole().test(text) || lettersIn(text) >= 6))
    .map((text) => new RegExp(`^${text.split(hole()).map(escaped).join('.+')}$`, 'u'))
})()

function loaded(later: Readonly<Record<string, () => Promise<object>>>): Promise<object[]> {
  return Promise.all(Object.values(later).map((load) => load()))
}

/** What of the product's own words stands on a page in bokmål: to be read, or to be heard. What people have written is theirs. */
export async function leftInNorwegian(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const words = [document.title]
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const around = texts.currentNode.parentElement
      // Names and what people write stand in their own element. What has been told stays as it was told: it would be read aloud once more.
      if (around?.closest('bdi, [dir="auto"], .toast, [data-announcer]') === null)
        words.push(texts.currentNode.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title]'))
      for (const name of ['aria-label', 'placeholder', 'alt', 'title']) words.push(element.getAttribute(name) ?? '')
    return words.map((word) => word.trim())
  })
  const patterns = await norwegian
  return [...new Set(said)].filter((words) => patterns.some((pattern) => pattern.test(words)))
}

function textsIn(texts: unknown): string[] {
  return typeof texts === 'string' ? [texts] : Object.values(texts as object).flatMap(textsIn)
}

function hole(): RegExp {
  return /\{\{\w+\}\}|<[^>]+>/
}

function lettersIn(text: string): number {
  return text.split(hole()).join('').replace(/\P{L}/gu, '').length
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
