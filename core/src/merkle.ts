/** Makes a fixed number of bytes of any bytes: sha256, handed in, because core has no cryptography of its own. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/**
 * The root of a Merkle tree over leaves in their order, built as in RFC 6962 section 2.1: leaves and nodes are hashed with different first bytes, so
 * that no leaf can be taken for a node; a last one without a neighbour goes up as it is. No leaves: the hash of nothing.
 */
export function merkleRoot(leaves: readonly Uint8Array[], hash: Hash): Uint8Array {
  let level = leaves.map((leaf) => hash(joined(leafByte, leaf)))
  if (level.length === 0) return hash(new Uint8Array())
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at] as Uint8Array, level[at + 1]]
      above.push(right ? hash(joined(nodeByte, left, right)) : left)
    }
    level = above
  }
  return level[0] as Uint8Array
}

const leafByte = Uint8Array.of(0)
const nodeByte = Uint8Array.of(1)

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
