import { randomBytes, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeyRing } from './key-ring.ts'
import { SealBroken } from './sealed.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'velferdslab-ring-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const [town, other] = [randomUUID(), randomUUID()] as [string, string]
const [before, after, stranger] = [randomBytes(32), randomBytes(32), randomBytes(32)] as [Buffer, Buffer, Buffer]
const fileOf = (owner: string) => join(folder, 'families', `${owner}.key`)
/** How many files this process has open, where the machine tells. */
const openFiles = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0)
const someFamilies = (count: number, master = before) => {
  const ring = openKeyRing(folder, master)
  return Array.from({ length: count }, () => {
    const family = randomUUID()
    return { family, ...ring.newKey(town, family) }
  })
}

describe('the key ring', () => {
  it('refuses a master key that is not 32 bytes, and a name that is no id', () => {
    expect(() => openKeyRing(folder, randomBytes(31))).toThrow('32 bytes')
    expect(() => openKeyRing(folder, before, randomBytes(33))).toThrow('32 bytes')
    expect(() => openKeyRing(folder, before).newKey(town, '../../etc/passwd')).toThrow('not an id')
    expect(() => openKeyRing(folder, before).forgetKey('../x')).toThrow('not an id')
    expect(() => openKeyRing(folder, before).newKey(town, `../${randomUUID()}`)).toThrow('not an id')
    expect(() => openKeyRing(folder, before).newKey(town, `${randomUUID()}/../x`)).toThrow('not an id')
  })
  it('opens a family with its own key, and with nothing else', () => {
    const [one, two] = someFamilies(2) as [ReturnType<typeof someFamilies>[0], ReturnType<typeof someFamilies>[0]]
    const ring = () => openKeyRing(folder, before)
    expect(ring().openKey(town, one.family, one.wrapped).equals(one.key)).toBe(true)
    // Another family's wrapped key, another municipality, another master key, one bit.
    expect(() => ring().openKey(town, one.family, two.wrapped)).toThrow(SealBroken)
    expect(() => ring().openKey(other, one.family, one.wrapped)).toThrow(SealBroken)
    expect(() => openKeyRing(folder, stranger).openKey(town, one.family, one.wrapped)).toThrow(SealBroken)
    for (let at = 0; at < one.wrapped.length; at++) {
      const turned = Buffer.from(one.wrapped)
      turned.writeUInt8(turned.readUInt8(at) ^ 1, at)
      expect(() => ring().openKey(town, one.family, turned)).toThrow(SealBroken)
    }
  })
  it('does not open a key file that was put in the place of another', () => {
    const [one, two] = someFamilies(2) as [ReturnType<typeof someFamilies>[0], ReturnType<typeof someFamilies>[0]]
    writeFileSync(fileOf(one.family), readFileSync(fileOf(two.family)))
    expect(() => openKeyRing(folder, before).openKey(town, one.family, two.wrapped)).toThrow(SealBroken)
  })
  it('never opens again what was forgotten, in this process or the next', () => {
    const ring = openKeyRing(folder, before)
    const family = randomUUID()
    const { wrapped } = ring.newKey(town, family)
    ring.forgetKey(family)
    ring.forgetKey(family)
    expect(() => ring.openKey(town, family, wrapped)).toThrow(SealBroken)
    expect(() => openKeyRing(folder, before).openKey(town, family, wrapped)).toThrow(SealBroken)
    expect(existsSync(fileOf(family))).toBe(false)
  })
  it('is closed to other users of the machine, and leaves no half-written file', () => {
    const [one] = someFamilies(1)
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(statSync(fileOf(one?.family ?? '')).mode & 0o077).toBe(0)
    expect(readdirSync(join(folder, 'families'))).toHaveLength(1)
  })
  it('makes the demo a master key once, and no two uses of it are one key', () => {
    const [first, again] = [openKeyRing(folder), openKeyRing(folder)]
    expect(first.derive('identity').equals(again.derive('identity'))).toBe(true)
    expect(first.derive('identity').equals(first.derive('notices'))).toBe(false)
    expect(first.derive('identity')).toHaveLength(32)
    expect(statSync(join(folder, 'demo-master.key')).mode & 0o077).toBe(0)
  })
  it('finds an identity number by an index that differs for each municipality, issuer and master key', () => {
    const ring = openKeyRing(folder, before)
    const index = (...of: [string, string, string]) => ring.blindIndex(...of).toString('hex')
    const all = [
      index(town, 'citizen', '1'),
      index(other, 'citizen', '1'),
      index(town, 'staff', '1'),
      index(town, 'citizen', '2'),
      openKeyRing(folder, after).blindIndex(town, 'citizen', '1').toString('hex'),
    ]
    expect(new Set(all).size).toBe(5)
    expect(index(town, 'citizen', '1')).toBe(all[0])
  })
  it('gives a family another data key that its own key opens too', () => {
    const ring = openKeyRing(folder, before)
    const family = randomUUID()
    const first = ring.newKey(town, family)
    const next = openKeyRing(folder, before).nextKey(town, family)
    expect(next.key.equals(first.key)).toBe(false)
    expect(ring.openKey(town, family, next.wrapped).equals(next.key)).toBe(true)
    expect(ring.openKey(town, family, first.wrapped).equals(first.key)).toBe(true)
    expect(() => ring.nextKey(town, randomUUID())).toThrow(SealBroken)
  })
})

describe('with two master keys', () => {
  it('what is derived and looked for comes under the one that seals first, and then under the other', () => {
    const [first, second] = [openKeyRing(folder, after), openKeyRing(folder, before)]
    const both = openKeyRing(folder, after, before)
    expect(both.deriveAll('cursors')).toEqual([first.derive('cursors'), second.derive('cursors')])
    expect(both.derive('cursors')).toEqual(first.derive('cursors'))
    const number = [town, 'citizen', '1'] as const
    expect(both.blindIndexes(...number)).toEqual([first.blindIndex(...number), second.blindIndex(...number)])
    expect(both.blindIndex(...number)).toEqual(first.blindIndex(...number))
    expect(first.deriveAll('cursors')).toHaveLength(1)
  })
  it('what is new opens under the first alone', () => {
    const family = randomUUID()
    const { key, wrapped } = openKeyRing(folder, after, before).newKey(town, family)
    expect(openKeyRing(folder, after).openKey(town, family, wrapped).equals(key)).toBe(true)
    expect(() => openKeyRing(folder, before).openKey(town, family, wrapped)).toThrow(SealBroken)
  })
})

describe('changing the master key', () => {
  it('writes over each file where it lies, and leaves none open', () => {
    const families = someFamilies(8).map(({ family }) => family)
    const lies = () =>
      families.map((family) => statSync(fileOf(family))).map(({ ino, size, mode }) => [ino, size, mode])
    const [open, lay] = [openFiles(), lies()]
    expect(openKeyRing(folder, after, before).rewrap([town])).toEqual({ rewrapped: 8, already: 0 })
    expect(openKeyRing(folder, after, before).rewrap([town])).toEqual({ rewrapped: 0, already: 8 })
    expect(lies()).toEqual(lay)
    writeFileSync(fileOf(randomUUID()), 'no key at all')
    expect(() => openKeyRing(folder, after, before).rewrap([town])).toThrow('under none of the master keys')
    expect(openFiles()).toBe(open)
  })
  it('says so where a file cannot be read, and does not take it for one that was erased', () => {
    mkdirSync(fileOf(randomUUID()), { recursive: true })
    expect(() => openKeyRing(folder, after, before).rewrap([town])).toThrow('EISDIR')
  })
  it('passes over a file that is gone when its turn comes', () => {
    const [one] = someFamilies(1)
    symlinkSync(join(folder, 'gone'), fileOf(randomUUID()))
    expect(openKeyRing(folder, after, before).rewrap([town])).toEqual({ rewrapped: 1, already: 1 })
    expect(existsSync(join(folder, 'gone'))).toBe(false)
    const { family, wrapped, key } = one as NonNullable<typeof one>
    expect(openKeyRing(folder, after).openKey(town, family, wrapped).equals(key)).toBe(true)
  })
  it('takes what is sealed for a municipality it was not told of for a fault', () => {
    someFamilies(1)
    expect(() => openKeyRing(folder, after, before).rewrap([other])).toThrow('under none of the master keys')
    expect(() => openKeyRing(folder, after, before).rewrap([])).toThrow('under none of the master keys')
  })
  it('goes on opening everything at every step, in every process, and the old key opens nothing afterwards (REQ-80)', () => {
    const families = someFamilies(20)
    const opensAll = (ring: ReturnType<typeof openKeyRing>) =>
      families.every(({ family, key, wrapped }) => ring.openKey(town, family, wrapped).equals(key))
    const signature = openKeyRing(folder, before).signer().sign(Buffer.from('x'))
    // Step 1: the key to come opens too. Step 2: it seals, and the one before still opens.
    expect(opensAll(openKeyRing(folder, before, after))).toBe(true)
    const running = openKeyRing(folder, after, before)
    const late = openKeyRing(folder, before, after)
    const fresh = randomUUID()
    const { wrapped, key } = late.newKey(town, fresh)
    // Step 3, with a server that runs on either side of it.
    expect(openKeyRing(folder, after, before).rewrap([other, town])).toEqual({ rewrapped: 22, already: 0 })
    for (const ring of [running, late, openKeyRing(folder, before, after), openKeyRing(folder, after)]) {
      expect(opensAll(ring)).toBe(true)
      expect(ring.openKey(town, fresh, wrapped).equals(key)).toBe(true)
    }
    // Step 4: the old one is retired.
    expect(() => openKeyRing(folder, before).openKey(town, fresh, wrapped)).toThrow(SealBroken)
    expect(openKeyRing(folder, after).signer().verify(Buffer.from('x'), signature)).toBe(true)
    // A half-written file that a crash left is no key.
    writeFileSync(`${fileOf(randomUUID())}.new`, 'half')
    expect(openKeyRing(folder, after, before).rewrap([town])).toEqual({ rewrapped: 0, already: 22 })
  })
  it('stops where a file opens under neither, and loses nothing', () => {
    const [one] = someFamilies(1, stranger)
    const bytes = readFileSync(fileOf(one?.family ?? ''))
    expect(() => openKeyRing(folder, after, before).rewrap([town])).toThrow('under none of the master keys')
    expect(readFileSync(fileOf(one?.family ?? '')).equals(bytes)).toBe(true)
  })
  it('does not bring back a family that was erased meanwhile', () => {
    const [one] = someFamilies(1)
    openKeyRing(folder, before).forgetKey(one?.family ?? '')
    expect(openKeyRing(folder, after, before).rewrap([town])).toEqual({ rewrapped: 0, already: 0 })
    expect(readdirSync(join(folder, 'families'))).toEqual([])
  })
})

describe('the signer of roots', () => {
  it('is opened once in each process', () => {
    const ring = openKeyRing(folder, before)
    expect(ring.signer()).toBe(ring.signer())
  })
  it('is one for all processes, and knows its own signature and no other', () => {
    const [one, two] = [openKeyRing(folder, before).signer(), openKeyRing(folder, before).signer()]
    const bytes = Buffer.from('a root')
    expect(two.verify(bytes, one.sign(bytes))).toBe(true)
    expect(two.verify(Buffer.from('a roof'), one.sign(bytes))).toBe(false)
    const elsewhere = openKeyRing(join(folder, 'elsewhere'), before).signer()
    expect(one.verify(bytes, elsewhere.sign(bytes))).toBe(false)
    expect(() => openKeyRing(folder, stranger).signer()).toThrow(SealBroken)
    expect(readFileSync(join(folder, 'root-signing.pub'), 'utf8')).toContain('BEGIN PUBLIC KEY')
    expect(readFileSync(join(folder, 'root-signing.key')).includes('PRIVATE')).toBe(false)
  })
})
