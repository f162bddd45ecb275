import type { Decided } from './refusal.ts'

/** What the rules need to know of a promise somebody is given a link to. */
export interface LinkedPromise {
  readonly doer: 'party' | 'member' | 'named'
  /** Its party is one private participant. */
  readonly isPrivate: boolean
  readonly isDone: boolean
  /** Somebody has a link to it now. */
  readonly hasLink: boolean
  /** Names of the family and of everybody in it, whole and as they are called. */
  readonly names: readonly { readonly name: string; readonly calledName: string }[]
  readonly familyName: string
}

/**
 * Whether a link is given to a promise. A service signs in, and a member has a page of their own: a link is for who was named in the plan, or is a
 * private participant. First names only: what is written for them holds no other name of the family.
 */
export function giveLink(promise: LinkedPromise, text: string): Decided<true> {
  if (promise.isDone || !(promise.doer === 'named' || (promise.doer === 'party' && promise.isPrivate)))
    return { refused: 'link-not-for-this' }
  if (promise.hasLink) return { refused: 'link-already-there' }
  const told = familyNameIn(text, promise)
  return told === undefined ? { done: true } : { refused: 'link-tells-name', values: { name: told } }
}

/** A name of theirs that is no first name, as it stands in a text; undefined when there is none. */
export function familyNameIn(text: string, of: Pick<LinkedPromise, 'names' | 'familyName'>): string | undefined {
  const called = new Set(of.names.flatMap(({ calledName }) => wordsOf(calledName)))
  const others = new Set(
    [of.familyName, ...of.names.map(({ name }) => name)].flatMap(wordsOf).filter((word) => !called.has(word)),
  )
  return [...text.normalize('NFC').matchAll(/[\p{L}\p{M}]+/gu)]
    .map(([word]) => word)
    .find((word) => others.has(plain(word)) || others.has(plain(word).replace(/s$/, '')))
}

/** Long enough to be a name, and its parts: whoever is called Hansen-Ali is recognised by either. */
function wordsOf(name: string): string[] {
  return [...name.normalize('NFC').matchAll(/[\p{L}\p{M}]+/gu)]
    .map(([word]) => plain(word))
    .filter((word) => word.length > 1)
}

function plain(word: string): string {
  return word.toLocaleLowerCase('nb')
}
