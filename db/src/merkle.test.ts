import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { merkleRoot } from '@velferdslab/core/merkle'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const leaves = (...texts: string[]) =>
  texts.map((text) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)))
const rootOf = (...texts: string[]) => hex(merkleRoot(leaves(...texts), sha256))

/** RFC 6962 as it is written there, by halves: the largest power of two smaller than the number of leaves goes left. */
function byTheBook(all: readonly Uint8Array[]): Uint8Array {
  if (all.length === 0) return sha256(new Uint8Array())
  if (all.length === 1) return sha256(Uint8Array.of(0, ...(all[0] as Uint8Array)))
  let left = 1
  while (left * 2 < all.length) left *= 2
  return sha256(Uint8Array.of(1, ...byTheBook(all.slice(0, left)), ...byTheBook(all.slice(left))))
}

describe('the root of a Merkle tree', () => {
  it('is what the test vectors of Certificate Transparency say', () => {
    const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
    expect(rootOf()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(rootOf(...data.slice(0, 1))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(rootOf(...data.slice(0, 2))).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125')
    expect(rootOf(...data.slice(0, 3))).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77')
    expect(rootOf(...data)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
  })
  it('is the one of the book for any number of leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 40 }), (all) => {
        expect(hex(merkleRoot(all, sha256))).toBe(hex(byTheBook(all)))
      }),
    )
  })
  it('is another when a leaf is changed, removed, added or has changed places', () => {
    const distinct = fc.uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 8 }), {
      minLength: 2,
      maxLength: 20,
      selector: hex,
    })
    fc.assert(
      fc.property(distinct, fc.nat(), (all, nth) => {
        const at = nth % all.length
        const root = hex(merkleRoot(all, sha256))
        const other = (leavesNow: readonly Uint8Array[]) => {
          expect(hex(merkleRoot(leavesNow, sha256))).not.toBe(root)
        }
        const leaf = all[at] as Uint8Array
        other(all.with(at, Uint8Array.of(...leaf, 1)))
        other(all.toSpliced(at, 1))
        other([...all.slice(0, at), leaf, ...all.slice(at)])
        other([...all.slice(1), all[0] as Uint8Array])
      }),
    )
  })
  it('takes no node for a leaf: two levels cannot be folded into one', () => {
    const [one, two] = leaves('aa', 'bb') as [Uint8Array, Uint8Array]
    const node = merkleRoot([one, two], sha256)
    expect(hex(merkleRoot([node], sha256))).not.toBe(hex(node))
  })
})
