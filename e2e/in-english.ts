import { expect, type Page } from '@playwright/test'
import { en } from '../web/src/texts/en/index.ts'
import { agreement as agreementInEnglish } from '../web/src/texts/en/agreement.ts'
import { cloth as clothInEnglish } from '../web/src/texts/en/cloth.ts'
import { consent as consentInEnglish } from '../web/src/texts/en/consent.ts'
import { door as doorInEnglish } from '../web/src/texts/en/door.ts'
import { families as familiesInEnglish } from '../web/src/texts/en/families.ts'
import { journey as journeyInEnglish } from '../web/src/texts/en/journey.ts'
import { referral as referralInEnglish } from '../web/src/texts/en/referral.ts'
import { start as startInEnglish } from '../web/src/texts/en/start.ts'
import { wellbeing as wellbeingInEnglish } from '../web/src/texts/en/wellbeing.ts'
import { nb } from '../web/src/texts/nb/index.ts'
import { agreement } from '../web/src/texts/nb/agreement.ts'
import { cloth } from '../web/src/texts/nb/cloth.ts'
import { consent } from '../web/src/texts/nb/consent.ts'
import { door } from '../web/src/texts/nb/door.ts'
import { families } from '../web/src/texts/nb/families.ts'
import { journey } from '../web/src/texts/nb/journey.ts'
import { referral } from '../web/src/texts/nb/referral.ts'
import { start } from '../web/src/texts/nb/start.ts'
import { wellbeing } from '../web/src/texts/nb/wellbeing.ts'

/** Says to a page what another window of the same browser says when somebody chooses English there; the page stays where it is. */
export async function turnToEnglish(page: Page): Promise<void> {
  await page.evaluate(() => {
    const window = new BroadcastChannel('velferdslab.language')
    window.postMessage('en')
    window.close()
  })
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
}

const english = new Set(
  textsIn([
    en,
    agreementInEnglish,
    clothInEnglish,
    consentInEnglish,
    doorInEnglish,
    familiesInEnglish,
    journeyInEnglish,
    referralInEnglish,
    startInEnglish,
    wellbeingInEnglish,
  ]),
)
/**
 * Every text of bokmål that English says otherwise, with anything at all in its holes. Of very short ones with holes ("{{a}} og {{b}}") any
 * sentence that somebody has written could be one.
 */
const norwegian = textsIn([nb, agreement, cloth, consent, door, families, journey, referral, start, wellbeing])
  .filter((text) => !english.has(text) && (!hole().test(text) || lettersIn(text) >= 6))
  .map((text) => `^${text.split(hole()).map(escaped).join('.+')}$`)

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
  const patterns = norwegian.map((pattern) => new RegExp(pattern, 'u'))
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
