import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes to look for, under the name they are told by. At least eight of them. */
export interface Pattern {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Looks for many byte patterns in every file of a folder at once.
 * @returns the names that were found, each with the file it was found in first, and how much was searched
 */
export function searchFolder(
  folder: string,
  patterns: readonly Pattern[],
): { hits: Map<string, string>; bytes: number } {
  const hits = new Map<string, string>()
  const search = prepareSearch(patterns)
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const content = readIfThere(file)
    bytes += content.length
    for (const name of search(content)) if (!hits.has(name)) hits.set(name, file)
  }
  return { hits, bytes }
}

/** One walk over the bytes for all patterns: their first four bytes say where it is worth comparing. */
export function prepareSearch(patterns: readonly Pattern[]): (content: Buffer) => Set<string> {
  const byStart = new Map<number, Pattern[]>()
  const mayStart = new Uint8Array(1 << 20)
  const slot = (start: number) => (Math.imul(start, 0x9e3779b1) >>> 12) & 0xfffff
  for (const pattern of patterns) {
    if (pattern.bytes.length < 8) throw new Error('a pattern this short is found by chance')
    const start = pattern.bytes.readUInt32LE(0)
    byStart.set(start, [...(byStart.get(start) ?? []), pattern])
    mayStart[slot(start)] = 1
  }
  return (content) => {
    const found = new Set<string>()
    for (let at = 0, start = 0; at < content.length; at++) {
      // The four bytes that end here, as a little-endian number.
      start = (start >>> 8) | ((content[at] as number) << 24)
      if (at < 3 || mayStart[slot(start)] === 0) continue
      for (const pattern of byStart.get(start >>> 0) ?? []) {
        if (content.subarray(at - 3, at - 3 + pattern.bytes.length).equals(pattern.bytes)) found.add(pattern.name)
      }
    }
    return found
  }
}

/** PostgreSQL removes files while it runs. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
