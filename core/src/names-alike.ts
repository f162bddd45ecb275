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
  if (!/\p{L}/u.test(name)) return []
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
const wordsAlike: Weigh = (one, other) => {
  const [a, b] = [soundOf(one), soundOf(other)]
  if (a === b) return 1
  // An initial stands for the name it begins.
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 0.8 : 0
  return 1 - distanceBetween(a, b) / Math.max(a.length, b.length)
}
type Weigh = (one: string, other: string) => number

/** Words less alike than this are two names. */
const sameWord = 0.66
/** Names less alike than this are two people's, whatever their birth days. */
const sameName = 0.82

/**
 * 0 to 1 for two whole names. Each word of the shorter name looks for its like in the longer; a middle name that one has and the other lacks, and another
 * order, count little. A first name that is another person's is another person.
 */
export function namesAlike(one: string, other: string): number {
  const words = wordsIn(one)
  return likeOf(words, wordsIn(other), soundsLike(words), wordsAlike)
}

function likeOf(
  a: readonly string[],
  b: readonly string[],
  soundsAlike: (other: readonly string[]) => boolean,
  alike: Weigh,
): number {
  if (a.length === 0 || b.length === 0) return 0
  if (soundsAlike(b)) return 1
  const core = (words: readonly string[]) => (words.length > 2 ? words.filter((word) => !between.has(word)) : words)
  const [one, other] = [core(a), core(b)]
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one]
  const left = [...more]
  const likes: number[] = []
  for (const word of fewer) {
    let best = 0
    let at = -1
    left.forEach((each, index) => {
      const like = alike(word, each)
      if (like > best) [best, at] = [like, index]
    })
    if (best < sameWord) return 0
    left.splice(at, 1)
    likes.push(best)
  }
  const weights = fewer.map((word) => word.length)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = likes.reduce((sum, like, at) => sum + like * (weights[at] ?? 0), 0) / total
  return mean * (1 - 0.04 * Math.min(left.length, 2)) * (fewer.length === 1 && more.length > 1 ? 0.7 : 1)
}

/** Letters that stand in every spelling of their sound: where these differ, nothing needs to be sounded out. */
const bones = (text: string): string => text.replaceAll(/[^bmnrl]+/g, '').replaceAll(/(.)\1+/g, '$1')

/** Whether another name sounds as this one does, wherever its words are parted. */
function soundsLike(words: readonly string[]): (other: readonly string[]) => boolean {
  const joined = words.join('')
  const [theseBones, sound] = [bones(joined), soundOf(joined)]
  return (other) => {
    const there = other.join('')
    return bones(there) === theseBones && soundOf(there) === sound
  }
}

/** Whether two names can be one person's. */
export function canBeOneName(one: string, other: string): boolean {
  return namesAlike(one, other) >= sameName
}

/**
 * How like one name is to each of very many: the same numbers as namesAlike and beginsLike, with what was worked out of a word kept until the last is
 * asked. A hundred thousand names are made of some ten thousand words.
 */
export function measureOf(typed: string): (name: string) => number {
  const words = wordsIn(typed)
  const soundsAlike = soundsLike(words)
  const wordsOf = kept(wordsIn)
  const alikeTo = new Map(words.map((word) => [word, kept((other: string) => wordsAlike(word, other))]))
  // Likeness is the same both ways: the word that was typed may be either.
  const alike: Weigh = (one, other) => alikeTo.get(one)?.(other) ?? alikeTo.get(other)?.(one) ?? 0
  const begins = typed
    .trim()
    .split(/\s+/)
    .map((token) => kept((part) => partBegins(token, part)))
  return (name) => {
    // Spaces part the words of a name; what else does is found within each.
    const tokens = name.split(/\s+/)
    const there = tokens.flatMap(wordsOf)
    if (there.length === 0) return 0
    const parts = name.includes('-') ? name.split(/[\s-]+/) : tokens
    let beginning = 1
    for (const likeOfPart of begins) {
      if (beginning === 0) break
      let best = 0
      for (const part of parts) best = Math.max(best, likeOfPart(part))
      beginning = Math.min(beginning, best)
    }
    return Math.max(likeOf(words, there, soundsAlike, alike), beginning)
  }
}

/** 0 to 1: a word that was typed begins a part of a name, or is it with a letter wrong. */
function partBegins(typed: string, part: string): number {
  if (!/\p{L}/u.test(part)) return 0
  return Math.max(namesAlike(typed, part), namesAlike(typed, [...part].slice(0, [...typed].length).join('')))
}

function kept<Answer>(work: (of: string) => Answer): (of: string) => Answer {
  const answers = new Map<string, Answer>()
  return (of) => {
    const before = answers.get(of)
    if (before !== undefined) return before
    const answer = work(of)
    answers.set(of, answer)
    return answer
  }
}
