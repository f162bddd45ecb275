/**
 * Whether two names can be one person's. Norwegian, Sámi and foreign names are written in many ways (Aase and Åse, Bjoern and Bjørn, Ánne and Anne,
 * Mohammed and Muhammad), and people type wrong. It gives a hint that somebody answers; nothing is joined by it.
 */

/** Letters that a plain decomposition leaves as they are, and those that are written as two. */
const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ä: 'ae',
  ö: 'oe',
  ü: 'y',
  đ: 'd',
  ŋ: 'n',
  ŧ: 't',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  þ: 'th',
  ð: 'd',
}

/** Sounds that are written in several ways; the shortest of them stands for all. Longer spellings first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ae/g, 'e'],
  [/oe/g, 'o'],
  [/aa/g, 'a'],
  [/ch|ck|kh|q|c/g, 'k'],
  [/sch|sh|sj|sz/g, 's'],
  [/ph/g, 'f'],
  [/th|dt/g, 't'],
  [/dh/g, 'd'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/h(?=[aeiou])/g, 'h'],
  [/(?<=[aeiouknrltg])h(?![aeiou])/g, ''],
  [/(.)\1+/g, '$1'],
]

/** Words that stand between names and are left out as often as not. */
const between = new Set(['von', 'van', 'de', 'den', 'der', 'bin', 'ibn', 'abu', 'ter'])

/** The words of a name in plain small letters: accents off, æ ø å spelled out, hyphens and apostrophes apart. */
function wordsIn(name: string): string[] {
  const small = name.toLocaleLowerCase('nb').normalize('NFC')
  const plain = [...small].map((letter) => spelled[letter] ?? letter).join('')
  return plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´]|(?<=\b[ae]l)-/gu, '')
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
}

function soundOf(word: string): string {
  return sounds.reduce((heard, [written, sound]) => heard.replace(written, sound), word)
}

/**
 * How many letters must be put in, taken out, changed or swapped with the next to make one word of the other (Damerau-Levenshtein, each pair of
 * letters swapped once at most).
 */
export function distanceBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** 0 (nothing alike) to 1 (the same), for two words as they sound. */
function wordsAlike(one: string, other: string): number {
  const [a, b] = [soundOf(one), soundOf(other)]
  if (a === b) return 1
  // An initial stands for the name it begins.
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 0.8 : 0
  return 1 - distanceBetween(a, b) / Math.max(a.length, b.length)
}

/** Words less alike than this are two names. */
const sameWord = 0.66
/** Names less alike than this are two people's, whatever their birth days. */
const sameName = 0.82

/**
 * 0 to 1 for two whole names. Each word of the shorter name looks for its like in the longer; a middle name that one has and the other lacks, and another
 * order, count little. A first name that is another person's is another person.
 */
export function namesAlike(one: string, other: string): number {
  const [a, b] = [wordsIn(one), wordsIn(other)]
  if (a.length === 0 || b.length === 0) return 0
  if (soundOf(a.join('')) === soundOf(b.join(''))) return 1
  const core = (words: string[]) => (words.length > 2 ? words.filter((word) => !between.has(word)) : words)
  const [fewer, more] = [core(a), core(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  const left = [...more]
  const likes = fewer.map((word) => {
    let best = 0
    let at = -1
    left.forEach((each, index) => {
      const like = wordsAlike(word, each)
      if (like > best) [best, at] = [like, index]
    })
    if (at >= 0) left.splice(at, 1)
    return best
  })
  if (likes.some((like) => like < sameWord)) return 0
  const weights = fewer.map((word) => word.length)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = likes.reduce((sum, like, at) => sum + like * (weights[at] ?? 0), 0) / total
  return mean * (1 - 0.04 * Math.min(left.length, 2)) * (fewer.length === 1 && more.length > 1 ? 0.7 : 1)
}

/** Whether two names can be one person's. */
export function canBeOneName(one: string, other: string): boolean {
  return namesAlike(one, other) >= sameName
}
