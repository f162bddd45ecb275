import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  openBytes,
  openBytesUnderAny,
  openFile,
  openWords,
  sealAnew,
  sealBytes,
  SealBroken,
  sealFile,
  sealWords,
  type Place,
} from './sealed.ts'

const place: Place = { municipality: 'm', family: 'f', table: 'plan_paper', column: 'sealed', row: 'r' }
const elsewhere = { ...place, row: 'other' }

describe('a sealed file', () => {
  it('opens to the same bytes with the sha256 of the file itself, and nowhere else', () => {
    const key = randomBytes(32)
    const file = randomBytes(500)
    const { sealed, sha256 } = sealFile(key, place, file)
    expect(sha256).toBe(createHash('sha256').update(file).digest('hex'))
    expect(openFile(key, place, sealed)).toEqual({ file, sha256 })
    expect(sealed.includes(file.subarray(0, 16))).toBe(false)
    expect(() => openFile(key, elsewhere, sealed)).toThrow(SealBroken)
    expect(() => openFile(randomBytes(32), place, sealed)).toThrow(SealBroken)
  })
})

describe('while keys are changed', () => {
  const [one, two, three] = [randomBytes(32), randomBytes(32), randomBytes(32)] as [Buffer, Buffer, Buffer]
  const bound = Buffer.from('place')

  it('bytes open under whichever of the keys fits, and under none of others', () => {
    const sealed = sealBytes(two, Buffer.from('ord'), bound)
    expect(openBytesUnderAny([one, two], sealed, bound).toString()).toBe('ord')
    expect(openBytesUnderAny([two], sealed, bound).toString()).toBe('ord')
    expect(() => openBytesUnderAny([one, three], sealed, bound)).toThrow(SealBroken)
    expect(() => openBytesUnderAny([], sealed, bound)).toThrow(SealBroken)
    expect(() => openBytesUnderAny([two], sealed, Buffer.from('other'))).toThrow(SealBroken)
  })
  it('words that are sealed anew say the same with the same proof, under the new key alone', () => {
    const { sealed, proof } = sealWords(one, place, { text: 'En trygg jobb' })
    const anew = sealAnew(one, two, place, sealed)
    expect(openWords(two, place, anew)).toEqual({ words: { text: 'En trygg jobb' }, proof })
    expect(() => openWords(one, place, anew)).toThrow(SealBroken)
    expect(() => sealAnew(three, two, place, sealed)).toThrow(SealBroken)
    expect(() => sealAnew(one, two, elsewhere, sealed)).toThrow(SealBroken)
  })
})

describe('the seal', () => {
  it('refuses another form, whatever lies behind it', () => {
    const key = randomBytes(32)
    const sealed = sealBytes(key, Buffer.from('ord'), Buffer.from('place'))
    expect(sealed[0]).toBe(1)
    for (const form of [0, 2, 255]) {
      const other = Buffer.from(sealed)
      other[0] = form
      expect(() => openBytes(key, other, Buffer.from('place'))).toThrow(SealBroken)
    }
  })
  it('does not open with a part of its tag, which would be quicker to guess', () => {
    const key = randomBytes(32)
    const nothing = sealBytes(key, Buffer.alloc(0), Buffer.from('place'))
    expect(openBytes(key, nothing, Buffer.from('place'))).toHaveLength(0)
    for (const kept of [4, 8, 12, 15])
      expect(() => openBytes(key, nothing.subarray(0, 13 + kept), Buffer.from('place')), `${kept}`).toThrow(SealBroken)
  })
  it('says nothing of what is inside when it does not open', () => {
    const key = randomBytes(32)
    const broken = sealBytes(key, Buffer.from('ord'), Buffer.from('place')).subarray(0, 20)
    expect(() => openBytes(key, broken, Buffer.from('place'))).toThrow('sealed bytes do not open here')
  })
})
