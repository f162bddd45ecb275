import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import { merkleRoot } from '@velferdslab/core/merkle'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, openSync, closeSync, fsyncSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { findHeads, type Head } from './chain.ts'
import type { ChainFault, SignedHead } from './chain-walk.ts'
import type { Pool } from './connect.ts'
import type { Signer } from './root-signer.ts'

/**
 * What is kept of the chains outside the database: a folder with a file for each day, `2026-11-22.jsonl`, one line for each time the heads were signed. A
 * line holds every head, the Merkle root over them with how many they are, the sha256 of the line before, and a signature (Ed25519, the key lies
 * in the key ring). Lines are only ever added (docs/decisions/0031).
 */
interface Line {
  readonly at: string
  /** sha256 of the line before, whatever file it stands in; null for the first there was. */
  readonly before: string | null
  readonly chains: number
  readonly events: number
  readonly root: string
  readonly signature: string
  readonly heads: readonly (readonly [chain: string, seq: number, hash: string])[]
}

/** What the files tell. */
export interface SignedRoots {
  /** The signed heads of each chain, oldest first. */
  readonly heads: ReadonlyMap<string, readonly SignedHead[]>
  /** How many lines hold what they say. */
  readonly lines: number
  readonly faults: readonly ChainFault[]
}

/** Signs the heads and adds them to the file of the day. @returns the root */
export function addRoot(folder: string, signer: Signer, heads: readonly Head[], now: Date): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const before = linesOf(folder).at(-1)
  const signed = {
    at: now.toISOString(),
    before: before === undefined ? null : sha256(before.text),
    chains: heads.length,
    events: heads.reduce((sum, head) => sum + head.seq, 0),
    root: rootOf(heads.map((head) => [head.chain, head.seq, head.hash])),
  }
  const signature = signer.sign(saidBy(signed)).toString('base64')
  const whole: Line = { ...signed, signature, heads: heads.map((head) => [head.chain, head.seq, head.hash]) }
  // Appended and flushed: a line that was signed is there after the machine went down.
  const file = openSync(join(folder, `${dayInOslo(now)}.jsonl`), 'a', 0o600)
  try {
    writeSync(file, `${JSON.stringify(whole)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return signed.root
}

/** Reads all files: lines that are signed and follow one another give heads to verify by, all others are told. */
export function readRoots(folder: string, signer: Signer): SignedRoots {
  const heads = new Map<string, SignedHead[]>()
  const faults: ChainFault[] = []
  let before: string | null = null
  let lines = 0
  for (const { file, day, text } of linesOf(folder)) {
    const line = findGenuine(text, day, signer)
    if (!line) faults.push({ chain: file, seq: null, day, what: 'root-forged' })
    else {
      if (line.before !== before) faults.push({ chain: file, seq: null, day, what: 'root-missing' })
      lines += 1
      for (const [chain, seq, hash] of line.heads) {
        const known = heads.get(chain) ?? []
        const last = known.at(-1)
        // The same head day after day is remembered with its last day only.
        const same = last?.seq === seq && last.hash === hash
        heads.set(chain, [...(same ? known.slice(0, -1) : known), { seq, hash, day }])
      }
    }
    before = sha256(text)
  }
  return { heads, lines, faults }
}

/**
 * What is done each night: the heads as they stand are signed.
 * @throws when a chain has fewer events than it was signed with, or is gone: the heads are signed all the same, and the lines before tell of it
 */
export async function signHeads(pool: Pool, signer: Signer, folder: string, now: Date): Promise<void> {
  const heads = await findHeads(pool)
  const back = wentBack(readRoots(folder, signer), heads)
  addRoot(folder, signer, heads, now)
  if (back.length > 0) throw new Error('chains went back: run npm run audit:verify')
}

function wentBack(signed: SignedRoots, heads: readonly Head[]): string[] {
  const now = new Map(heads.map((head) => [head.chain, head.seq]))
  return [...signed.heads].flatMap(([chain, known]) =>
    (now.get(chain) ?? -1) < (known.at(-1)?.seq ?? 0) ? [chain] : [],
  )
}

/** The line, if it is whole, signed by us, stands in the file of its day, and says of its heads what is true. */
function findGenuine(text: string, day: CalendarDay, signer: Signer): Line | undefined {
  try {
    const line = JSON.parse(text) as Line
    const holds =
      signer.verify(saidBy(line), Buffer.from(line.signature, 'base64')) &&
      dayInOslo(new Date(line.at)) === day &&
      line.chains === line.heads.length &&
      line.events === line.heads.reduce((sum, [, seq]) => sum + seq, 0) &&
      line.root === rootOf(line.heads)
    return holds ? line : undefined
  } catch {
    // What cannot be read was not written by us.
    return undefined
  }
}

/** The bytes that are signed: everything but the heads themselves, which the root stands for. */
function saidBy({ at, before, chains, events, root }: Omit<Line, 'heads' | 'signature'>): Buffer {
  return Buffer.from(['velferdslab chain root 1', at, before ?? '-', chains, events, root].join('\n'), 'utf8')
}

function rootOf(heads: Line['heads']): string {
  const leaves = heads.map(([chain, seq, hash]) => Buffer.from(`${chain} ${seq} ${hash}`, 'utf8'))
  return Buffer.from(merkleRoot(leaves, (bytes) => createHash('sha256').update(bytes).digest())).toString('hex')
}

function linesOf(folder: string): { file: string; day: CalendarDay; text: string }[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}\.jsonl$/.test(name))
  return files.sort().flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => ({ file, day: file.slice(0, 10) as CalendarDay, text })),
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
