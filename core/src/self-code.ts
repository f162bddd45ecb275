/**
 * The code somebody comes back with who has no account: read aloud, written on paper, typed on another phone. It stands apart from the schemas, so that the page
 * that shows it need not fetch them.
 */

/** Letters and digits that are not mistaken for one another on paper or aloud: no I, L, O or U. Five bits each. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeSigns = 16

/** The code she comes back with: 80 bits (REQ-42 asks for 60), as sixteen signs. */
export function selfCodeOf(bytes: Uint8Array): string {
  const all = Array.from(bytes.subarray(0, 10), (byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: codeSigns }, (_, at) => signs[parseInt(all.slice(at * 5, at * 5 + 5), 2)]).join('')
}

/** A code as somebody has typed it, in capitals or not, with lines or spaces, and with the letters that look like digits; undefined when it is none. */
export function readSelfCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s–-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return plain.length === codeSigns && [...plain].every((sign) => signs.includes(sign)) ? plain : undefined
}

/** In fours, as it is shown and written down. */
export function showSelfCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}
