/** A Norwegian or foreign telephone number as people write it: digits and spaces, a plus in front at most. No schema, so that a page can ask too. */
export function isTelephone(text: string): boolean {
  return /^\+?[\d ]{8,20}$/.test(text.trim())
}
