/** The value below which this share of sorted numbers lies (nearest rank), to a hundredth; 0 of nothing. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)
  return Math.round((sorted[Math.max(0, at)] ?? 0) * 100) / 100
}
