const anHour = 3_600_000

/** Tries from one address within an hour, in the memory of this process: a code of 128 bits is not guessed, and whoever tries is slowed down (REQ-42). */
export function countTries(most: number): { isSpent: (address: string) => boolean; count: (address: string) => void } {
  const tries = new Map<string, number[]>()
  const recent = (address: string): number[] => (tries.get(address) ?? []).filter((at) => at > Date.now() - anHour)
  return {
    isSpent: (address) => recent(address).length >= most,
    count(address) {
      if (tries.size > 10_000) tries.clear()
      tries.set(address, [...recent(address), Date.now()])
    },
  }
}
