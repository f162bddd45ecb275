import { isLanguage, languageCookie, type Language } from '@velferdslab/core/language'
import { showLanguage, shownLanguage } from './i18n.ts'

/** Each language by its own name. */
export const languageNames: Record<Language, string> = { nb: 'Bokmål', en: 'English' }

const yearInSeconds = 365 * 24 * 60 * 60
const channel = 'velferdslab.language'

/** Shows a language here and in this browser's other windows, and keeps the choice for a year (docs/decisions/0012-language.md). */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language)
  if (language !== shownLanguage()) return
  const onlySafely = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${languageCookie}=${language}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax${onlySafely}`
  const others = new BroadcastChannel(channel)
  others.postMessage(language)
  others.close()
}

/** Windows of one browser speak one language: what is chosen in one is shown in all. */
export function followOtherWindows(): void {
  new BroadcastChannel(channel).onmessage = ({ data }: MessageEvent<unknown>) => {
    // Without its texts (no network) a window goes on in the language it has.
    if (isLanguage(data)) void showLanguage(data).catch(() => undefined)
  }
}
