import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addRoot, readRoots } from './chain-root.ts'
import { openKeyRing } from './key-ring.ts'

let folder: string
let roots: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'velferdslab-roots-'))
  roots = join(folder, 'chain-roots')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const heads = (seq: number) => [
  { chain: 'a', seq, hash: `a${seq}` },
  { chain: 'b', seq: 7, hash: 'b7' },
]
const day = (nth: number) => new Date(`2026-11-0${nth}T04:00:00Z`)
const signer = () => openKeyRing(join(folder, 'keys')).signer()
const fileOf = (nth: number) => join(roots, `2026-11-0${nth}.jsonl`)
const threeDays = () => {
  for (const nth of [1, 2, 3]) addRoot(roots, signer(), heads(nth), day(nth))
}
const faults = () => readRoots(roots, signer()).faults.map((fault) => `${fault.what} ${fault.day}`)
/** Changes a line as a forger would who can write where the roots lie. */
const forge = (nth: number, change: (line: Record<string, unknown>) => object) => {
  const line = JSON.parse(readFileSync(fileOf(nth), 'utf8')) as Record<string, unknown>
  writeFileSync(fileOf(nth), `${JSON.stringify(change(line))}\n`)
}

describe('the files of signed roots', () => {
  it('tell every head that was signed, with the last day of it', () => {
    threeDays()
    const { heads: signed, lines } = readRoots(roots, signer())
    expect(lines).toBe(3)
    expect(signed.get('a')?.map((head) => `${head.seq} ${head.day}`)).toEqual([
      '1 2026-11-01',
      '2 2026-11-02',
      '3 2026-11-03',
    ])
    expect(signed.get('b')).toEqual([{ seq: 7, hash: 'b7', day: '2026-11-03' }])
    expect(faults()).toEqual([])
  })
  it.each<[string, (line: Record<string, unknown>) => object]>([
    [
      'a head that was changed',
      (line) => ({
        ...line,
        heads: [
          ['a', 2, 'other'],
          ['b', 7, 'b7'],
        ],
      }),
    ],
    ['a head that was left out', (line) => ({ ...line, heads: [['a', 2, 'a2']] })],
    ['another root', (line) => ({ ...line, root: '0'.repeat(64) })],
    ['another count', (line) => ({ ...line, events: 1 })],
    ['another count of chains', (line) => ({ ...line, chains: 1 })],
    ['another moment', (line) => ({ ...line, at: '2026-11-02T05:00:00.000Z' })],
    ['a signature that is cut', (line) => ({ ...line, signature: String(line['signature']).slice(0, 20) })],
    ['nothing we know', () => ({ hello: 'world' })],
  ])('find a line with %s', (_, change) => {
    threeDays()
    forge(2, change)
    expect(faults()[0]).toBe('root-forged 2026-11-02')
    expect(
      readRoots(roots, signer())
        .heads.get('a')
        ?.some((head) => head.hash === 'other'),
    ).toBe(false)
  })
  it('find a file made with another key, a day that was put under another, and a line that is no line', () => {
    threeDays()
    addRoot(roots, openKeyRing(join(folder, 'other'), randomBytes(32)).signer(), heads(4), day(4))
    expect(faults()).toEqual(['root-forged 2026-11-04'])
    writeFileSync(fileOf(4), readFileSync(fileOf(3)))
    expect(faults()).toEqual(['root-forged 2026-11-04'])
    rmSync(fileOf(4))
    appendFileSync(fileOf(3), 'x\n')
    expect(faults()).toEqual(['root-forged 2026-11-03'])
  })
  it('find a day that was taken out, and the first of all', () => {
    threeDays()
    rmSync(fileOf(2))
    expect(faults()).toEqual(['root-missing 2026-11-03'])
    rmSync(fileOf(1))
    expect(faults()).toEqual(['root-missing 2026-11-03'])
  })
  it('are added to and never written over', () => {
    threeDays()
    const before = readFileSync(fileOf(3), 'utf8')
    addRoot(roots, signer(), heads(4), new Date('2026-11-03T20:00:00Z'))
    const after = readFileSync(fileOf(3), 'utf8')
    expect(after.startsWith(before)).toBe(true)
    expect(after.split('\n')).toHaveLength(3)
    expect(faults()).toEqual([])
  })
})
