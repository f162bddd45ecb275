import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrom, spacedCode, typedCode } from './consent-code.ts'

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('a code from a letter', () => {
  it('is refused when it is too short, too long, or has a letter that is in no code', () => {
    for (const typed of ['', '0AB1-2CD3-4EF5', '0AB1-2CD3-4EF566', '0AB1-2CD3-4EFU6', 'åAB1-2CD3-4EF56'])
      expect(typedCode.safeParse(typed).success, typed).toBe(false)
  })

  it('is understood however it is typed: small letters, no dashes, O for 0 and l for 1', () => {
    expect(typedCode.parse(' oab1 2cd3-4EFl6 ')).toBe('0AB12CD34EF16')
    fc.assert(
      fc.property(sixteen, (bytes) => {
        const code = codeFrom(bytes)
        expect(typedCode.parse(spacedCode(code).toLowerCase())).toBe(code)
      }),
    )
  })

  it('carries 65 bits: another bit among them is another code', () => {
    fc.assert(
      fc.property(sixteen, fc.nat(64), (bytes, bit) => {
        const changed = Uint8Array.from(bytes)
        const at = bytes.length - 1 - Math.floor(bit / 8)
        changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8))
        expect(codeFrom(changed)).not.toBe(codeFrom(bytes))
      }),
    )
  })
})
