import type { Fjordvik } from '../../db/seed/fjordvik.ts'

export type Mask = (text: string) => string

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g
/** Of words with a salt of their own: never the same twice. */
const proof = /\b[0-9a-f]{64}\b/g
/** A family's number, which is the beginning of its id: what who reads the traces is told instead of a name. */
const familyNumber = /\b[0-9A-F]{4}-[0-9A-F]{4}\b/g
const cursor = /"cursor":"([^"]*)"/g

/**
 * Replaces what cannot be the same in two towns: ids and moments made since the comparison began, and salted hashes, sealed cursors. An id becomes its place in the order of
 * appearance within one text, and a moment too, so that what is missing, or is there twice, still shows; a cursor becomes its length. A
 * moment that is told to the minute only is told as that: whether two fall into one minute hangs on when the story is played.
 * @param since the same for every town that is compared, or what was laid just before the first would be masked in one and stand in the other
 */
export function maskOf(town: Fjordvik, since: Date): Mask {
  const laid = new Set<string>([
    town.municipality,
    ...Object.values(town.persons),
    ...Object.values(town.parties),
    ...Object.values(town.families),
  ])
  const laidNumbers = new Set(Object.values(town.families).map(numberOf))
  return (text) => {
    const seen = () => new Map<string, string>()
    const [ids, numbers, proofs, moments] = [seen(), seen(), seen(), seen()]
    const inOrder = (known: Map<string, string>, letter: string, found: string) => {
      const place = known.get(found) ?? `${letter}${known.size + 1}`
      known.set(found, place)
      return place
    }
    return text
      .replaceAll(cursor, (_, sealed: string) => `"cursor":${sealed.length}`)
      .replaceAll(uuid, (id) => (laid.has(id) ? id : inOrder(ids, 'id', id)))
      .replaceAll(familyNumber, (number) => (laidNumbers.has(number) ? number : inOrder(numbers, 'family', number)))
      .replaceAll(proof, (hash) => inOrder(proofs, 'proof', hash))
      .replaceAll(moment, (at) => {
        if (Date.parse(at) < since.getTime() - 60_000) return at
        return at.endsWith(':00.000Z') ? 'a minute' : inOrder(moments, 'at', at)
      })
  }
}

const numberOf = (id: string) => `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase()
