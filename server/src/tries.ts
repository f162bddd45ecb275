import { isIPv6 } from 'node:net'

const anHour = 3_600_000
/** So many addresses are remembered; of more, those that tried longest ago are forgotten. */
const mostAddresses = 10_000

/** Tries from one address within an hour, in the memory of this process: a code of 128 bits is not guessed, and whoever tries is slowed down (REQ-42). */
export function countTries(most: number): { isSpent: (address: string) => boolean; count: (address: string) => void } {
  const tries = new Map<string, number[]>()
  const recent = (network: string): number[] => (tries.get(network) ?? []).filter((at) => at > Date.now() - anHour)
  return {
    isSpent: (address) => recent(networkOf(address)).length >= most,
    count(address) {
      const network = networkOf(address)
      const all = [...recent(network), Date.now()]
      // At the end again: whoever tries now is not the one who is forgotten.
      tries.delete(network)
      tries.set(network, all)
      const [oldest] = tries.keys()
      if (tries.size > mostAddresses && oldest !== undefined) tries.delete(oldest)
    },
  }
}

/** Whom an address belongs to: of IPv6 one subscriber has a whole network (/64), and would be somebody new with each try. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1)
  const [head = '', tail = ''] = address.split('::')
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const groups = [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}
