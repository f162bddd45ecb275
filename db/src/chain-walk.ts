import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import { createHash } from 'node:crypto'

/** One event as it lies in the database, with all that its hash was made of. */
export interface Link {
  readonly seq: number
  readonly kind: string
  readonly actor: string | null
  /** Microseconds since 1970, as text. */
  readonly at: string
  readonly about: string | null
  readonly area: string | null
  readonly privacy: string | null
  readonly subject: string | null
  readonly data: string
  readonly prev: Buffer
  readonly hash: Buffer
}

/** How far a chain had come when a root was signed, and the day of that. */
export interface SignedHead {
  readonly seq: number
  readonly hash: string
  readonly day: CalendarDay
}

/** Something that is not as it was written. */
export interface ChainFault {
  /** The chain's id; for the files of roots, the file. */
  readonly chain: string
  /** Number of the event where it shows; null for the chain as a whole. */
  readonly seq: number | null
  /** The day of that event; of a chain that is gone, the last day it was signed for; null where nothing tells. */
  readonly day: CalendarDay | null
  readonly what:
    | 'changed'
    | 'removed'
    | 'inserted'
    | 'reordered'
    | 'cut-tail'
    | 'rewritten'
    | 'head-changed'
    | 'chain-gone'
    | 'root-forged'
    | 'root-missing'
}

/**
 * One chain against itself, its head, and the heads that were signed. Follows the thread from each event to the one that names it as the one before, so that
 * what was inserted or moved is told from what was changed or taken out.
 *
 * Whoever can compute all hashes anew can make a chain that fits itself: only the signed heads, kept outside the database, tell of that ('rewritten', 'cut-tail').
 */
export function walkChain(
  chain: string,
  links: readonly Link[],
  head: { readonly seq: number; readonly hash: Buffer },
  signed: readonly SignedHead[] = [],
): ChainFault[] {
  const faults: ChainFault[] = []
  const tell = (seq: number, what: ChainFault['what'], link?: Link) => {
    faults.push({ chain, seq, day: link ? dayOf(link) : null, what })
  }
  const after = new Map<string, Link[]>()
  for (const link of links) after.set(hexOf(link.prev), [...(after.get(hexOf(link.prev)) ?? []), link])
  // What stands beyond a head that itself is right was put there past everything that links.
  const atHead = links.find((link) => link.seq === head.seq)
  const beyond = head.seq === 0 || atHead?.hash.equals(head.hash) ? links.filter((link) => link.seq > head.seq) : []
  for (const link of beyond) tell(link.seq, 'inserted', link)
  const left = new Set(links.filter((link) => !beyond.includes(link)))
  const isNamed = (link: Link) =>
    link.hash.equals(head.hash) || (after.get(hexOf(link.hash)) ?? []).some((next) => left.has(next) && next !== link)

  let number = 1
  /** Where a link stands, less its number: grows by what was inserted, shrinks when what was taken out was closed up. */
  let offset = 0
  let last: Link | undefined
  while (left.size > 0) {
    const here = (after.get(last ? hexOf(last.hash) : '') ?? []).filter((link) => left.has(link))
    // Two that both claim to come next: the one that the rest goes on from is the true one.
    const next = here.find(isNamed) ?? here.find((link) => fits(chain, link, number)) ?? here[0]
    for (const more of here.filter((link) => link !== next)) {
      tell(more.seq, 'inserted', more)
      left.delete(more)
      if (next && more.seq <= next.seq) offset += 1
    }
    const link = next ?? lowest(left)
    left.delete(link)
    let known = number
    if (!fits(chain, link, number)) {
      const true_ = numberOf(chain, link, number, number + left.size + links.length)
      const stands = link.seq - offset
      if (true_ === undefined) tell(link.seq, 'changed', link)
      known = Math.max(number, true_ ?? stands)
    }
    if (!next && known === number && last && fits(chain, link, number) && fits(chain, last, number - 1)) {
      // It fits itself and its number, but not the one before, which fits as well: one of them is not from here.
      tell(link.seq, 'inserted', link)
      continue
    }
    for (; number < known; number++) tell(number, 'removed', last ?? link)
    if (!next) offset = link.seq - number
    else if (link.seq !== number + offset) tell(link.seq, 'reordered', link)
    last = link
    number += 1
  }
  checkHead(last, head, faults.length === 0, tell)
  checkSigned(chain, links, signed, faults)
  return faults
}

type Tell = (seq: number, what: ChainFault['what'], link?: Link) => void

function checkHead(
  last: Link | undefined,
  head: { readonly seq: number; readonly hash: Buffer },
  isWhole: boolean,
  tell: Tell,
): void {
  const fitsHead = head.hash.equals(last?.hash ?? Buffer.alloc(0))
  if (!fitsHead && head.seq > (last?.seq ?? 0)) tell((last?.seq ?? 0) + 1, 'cut-tail', last)
  else if (isWhole && (!fitsHead || head.seq !== (last?.seq ?? 0))) tell(head.seq, 'head-changed', last)
}

/** The first signed head that does not fit, and no more: those after it cannot fit either. */
function checkSigned(chain: string, links: readonly Link[], signed: readonly SignedHead[], faults: ChainFault[]): void {
  const bySeq = new Map(links.map((link) => [link.seq, link]))
  const hashes = new Set(links.map((link) => hexOf(link.hash)))
  const end = links.at(-1)?.seq ?? 0
  let fitsUntil = 0
  for (const head of signed) {
    if (head.seq === 0) continue
    const link = bySeq.get(head.seq)
    if (link && hexOf(link.hash) === head.hash) {
      fitsUntil = Math.max(fitsUntil, head.seq)
      continue
    }
    // It is there under another number: what moved it is told already.
    if (faults.length > 0 && hashes.has(head.hash)) continue
    // What was said of the chain by itself already tells where; only what fits itself is told here.
    if (head.seq > end) {
      if (!faults.some((fault) => fault.what === 'cut-tail'))
        faults.push({ chain, seq: end + 1, day: head.day, what: 'cut-tail' })
    } else if (faults.length === 0) faults.push({ chain, seq: fitsUntil + 1, day: head.day, what: 'rewritten' })
    return
  }
}

function lowest(links: ReadonlySet<Link>): Link {
  let found: Link | undefined
  for (const link of links) if (!found || link.seq < found.seq) found = link
  return found as Link
}

/** The number under which a link's hash is right, if any up to `end`. */
function numberOf(chain: string, link: Link, from: number, end: number): number | undefined {
  if (fits(chain, link, link.seq)) return link.seq
  for (let number = from; number <= end; number++) if (fits(chain, link, number)) return number
  return undefined
}

function fits(chain: string, link: Link, number: number): boolean {
  const line = [
    chain,
    String(number),
    link.kind,
    link.actor ?? '-',
    link.at,
    link.about ?? '-',
    link.area ?? '-',
    link.privacy ?? '-',
    link.subject ?? '-',
    link.data,
  ].join('\u001f')
  return createHash('sha256').update(link.prev).update(line, 'utf8').digest().equals(link.hash)
}

function dayOf(link: Link): CalendarDay {
  return dayInOslo(new Date(Number(link.at) / 1000))
}

function hexOf(bytes: Buffer): string {
  return bytes.toString('hex')
}
