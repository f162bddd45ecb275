import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBytes, sealBytes, SealBroken } from './sealed.ts'

/**
 * The keys outside the database. Each family's words are sealed under its data key, which the database keeps wrapped; what wraps it is
 * the family's own key in this ring. Erasing a family destroys both, so that neither the database nor any copy of it taken earlier opens.
 * A folder of small files, themselves sealed under the master key; a key management service can stand behind the same functions.
 */
export interface KeyRing {
  /** A new data key for what is erased by itself (a family, a referral, a question), and the wrapped form for the database. */
  newKey(municipality: string, owner: string): { key: Buffer; wrapped: Buffer }
  /** @throws SealBroken when the owner's key is gone */
  openKey(municipality: string, owner: string, wrapped: Buffer): Buffer
  /** The owner's words can never be opened again, here or from a copy of the database. */
  forgetKey(owner: string): void
  /** The keyed index an identity number is found by: differs per municipality and issuer, tells nothing without the master key. */
  blindIndex(municipality: string, issuer: string, subject: string): Buffer
  /** A key for one named use (cursors, sign-in state, identity numbers), derived from the master key. */
  derive(use: string): Buffer
}

/**
 * Opens the ring in a folder.
 * @param masterKey 32 bytes from the settings. Without it (demo only; production refuses to start) one is made and kept in the folder.
 */
export function openKeyRing(folder: string, masterKey?: Buffer): KeyRing {
  const families = join(folder, 'families')
  // Only the ring itself is closed to others: what lies around it may belong to another user (PostgreSQL's).
  mkdirSync(families, { recursive: true })
  chmodSync(folder, 0o700)
  const master = masterKey ?? demoMasterKey(folder)
  if (master.length !== 32) throw new Error('the master key must be 32 bytes')

  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `velferdslab:${use}`, 32))
  const ringKey = derive('family-keys')
  const indexKey = derive('blind-index')
  const open = new Map<string, Buffer>()

  const fileOf = (owner: string) => {
    if (!/^[0-9a-f-]{36}$/.test(owner)) throw new Error('not an id')
    return join(families, `${owner}.key`)
  }
  const bound = (municipality: string, owner: string) => Buffer.from(`family-key\u001f${municipality}\u001f${owner}`)

  function ownKeyOf(municipality: string, owner: string): Buffer {
    const known = open.get(owner)
    if (known) return known
    const file = fileOf(owner)
    if (!existsSync(file)) throw new SealBroken()
    const key = openBytes(ringKey, readFileSync(file), bound(municipality, owner))
    open.set(owner, key)
    return key
  }

  return {
    newKey(municipality, owner) {
      const own = randomBytes(32)
      const file = fileOf(owner)
      writeFileSync(`${file}.new`, sealBytes(ringKey, own, bound(municipality, owner)), { mode: 0o600, flush: true })
      renameSync(`${file}.new`, file)
      open.set(owner, own)
      const key = randomBytes(32)
      return { key, wrapped: sealBytes(own, key, bound(municipality, owner)) }
    },
    openKey(municipality, owner, wrapped) {
      return openBytes(ownKeyOf(municipality, owner), wrapped, bound(municipality, owner))
    },
    forgetKey(owner) {
      open.delete(owner)
      rmSync(fileOf(owner), { force: true })
    },
    blindIndex(municipality, issuer, subject) {
      return createHmac('sha256', indexKey).update([municipality, issuer, subject].join('\u001f')).digest()
    },
    derive,
  }
}

function demoMasterKey(folder: string): Buffer {
  const file = join(folder, 'demo-master.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}
