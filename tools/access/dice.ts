import fc from 'fast-check'

/** Everything random in a world comes from here, so that a seed replays it. */
export type Dice = {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number
  chance(probability: number): boolean
  pick<Item>(list: readonly Item[]): Item
  /** Each item with a probability. */
  some<Item>(list: readonly Item[], probability: number): Item[]
  shuffled<Item>(list: readonly Item[]): Item[]
  uuid(): string
}

/** @param seed any whole number; @param turn which of the worlds of that seed */
export function diceOf(seed: number, turn: number): Dice {
  const mixed = Math.imul(seed ^ Math.imul(turn + 1, 0x9e3779b1), 0x85ebca6b)
  const [stream] = fc.sample(fc.infiniteStream(fc.noBias(fc.nat(0x7fffffff))), { seed: mixed, numRuns: 1 })
  if (!stream) throw new Error('no random numbers')
  const next = () => stream.next().value as number
  const below = (end: number) => next() % end
  const pick = <Item>(list: readonly Item[]) => {
    if (list.length === 0) throw new Error('nothing to pick from')
    return list[below(list.length)] as Item
  }
  const chance = (probability: number) => next() < probability * 0x80000000
  return {
    below,
    chance,
    pick,
    some: (list, probability) => list.filter(() => chance(probability)),
    shuffled(list) {
      const rest = [...list]
      return list.map(() => rest.splice(below(rest.length), 1)[0] as (typeof list)[number])
    },
    uuid() {
      const hex = Array.from({ length: 4 }, () => (next() * 2 + below(2)).toString(16).padStart(8, '0')).join('')
      const variant = '89ab'[below(4)] ?? '8'
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
    },
  }
}
