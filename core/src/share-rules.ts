import type { MakeShare } from './commands/share.ts'
import type { Decided } from './refusal.ts'
import type { NotSharedReason, ShareableThing, StandingGround } from './share.ts'

type Thing = Pick<ShareableThing, 'kind' | 'id' | 'area' | 'persons' | 'partyId'>
type Ground = Pick<StandingGround, 'ground' | 'from' | 'to' | 'covers'>

/** What the rules need to know of who hands something over: what they may read there by their seat, and on what it can go where. */
export interface ShareFacts<Of extends Thing = Thing> {
  readonly mine: readonly { readonly partyId: string }[]
  readonly things: readonly Of[]
  readonly grounds: readonly Ground[]
  /** What a service is called inside a sentence. */
  readonly nameOf: (party: string) => string
}

/**
 * Hands things to a service: from one's own service there, on one ground that counts now, and each thing within exactly that ground. A ground of another, of
 * other areas or persons, or one that is over, lets nothing go (REQ-09).
 */
export function makeShare<Of extends Thing>(
  facts: ShareFacts<Of>,
  input: Pick<MakeShare, 'from' | 'to' | 'ground' | 'things'>,
): Decided<{ readonly things: readonly Of[] }> {
  if (!facts.mine.some(({ partyId }) => partyId === input.from)) return { refused: 'share-from-elsewhere' }
  const ground = facts.grounds.find(
    (each) =>
      each.ground.by === input.ground.by &&
      each.ground.id === input.ground.id &&
      each.from === input.from &&
      each.to === input.to,
  )
  if (!ground) return { refused: 'share-ground-over', values: { service: facts.nameOf(input.to) } }
  const asked = new Set(input.things.map(keyOf))
  const things = facts.things.filter((thing) => asked.has(keyOf(thing)))
  if (things.length !== asked.size) return { refused: 'share-item-unknown' }
  if (!things.every((thing) => isCovered(thing, ground)))
    return { refused: 'share-not-covered', values: { service: facts.nameOf(input.to) } }
  return { done: { things } }
}

/**
 * Whether a ground lets a thing go: its area for every person it is about. What a service takes along to its own journal of its own work asks for no more
 * than that a yes to it holds: it is its own already (case 4 of who sees a row).
 */
export function isCovered(thing: Thing, ground: Ground): boolean {
  if (ground.from === ground.to && ground.ground.by === 'consent' && thing.partyId === ground.from) return true
  return (
    thing.persons.length > 0 &&
    thing.persons.every((person) =>
      ground.covers.some((cover) => cover.personId === person && cover.area === thing.area),
    )
  )
}

/** Grounds that let all of these go to a service. */
export function fittingGrounds<Of extends Ground>(grounds: readonly Of[], things: readonly Thing[], to: string): Of[] {
  return grounds.filter((ground) => ground.to === to && things.every((thing) => isCovered(thing, ground)))
}

/** Why a thing goes to no other service, or not to one; null when it can. */
export function whyNotShared(thing: Thing, grounds: readonly Ground[], service?: string): NotSharedReason | null {
  const others = grounds.filter((ground) => (service ? ground.to === service : ground.from !== ground.to))
  if (others.some((ground) => isCovered(thing, ground))) return null
  if (thing.area === 'common') return 'common'
  const services = [...new Set(others.map(({ to }) => to))]
  const eachAlone = services.some((to) => {
    const covers = others.filter((ground) => ground.to === to).flatMap((ground) => ground.covers)
    return thing.persons.every((person) => covers.some((one) => one.personId === person && one.area === thing.area))
  })
  return eachAlone && thing.persons.length > 1 ? 'each_alone' : 'no_yes'
}

/** One thing by kind and id. */
export function keyOf({ kind, id }: Pick<Thing, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}
