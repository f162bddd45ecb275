import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Signs the roots of the chains (Ed25519). Its key lies in the key ring and never in the database: whoever can write there can forge no root. */
export interface Signer {
  sign(bytes: Buffer): Buffer
  verify(bytes: Buffer, signature: Buffer): boolean
}

/**
 * The signer of a key folder, made when first asked for.
 * @param seal, open the ring's own seal for this file
 */
export function openSigner(folder: string, seal: (bytes: Buffer) => Buffer, open: (sealed: Buffer) => Buffer): Signer {
  const file = signerFile(folder)
  if (!existsSync(file)) makeKey(file, folder, seal)
  const key = createPrivateKey({ key: open(readFileSync(file)), format: 'der', type: 'pkcs8' })
  const known: KeyObject = createPublicKey(key)
  return {
    sign: (bytes) => sign(null, bytes, key),
    verify: (bytes, signature) => verify(null, bytes, known, signature),
  }
}

export function signerFile(folder: string): string {
  return join(folder, 'root-signing.key')
}

function makeKey(file: string, folder: string, seal: (bytes: Buffer) => Buffer): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, seal(privateKey.export({ format: 'der', type: 'pkcs8' })), { mode: 0o600, flush: true })
  try {
    // A link fails where another process was quicker: its key counts, and ours has signed nothing.
    linkSync(mine, file)
    // In clear, for whoever verifies elsewhere.
    writeFileSync(join(folder, 'root-signing.pub'), publicKey.export({ format: 'pem', type: 'spki' }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
}
