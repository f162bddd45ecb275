import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSelfCode, selfCodeOf, showSelfCode } from './self-code.ts'

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

describe('the code somebody comes back with', () => {
  it('is no code when a sign is missing, too many, or none of ours', () => {
    for (const wrong of ['', 'K7QM', 'K7QM-4XRD-9TBN-2FH', 'K7QM-4XRD-9TBN-2FHCC', 'K7QM-4XRD-9TBN-2FHU'])
      expect(readSelfCode(wrong)).toBeUndefined()
  })
  it('is read again however it is typed, and never twice the same for different bytes', () => {
    fc.assert(
      fc.property(
        tenBytes,
        tenBytes,
        fc.boolean(),
        fc.constantFrom('-', ' ', '', ' – '),
        (one, other, small, between) => {
          const code = selfCodeOf(one)
          const shown = showSelfCode(code).replaceAll('-', between)
          expect(readSelfCode(small ? shown.toLowerCase() : shown)).toBe(code)
          expect(selfCodeOf(other) === code).toBe(one.join() === other.join())
        },
      ),
    )
  })
  it('takes an O for a nought, and an I or an L for a one', () => {
    expect(readSelfCode('OOOO-IIII-LLLL-oilo')).toBe('0000111111110110')
  })
  it('has eighty bits: every bit of ten bytes changes it', () => {
    const zero = new Uint8Array(10)
    const codes = Array.from({ length: 80 }, (_, bit) => {
      const bytes = new Uint8Array(10)
      bytes[Math.floor(bit / 8)] = 1 << (bit % 8)
      return selfCodeOf(bytes)
    })
    expect(new Set([selfCodeOf(zero), ...codes]).size).toBe(81)
  })
})
