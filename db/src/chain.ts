import type { CalendarDay } from '@velferdslab/core/dates'
import { sql } from 'kysely'
import { asSystem } from './as-system.ts'
import { walkChain, type ChainFault, type Link, type SignedHead } from './chain-walk.ts'
import type { Pool, Tx } from './connect.ts'

/** Where a chain had come to. */
export interface Head {
  readonly chain: string
  readonly seq: number
  /** In hexadecimal. */
  readonly hash: string
}

export interface ChainReport {
  readonly chains: number
  readonly events: number
  readonly faults: readonly ChainFault[]
}

/**
 * Reads every chain and computes each link a second time, apart from the database's own lab.event_bytes. Finds a row changed, removed,
 * inserted or reordered, and a tail cut off while its head was left. A tail cut together with its head, a chain made anew with all its hashes, or a whole
 * chain removed shows only against heads that were signed and kept outside.
 *
 * @param signed the heads of each chain as they were signed, oldest first (chain-root.ts)
 */
export function verifyChains(
  pool: Pool,
  signed: ReadonlyMap<string, readonly SignedHead[]> = new Map(),
): Promise<ChainReport> {
  return asSystem(pool, 'verify-chains', async (tx) => {
    const heads = await headsOf(tx)
    const faults: ChainFault[] = []
    let events = 0
    for (const head of heads) {
      const links = await findLinks(tx, head.chain_id)
      events += links.length
      faults.push(...walkChain(head.chain_id, links, head, signed.get(head.chain_id)))
    }
    const there = new Set(heads.map((head) => head.chain_id))
    for (const [chain, known] of signed) {
      const day: CalendarDay | null = known.at(-1)?.day ?? null
      if (!there.has(chain)) faults.push({ chain, seq: null, day, what: 'chain-gone' })
    }
    return { chains: heads.length, events, faults }
  })
}

async function findLinks(tx: Tx, chain: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select seq, kind, actor_id as actor, ((extract(epoch from at) * 1000000)::bigint)::text as at, about_id as about, area, privacy,
      subject_id as subject, data::text as data, prev, hash
    from lab.event where chain_id = ${chain} order by seq`.execute(tx)
  return rows
}

/** The heads of all chains as they stand, in the order of their ids: what is signed and kept outside the database. */
export function findHeads(pool: Pool): Promise<Head[]> {
  return asSystem(pool, 'verify-chains', async (tx) =>
    (await headsOf(tx)).map(({ chain_id, seq, hash }) => ({ chain: chain_id, seq, hash: hash.toString('hex') })),
  )
}

function headsOf(tx: Tx) {
  return tx.selectFrom('lab.chain_head').select(['chain_id', 'seq', 'hash']).orderBy('chain_id').execute()
}
