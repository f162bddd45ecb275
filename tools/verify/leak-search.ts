import { readIdentityNumber } from '@velferdslab/core/identity-number'

/** Whom one looks for: what must not stand in clear where nobody of them has any business. */
export interface Known {
  readonly numbers: readonly string[]
  readonly names: readonly string[]
  /** E-mail and telephone. */
  readonly contacts: readonly string[]
}

/** What was found, told without repeating it. */
export type Leak = 'an identity number' | 'a name' | 'an e-mail address or telephone number'

/** How a text is looked through. `numbers`: a dump, where names stand in clear by design. `all`: a log, an address, a file outside the database. */
export type LookedFor = 'numbers' | 'all'

/** Eleven digits that are a number of somebody's, in one or as people write them, and not a piece of more digits. */
const elevenDigits = /(?<![\d.-])(\d{6})[ \u00A0]?(\d{5})(?![\d-])/g
/** What is drawn at random holds eleven digits in a row now and then: ids, and hexadecimal of sealed bytes, which is looked at as the bytes it is. */
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const bytes = /\\x([0-9a-f]{2,})/g
/** A fingerprint of words (SHA-256): one in some thousands holds eleven digits that would do. */
const fingerprint = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g

/** @returns a function that says what of somebody stands in a text: each kind once */
export function prepareLeakSearch(known: Known): (text: string, lookedFor: LookedFor) => Leak[] {
  const numbers = known.numbers.flatMap((each) => [each, `${each.slice(0, 6)} ${each.slice(6)}`])
  const names = anyOf(known.names)
  const contacts = anyOf([...known.contacts, ...known.contacts.map(encodeURIComponent)])
  return (text, lookedFor) => {
    const found = new Set<Leak>()
    const plain = withoutChance(text)
    for (const [, first, rest] of plain.matchAll(elevenDigits))
      if (readIdentityNumber(`${first ?? ''}${rest ?? ''}`)) found.add('an identity number')
    if (numbers.some((each) => plain.includes(each))) found.add('an identity number')
    if (lookedFor === 'all') {
      const readable = `${plain} ${decoded(plain)}`
      if (names?.test(readable)) found.add('a name')
      if (contacts?.test(readable)) found.add('an e-mail address or telephone number')
    }
    return [...found]
  }
}

function withoutChance(text: string): string {
  return text
    .replaceAll(bytes, (_, hex: string) => ` ${Buffer.from(hex.slice(0, hex.length & ~1), 'hex').toString('latin1')} `)
    .replaceAll(fingerprint, ' ')
    .replaceAll(uuid, ' ')
}

/** An address as a reader would say it: a name hides no better for being encoded. */
function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}

/** Whole words only, whatever their letters: Tor is no part of history. */
function anyOf(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined
  const escaped = [...new Set(words)].map((each) => each.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${escaped.join('|')})(?![\p{L}\p{N}_])`, 'iu')
}
