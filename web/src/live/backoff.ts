/** How long to wait before the next try, in milliseconds: doubling, capped, with half of it random so that phones do not come back in step. */
export function waitBefore(tries: number, random: () => number = Math.random, longest = 8_000): number {
  const full = Math.min(longest, 500 * 2 ** Math.min(Math.max(tries - 1, 0), 10))
  return Math.round(full / 2 + (full / 2) * random())
}
