export async function findFaults(_: { seed: number; migrations?: string; say?: (line: string) => void }) {
  return { found: 0, planted: 0 }
}
