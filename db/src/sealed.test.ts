import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openWords, SealBroken, sealWords, type Place } from './sealed.ts'

const place: Place = { municipality: 'm', family: 'f', table: 'note', column: 'sealed', row: 'r' }

describe('the seal', () => {
  it('does not open under another key', () => {
    const { sealed } = sealWords(randomBytes(32), place, 'ord')
    expect(() => openWords(randomBytes(32), place, sealed)).toThrow(SealBroken)
  })
  it.each(['municipality', 'family', 'table', 'column', 'row'] as const)(
    'does not open when moved to another %s (REQ-79)',
    (part) => {
      const key = randomBytes(32)
      const { sealed } = sealWords(key, place, 'ord')
      expect(() => openWords(key, { ...place, [part]: 'x' }, sealed)).toThrow(SealBroken)
    },
  )
  it('does not open with any one bit turned, or cut short', () => {
    const key = randomBytes(32)
    const { sealed } = sealWords(key, place, { text: 'En trygg jobb' })
    for (let at = 0; at < sealed.length; at++) {
      const turned = Buffer.from(sealed)
      turned.writeUInt8(turned.readUInt8(at) ^ 1, at)
      expect(() => openWords(key, place, turned)).toThrow(SealBroken)
      expect(() => openWords(key, place, sealed.subarray(0, at))).toThrow(SealBroken)
    }
  })
  it('gives back exactly what was sealed, with the same proof, and never the same bytes twice', () => {
    const key = randomBytes(32)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [one, two] = [sealWords(key, place, text), sealWords(key, place, text)]
        const opened = openWords(key, place, one.sealed)
        expect(opened).toEqual({ words: text, proof: one.proof })
        expect(one.sealed.equals(two.sealed)).toBe(false)
        expect(one.proof).not.toBe(two.proof)
      }),
    )
  })
})
