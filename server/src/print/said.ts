/**
 * Somebody's words, ready for paper: lines, the direction they read in, and their language as far as the letters tell.
 * They stay data all the way: the template sets them as strings and never reads them as markup.
 */
export type Said = { lines: string[]; rtl: boolean; lang: 'nb' | 'und'; hyphenate: boolean; endless: boolean }

/** Notes are few words, and hyphens make them restless: only words longer than this are divided, by the language's rules. */
const longestWhole = 19
/** What is longer still (an address, a slip of the keyboard) may break every few letters, or it would run out of a narrow cell. */
const longestUnbroken = 28
const lettersTogether = 6
/** More lines than this stand one after the other, with a stroke between, or a note could grow taller than its page. */
const mostLines = 12
const mayBreakHere = '\u200b'

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
// Control characters have no look on paper, and half a surrogate pair is no letter. Line breaks have been split off before.
const looksLikeNothing = /[\p{Cc}\p{Cs}]/gu

export function said(text: string): Said {
  const words = text
    .normalize('NFC')
    .replaceAll('\t', ' ')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(looksLikeNothing, '').split(' '))
  const longest = Math.max(...words.flat().map((word) => word.length))
  // The first letter decides, as dir="auto" does in a browser.
  const first = /\p{L}/u.exec(text)?.[0] ?? 'a'
  const lines = words.map((line) => line.map(breakable).join(' '))
  return {
    lines: lines.length > mostLines ? [lines.filter((line) => line !== '').join(' / ')] : lines,
    rtl: rightToLeft.test(first),
    lang: /\p{Script=Latin}/u.test(first) ? 'nb' : 'und',
    hyphenate: longest > longestWhole,
    endless: longest > longestUnbroken,
  }
}

function breakable(word: string): string {
  if (word.length <= longestUnbroken) return word
  const letters = [...new Intl.Segmenter('nb').segment(word)].map(({ segment }) => segment)
  return letters
    .map((letter, index) => (index > 0 && index % lettersTogether === 0 ? mayBreakHere + letter : letter))
    .join('')
}
