import { describe, expect, it } from 'vitest'
import { countTries } from './tries.ts'

describe('tries from one address', () => {
  it('are spent for a whole network of IPv6, which one subscriber has, and for nobody beside it', () => {
    const tries = countTries(3)
    for (const end of ['1', 'a:b:c', 'ffff']) tries.count(`2001:db8:0:7::${end}`)
    expect(tries.isSpent('2001:0db8:0000:0007:9999::2')).toBe(true)
    expect(tries.isSpent('2001:db8:0:8::1')).toBe(false)
  })

  it('are the same whether IPv4 is written as itself or inside IPv6', () => {
    const tries = countTries(1)
    tries.count('::ffff:192.0.2.7')
    expect(tries.isSpent('192.0.2.7')).toBe(true)
    expect(tries.isSpent('192.0.2.8')).toBe(false)
  })

  it('are not forgotten because ten thousand others have tried, as long as one goes on', () => {
    const tries = countTries(3)
    for (let turn = 0; turn < 3; turn++) {
      tries.count('192.0.2.7')
      for (let other = 0; other < 4000; other++) tries.count(`10.${turn}.${other >> 8}.${other & 255}`)
    }
    expect(tries.isSpent('192.0.2.7')).toBe(true)
  })
})
