import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { openSigner, signerFile, type Signer } from './root-signer.ts'
import { openBytes, openBytesUnderAny, sealBytes, SealBroken } from './sealed.ts'

/**
 * The keys outside the database. Each family's words are sealed under its data key, which the database keeps wrapped; what wraps it is
 * the family's own key in this ring. Erasing a family destroys both, so that neither the database nor any copy of it taken earlier opens.
 * A folder of small files, themselves sealed under the master key; a key management service can stand behind the same functions.
 */
export interface KeyRing {
  /** A new data key for what is erased by itself (a family, a referral, a question), and the wrapped form for the database. */
  newKey(municipality: string, owner: string): { key: Buffer; wrapped: Buffer }
  /** Another data key for an owner whose own key stays as it is: its words are sealed anew under it. */
  nextKey(municipality: string, owner: string): { key: Buffer; wrapped: Buffer }
  /** @throws SealBroken when the owner's key is gone */
  openKey(municipality: string, owner: string, wrapped: Buffer): Buffer
  /** The owner's words can never be opened again, here or from a copy of the database. */
  forgetKey(owner: string): void
  /** The keyed index an identity number is found by: differs per municipality and issuer, tells nothing without the master key. */
  blindIndex(municipality: string, issuer: string, subject: string): Buffer
  /** The same under every master key that opens now, the one that seals first: what is looked for. */
  blindIndexes(municipality: string, issuer: string, subject: string): Buffer[]
  /** A key for one named use (cursors, sign-in state, identity numbers), derived from the master key. */
  derive(use: string): Buffer
  /** The same under every master key that opens now, the one that seals first: what lasts is opened under any of them. */
  deriveAll(use: string): Buffer[]
  /** Signs the roots of the chains. */
  signer(): Signer
  /**
   * Seals every file of the ring under the master key that seals now. What is opened meanwhile opens under either; running it again does no harm.
   * @param municipalities whose owners lie here: a seal is bound to it
   * @returns how many files were sealed anew, and how many already were
   * @throws when a file opens under neither key, before anything else is told: nothing is lost by that
   */
  rewrap(municipalities: readonly string[]): { rewrapped: number; already: number }
}

/**
 * Opens the ring in a folder.
 * @param masterKey 32 bytes from the settings. Without it (demo only; production refuses to start) one is made and kept in the folder.
 * @param alsoOpens another master key that opens and does not seal: the one before or the one to come, while keys are changed
 */
export function openKeyRing(folder: string, masterKey?: Buffer, alsoOpens?: Buffer): KeyRing {
  const families = join(folder, 'families')
  // Only the ring itself is closed to others: what lies around it may belong to another user (PostgreSQL's).
  mkdirSync(families, { recursive: true })
  chmodSync(folder, 0o700)
  const masters = [masterKey ?? demoMasterKey(folder), ...(alsoOpens ? [alsoOpens] : [])]
  if (masters.some((master) => master.length !== 32)) throw new Error('the master key must be 32 bytes')

  const deriveAll = (use: string) =>
    masters.map((master) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `velferdslab:${use}`, 32)))
  const derive = (use: string) => deriveAll(use)[0] as Buffer
  const ringKeys = deriveAll('family-keys')
  const sealing = ringKeys[0] as Buffer
  const indexKeys = deriveAll('blind-index')
  const open = new Map<string, Buffer>()
  let signer: Signer | undefined

  const fileOf = (owner: string) => {
    if (!/^[0-9a-f-]{36}$/.test(owner)) throw new Error('not an id')
    return join(families, `${owner}.key`)
  }
  const bound = (municipality: string, owner: string) => Buffer.from(`family-key\u001f${municipality}\u001f${owner}`)
  const boundSigner = Buffer.from('root-signing')

  function ownKeyOf(municipality: string, owner: string): Buffer {
    const known = open.get(owner)
    if (known) return known
    const file = fileOf(owner)
    const read = () => openBytesUnderAny(ringKeys, readFileSync(file), bound(municipality, owner))
    let key: Buffer
    try {
      key = read()
    } catch {
      if (!existsSync(file)) throw new SealBroken()
      // Read in the very moment it was sealed anew: once more.
      key = read()
    }
    open.set(owner, key)
    return key
  }
  const wrap = (municipality: string, owner: string, own: Buffer) => {
    const key = randomBytes(32)
    return { key, wrapped: sealBytes(own, key, bound(municipality, owner)) }
  }
  const indexes = (municipality: string, issuer: string, subject: string) =>
    indexKeys.map((key) => createHmac('sha256', key).update([municipality, issuer, subject].join('\u001f')).digest())

  return {
    newKey(municipality, owner) {
      const own = randomBytes(32)
      const file = fileOf(owner)
      writeFileSync(`${file}.new`, sealBytes(sealing, own, bound(municipality, owner)), { mode: 0o600, flush: true })
      renameSync(`${file}.new`, file)
      open.set(owner, own)
      return wrap(municipality, owner, own)
    },
    nextKey: (municipality, owner) => wrap(municipality, owner, ownKeyOf(municipality, owner)),
    openKey(municipality, owner, wrapped) {
      return openBytes(ownKeyOf(municipality, owner), wrapped, bound(municipality, owner))
    },
    forgetKey(owner) {
      open.delete(owner)
      rmSync(fileOf(owner), { force: true })
    },
    blindIndex: (municipality, issuer, subject) => indexes(municipality, issuer, subject)[0] as Buffer,
    blindIndexes: indexes,
    derive,
    deriveAll,
    signer() {
      return (signer ??= openSigner(
        folder,
        (bytes) => sealBytes(sealing, bytes, boundSigner),
        (sealed) => openBytesUnderAny(ringKeys, sealed, boundSigner),
      ))
    },
    rewrap(municipalities) {
      const files = readdirSync(families)
        .filter((name) => name.endsWith('.key'))
        .map((name) => ({
          file: join(families, name),
          bounds: municipalities.map((municipality) => bound(municipality, name.slice(0, -'.key'.length))),
        }))
      if (existsSync(signerFile(folder))) files.push({ file: signerFile(folder), bounds: [boundSigner] })
      let rewrapped = 0
      for (const { file, bounds } of files) if (rewrapFile(file, ringKeys, bounds)) rewrapped += 1
      return { rewrapped, already: files.length - rewrapped }
    },
  }
}

/**
 * Seals one file under the first of the keys. Written over in place and never put back by its name: should the family be erased in the same moment, its key
 * stays gone. @returns whether it was not so already
 */
function rewrapFile(path: string, [sealing, ...others]: readonly Buffer[], bounds: readonly Buffer[]): boolean {
  const file = openIfThere(path)
  if (file === undefined) return false
  try {
    const sealed = readFileSync(file)
    for (const bound of bounds) {
      if (opens(sealing as Buffer, sealed, bound)) return false
      const old = others.find((key) => opens(key, sealed, bound))
      if (!old) continue
      writeSync(file, sealBytes(sealing as Buffer, openBytes(old, sealed, bound), bound), 0, sealed.length, 0)
      fsyncSync(file)
      return true
    }
    throw new Error(`${path} opens under none of the master keys.`)
  } finally {
    closeSync(file)
  }
}

function opens(key: Buffer, sealed: Buffer, bound: Buffer): boolean {
  try {
    openBytes(key, sealed, bound)
    return true
  } catch {
    return false
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r+')
  } catch (error) {
    // Erased since the folder was read.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function demoMasterKey(folder: string): Buffer {
  const file = join(folder, 'demo-master.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}
