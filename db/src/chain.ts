import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import type { Pool, Tx } from './connect.ts'

/** Something in a chain that is not as it was written. */
export interface ChainFault {
  readonly chain: string
  /** Number of the event where it shows; null for the chain as a whole. */
  readonly seq: number | null
  readonly what: 'changed' | 'missing' | 'out-of-order' | 'cut-tail' | 'head-changed' | 'chain-gone'
}

export interface ChainReport {
  readonly chains: number
  readonly events: number
  readonly faults: readonly ChainFault[]
  /** sha256 over every head with its count, in the order of the chain ids: what is kept outside the database. */
  readonly root: string
}

interface Link {
  seq: number
  kind: string
  actor: string | null
  at: string
  about: string | null
  area: string | null
  privacy: string | null
  subject: string | null
  data: string
  prev: Buffer
  hash: Buffer
}

/**
 * Reads every chain and computes each link a second time, apart from the database's own lab.event_bytes. Finds a row changed, removed,
 * inserted or reordered, and a tail cut off while its head was left. A tail cut together with its head, or a whole chain removed, shows only
 * against a root kept outside: `known`.
 *
 * @param known heads by chain as they were kept outside at an earlier time
 */
export function verifyChains(
  pool: Pool,
  known: ReadonlyMap<string, { seq: number; hash: string }> = new Map(),
): Promise<ChainReport> {
  return asSystem(pool, 'verify-chains', async (tx) => {
    const heads = await headsOf(tx)
    const faults: ChainFault[] = []
    let events = 0
    for (const head of heads) {
      const links = await findLinks(tx, head.chain_id)
      events += links.length
      faults.push(...verifyLinks(head.chain_id, links, { seq: head.seq, hash: head.hash }))
      const before = known.get(head.chain_id)
      if (before && before.seq > 0 && links[before.seq - 1]?.hash.toString('hex') !== before.hash) {
        faults.push({ chain: head.chain_id, seq: before.seq, what: 'cut-tail' })
      }
    }
    for (const chain of known.keys()) {
      if (!heads.some((head) => head.chain_id === chain)) faults.push({ chain, seq: null, what: 'chain-gone' })
    }
    return { chains: heads.length, events, faults, root: rootOf(heads) }
  })
}

/** One chain against its head. */
export function verifyLinks(chain: string, links: readonly Link[], head: { seq: number; hash: Buffer }): ChainFault[] {
  const faults: ChainFault[] = []
  let prev: Buffer = Buffer.alloc(0)
  for (const [index, link] of links.entries()) {
    if (link.seq !== index + 1)
      faults.push({ chain, seq: index + 1, what: link.seq > index + 1 ? 'missing' : 'out-of-order' })
    if (!link.prev.equals(prev)) faults.push({ chain, seq: link.seq, what: 'out-of-order' })
    if (!hashOf(chain, link).equals(link.hash)) faults.push({ chain, seq: link.seq, what: 'changed' })
    prev = link.hash
  }
  if (head.seq > links.length) faults.push({ chain, seq: links.length + 1, what: 'cut-tail' })
  else if (head.seq !== links.length || !head.hash.equals(prev))
    faults.push({ chain, seq: head.seq, what: 'head-changed' })
  return faults
}

function hashOf(chain: string, link: Link): Buffer {
  const line = [
    chain,
    String(link.seq),
    link.kind,
    link.actor ?? '-',
    link.at,
    link.about ?? '-',
    link.area ?? '-',
    link.privacy ?? '-',
    link.subject ?? '-',
    link.data,
  ].join('\u001f')
  return createHash('sha256').update(link.prev).update(line, 'utf8').digest()
}

async function findLinks(tx: Tx, chain: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select seq, kind, actor_id as actor, ((extract(epoch from at) * 1000000)::bigint)::text as at, about_id as about, area, privacy,
      subject_id as subject, data::text as data, prev, hash
    from lab.event where chain_id = ${chain} order by seq`.execute(tx)
  return rows
}

function rootOf(heads: readonly { chain_id: string; seq: number; hash: Buffer }[]): string {
  const root = createHash('sha256')
  for (const head of heads) root.update(`${head.chain_id} ${head.seq} ${head.hash.toString('hex')}\n`)
  return root.digest('hex')
}

/** The heads as they stand, to be kept outside the database. */
export function findHeads(pool: Pool): Promise<Record<string, { seq: number; hash: string }>> {
  return asSystem(pool, 'verify-chains', async (tx) => {
    const heads = await headsOf(tx)
    return Object.fromEntries(heads.map((head) => [head.chain_id, { seq: head.seq, hash: head.hash.toString('hex') }]))
  })
}

function headsOf(tx: Tx) {
  return tx.selectFrom('lab.chain_head').select(['chain_id', 'seq', 'hash']).orderBy('chain_id').execute()
}
