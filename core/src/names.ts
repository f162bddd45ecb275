/**
 * A person's name in its parts, guessed as little as possible (docs/domain.md): what they are called is the first word, until they say otherwise.
 */
export function calledNameOf(name: string): string {
  return wordsOf(name)[0] ?? name
}

/** Two letters at most, of the first and the last word: "AA" for Amina Ali. */
export function initialsOf(name: string): string {
  const words = wordsOf(name)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('nb') ?? '').join('')
}

/** What a family is called before it has said it itself: the last word of the name of the one who said yes. */
export function familyNameOf(name: string): string {
  return wordsOf(name).at(-1) ?? name
}

function wordsOf(name: string): string[] {
  return name.trim().split(/\s+/).filter(Boolean)
}
