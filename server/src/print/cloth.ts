import { press } from './press.ts'
import { sheetOf, type ClothPrint } from './sheet.ts'

/**
 * The cloth on paper, as a tagged PDF (PDF/UA-1): landscape; A3 and A1 on one sheet as long as it fits, A4 on the two sides of
 * one. More notes than fit go on to further pages. Empty (`blank`), it has all nine areas and lines to write on by hand.
 *
 * Prints exactly the notes it is given: whose notes may stand on this paper is the caller's matter.
 * Throws `MissingGlyph` (press.ts) when a letter is in none of the fonts.
 */
export function printCloth(input: ClothPrint): Promise<Uint8Array> {
  return press('cloth.typ', sheetOf(input))
}
