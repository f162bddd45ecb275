import { birthDigitsOf } from './identity-number.ts'
import type { PrivacyWord } from './privacy-word.ts'

/**
 * What in a text may be more than those who read it need: looked for in the browser before more than its writer reads it (scenario 76). It asks, and
 * never stops anybody: the words are theirs, and a machine knows too little. Nothing of the text leaves the page for it.
 */
export const privacyKinds = ['identity-number', 'telephone', 'address', 'diagnosis', 'drugs'] as const
export type PrivacyKind = (typeof privacyKinds)[number]

export interface PrivacyFinding {
  readonly kind: PrivacyKind
  /** What was found, as it stands in the text. */
  readonly said: string
}

/** Each kind at most once, in the order of the list: one question is enough. */
export function findPrivate(text: string, words: readonly PrivacyWord[]): PrivacyFinding[] {
  const plain = text.normalize('NFC').replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
  const found = [
    ...identityNumbers(plain).map((said) => ({ kind: 'identity-number' as const, said })),
    ...telephones(plain).map((said) => ({ kind: 'telephone' as const, said })),
    ...addresses(plain).map((said) => ({ kind: 'address' as const, said })),
    ...listedWords(plain, words),
  ]
  return privacyKinds.flatMap((kind) => found.find((each) => each.kind === kind) ?? [])
}

/** Eleven digits that begin with a birth day, in one or as people part them. Four, two and five is how a bank account is written. */
function identityNumbers(text: string): string[] {
  return matches(text, /(?<![\d.,-])\d{6}[ -]?\d{5}(?![\d-])|(?<![\d.,-])\d{2}[. ]\d{2}[. ]\d{2}[. -]\d{5}(?!\d)/g)
    .filter(({ said }) => birthDigitsOf(said.replaceAll(/\D/g, '')) !== undefined)
    .filter(({ before }) => !/konto(?:en|nummer(?:et)?|nr\.?)?\W*$/i.test(before))
    .map(({ said }) => said)
}

const numbersOfOtherThings =
  /(?:\b(?:kr|nok|konto\w*|kid\w*|sak|saka|saken|saks\w*|arkiv\w*|ref\w*|org\w*|faktura\w*|ordre\w*|polise\w*|løpe\w*|journal\w*|kode\w*|kortnummer\w*|avtale(?:nummer|nr)\w*|kunde\w*|måler\w*)\.?[ :-]*(?:nr\.?|nummer|er)?[ :]*)$/i
const sums = /^\s*(?:,-|,\d|kr\b|kroner|nok\b|%|prosent|mill|meter|km|kwh|kg|liter|stk|øre|steg|skritt)/i

/** Eight digits as a Norwegian number is written, with or without the country. Sums, dates and numbers of cases are other things. */
function telephones(text: string): string[] {
  const pattern =
    /(?<![\d.,/-])(?:(?:\+|00)47[ ]?)?(?:[2-9]\d{7}|[2-9]\d \d{2} \d{2} \d{2}|[2-9]\d{2} \d{2} \d{3}|[2-9]\d{3} \d{4})(?![\d/]|[ .,-]\d)/g
  return matches(text, pattern)
    .filter(({ said, before, after }) => {
      if (said.startsWith('+') || said.startsWith('00')) return true
      const digits = said.replaceAll(/\D/g, '')
      if (sums.test(after) || numbersOfOtherThings.test(before)) return false
      return digits !== said || !isDay(digits)
    })
    .map(({ said }) => said)
}

/** 20261124 and 24112026 are days. */
function isDay(digits: string): boolean {
  const fits = (year: string, month: string, day: string) =>
    /^(?:19|20)\d\d$/.test(year) && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return (
    fits(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)) ||
    fits(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2))
  )
}

const ways =
  'veien|vegen|vei|veg|gata|gaten|gate|bakken|allé|alleen|plassen|plass|terrasse|stien|svingen|tunet|haugen|kroken|ringen|lia'
const notHouses =
  /^\s*(?:ganger|gonger|dag|uke|veke|måned|år|time|min|sek|kr|kroner|km|mil|meter|m\b|prosent|%|barn|personer|stk|av\b|i\b uka)/i

/** A street and the number of a house. Whose it is nobody here can know: that is the question. */
function addresses(text: string): string[] {
  const capital = String.raw`\p{Lu}[\p{L}.'-]*`
  const joined = new RegExp(
    String.raw`(?<![\p{L}\d])${capital}(?:${ways})\s\d{1,4}\s?[A-Ha-h]?(?![\p{L}\d.,]\d|[\p{L}\d:])`,
    'gu',
  )
  const apart = new RegExp(
    String.raw`(?<![\p{L}\d])${capital}(?:\s${capital})?\s(?:${ways})\s\d{1,4}\s?[A-Ha-h]?(?![\p{L}\d.,]\d|[\p{L}\d:])`,
    'gu',
  )
  return [...matches(text, joined), ...matches(text, apart)]
    .filter(({ after }) => !notHouses.test(after))
    .map(({ said }) => said)
}

/** How a word may end and be the same word, in bokmål and nynorsk. */
const endings = '(?:en|a|et|ene|ane|er|ar|s|ens|ets|n|t)?'

/** A word of the list, whole and as it is inflected; with a star also as the beginning of a longer word, with an exclamation mark only as it stands. */
function listedWords(text: string, words: readonly PrivacyWord[]): PrivacyFinding[] {
  return words.flatMap(({ word, kind }) => {
    const stem = word.replace(/[*!]$/, '').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    const rest = word.endsWith('*') ? String.raw`\p{L}*` : word.endsWith('!') ? '' : endings
    const [first] = matches(text, new RegExp(String.raw`(?<![\p{L}\d#@])${stem}${rest}(?![\p{L}\d])`, 'giu'))
    return first ? [{ kind, said: first.said }] : []
  })
}

function matches(text: string, pattern: RegExp): { said: string; before: string; after: string }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    said: match[0],
    before: text.slice(Math.max(0, match.index - 24), match.index),
    after: text.slice(match.index + match[0].length, match.index + match[0].length + 16),
  }))
}
