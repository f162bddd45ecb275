import fc from 'fast-check'
import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { walkChain, type Link, type SignedHead } from './chain-walk.ts'

const chain = randomUUID()
const start = Date.UTC(2026, 10, 1, 10) * 1000

/** An event as the database links it. */
function linked(seq: number, prev: Buffer, data = '{}'): Link {
  const at = String(start + seq * 3_600_000_000)
  const line = [chain, seq, 'note.written', 'a', at, '-', '-', '-', 's', data].join('\u001f')
  const hash = createHash('sha256').update(prev).update(line, 'utf8').digest()
  return {
    seq,
    kind: 'note.written',
    actor: 'a',
    at,
    about: null,
    area: null,
    privacy: null,
    subject: 's',
    data,
    prev,
    hash,
  }
}
function aChain(length: number, data = '{}'): Link[] {
  const links: Link[] = []
  for (let seq = 1; seq <= length; seq++) links.push(linked(seq, links.at(-1)?.hash ?? Buffer.alloc(0), data))
  return links
}
const headOf = (links: readonly Link[]) => ({ seq: links.length, hash: links.at(-1)?.hash ?? Buffer.alloc(0) })
const signedAt = (links: readonly Link[], seq: number): SignedHead => ({
  seq,
  hash: links[seq - 1]?.hash.toString('hex') ?? '',
  day: '2026-11-20' as never,
})
const found = (links: readonly Link[], head: { seq: number; hash: Buffer }, signed: readonly SignedHead[] = []) =>
  walkChain(
    chain,
    [...links].sort((a, b) => a.seq - b.seq),
    head,
    signed,
  ).map((fault) => `${fault.what} ${fault.seq}`)

/** A chain of 2 to 40, and a place in it (by number) that is not the last. */
const aPlace = fc
  .integer({ min: 3, max: 40 })
  .chain((length) => fc.record({ length: fc.constant(length), at: fc.integer({ min: 1, max: length - 1 }) }))

describe('a chain', () => {
  it('with nothing done to it has no fault, whatever was signed on the way', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 40 }), (length, seq) => {
        const links = aChain(length)
        expect(found(links, headOf(links), [signedAt(links, Math.min(seq, length))])).toEqual([])
      }),
    )
  })
  it('tells which row was changed, and on which day it was written', () => {
    fc.assert(
      fc.property(aPlace, ({ length, at }) => {
        const links = aChain(length)
        const old = links[at - 1] as Link
        const changed = links.with(at - 1, { ...old, data: '{"x": 1}' })
        expect(found(changed, headOf(links))).toEqual([`changed ${at}`])
        expect(found(links.with(at - 1, { ...old, hash: Buffer.alloc(32, 7) }), headOf(links))).toEqual([
          `changed ${at}`,
        ])
      }),
    )
    const links = aChain(20)
    const [fault] = walkChain(chain, links.with(14, { ...(links[14] as Link), actor: null }), headOf(links))
    expect(fault).toEqual({ chain, seq: 15, day: '2026-11-02', what: 'changed' })
  })
  it('tells which row was removed, also when those after it have moved up', () => {
    fc.assert(
      fc.property(aPlace, ({ length, at }) => {
        const links = aChain(length)
        const rest = links.toSpliced(at - 1, 1)
        expect(found(rest, headOf(links))).toEqual([`removed ${at}`])
        const closed = rest.map((link, index) => ({ ...link, seq: index + 1 }))
        expect(found(closed, { seq: length - 1, hash: headOf(links).hash })).toEqual([`removed ${at}`])
      }),
    )
  })
  it('tells which row was inserted: in the middle with all others moved, or behind the end', () => {
    fc.assert(
      fc.property(aPlace, fc.boolean(), ({ length, at }, wellMade) => {
        const links = aChain(length)
        const prev = links[at - 1]?.hash ?? Buffer.alloc(0)
        const made = linked(at + 1, prev, '{"x": 1}')
        const put = wellMade ? made : { ...made, hash: Buffer.alloc(32, 9) }
        const moved = links.map((link) => (link.seq > at ? { ...link, seq: link.seq + 1 } : link))
        expect(found([...moved, put], { seq: length + 1, hash: headOf(links).hash })).toEqual([`inserted ${at + 1}`])
        const behind = { ...put, seq: length + 1, prev: headOf(links).hash }
        expect(found([...links, behind], headOf(links))).toEqual([`inserted ${length + 1}`])
      }),
    )
  })
  it('tells which two changed places', () => {
    fc.assert(
      fc.property(aPlace, ({ length, at }) => {
        const links = aChain(length)
        const [one, two] = [links[at - 1] as Link, links[at] as Link]
        const swapped = links.with(at - 1, { ...one, seq: at + 1 }).with(at, { ...two, seq: at })
        expect(found(swapped, headOf(links)).sort()).toEqual([`reordered ${at}`, `reordered ${at + 1}`].sort())
      }),
    )
  })
  it('tells where its tail was cut, also when the head was cut with it and only the signed head remembers', () => {
    fc.assert(
      fc.property(aPlace, ({ length, at }) => {
        const links = aChain(length)
        const short = links.slice(0, at)
        expect(found(short, headOf(links))).toEqual([`cut-tail ${at + 1}`])
        expect(found(short, headOf(short))).toEqual([])
        expect(found(short, headOf(short), [signedAt(links, length)])).toEqual([`cut-tail ${at + 1}`])
      }),
    )
  })
  it('made anew with all its hashes is told between the last signed head that fits and the first that does not', () => {
    fc.assert(
      fc.property(aPlace, ({ length, at }) => {
        const links = aChain(length)
        const anew = links.slice(0, at - 1)
        for (let seq = at; seq <= length; seq++)
          anew.push(linked(seq, anew.at(-1)?.hash ?? Buffer.alloc(0), '{"x": 1}'))
        expect(found(anew, headOf(anew))).toEqual([])
        const signed = [1, at - 1, at, length].filter((seq) => seq > 0).map((seq) => signedAt(links, seq))
        expect(found(anew, headOf(anew), signed)).toEqual([`rewritten ${at}`])
      }),
    )
  })
  it('whose head alone was changed tells that', () => {
    const links = aChain(5)
    expect(found(links, { seq: 5, hash: Buffer.alloc(32) })).toEqual(['head-changed 5'])
    expect(found([], { seq: 0, hash: Buffer.alloc(0) })).toEqual([])
  })
})
