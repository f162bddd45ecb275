import type { FamilyId, PersonId } from '@velferdslab/core/ids'

/**
 * What is kept on this device until it has been sent: unfinished texts and commands, one entry each, so that two windows never
 * write over one another. Signing out clears it all; a session that ends by itself does not (REQ-102).
 */
const root = 'velferdslab.kept.'

export type Shelf = {
  /** Every kept value whose key begins with the prefix. */
  list: (prefix: string) => { key: string; value: string }[]
  /** False when the value only lives in memory, so that the page can warn before it is closed. */
  put: (key: string, value: string) => boolean
  remove: (key: string) => void
}

/** The browser's own storage; memory where it is full or closed to us. */
export function deviceShelf(storage: Storage | undefined = deviceStorage()): Shelf {
  const memory = new Map<string, string>()
  return {
    list(prefix) {
      const found = new Map<string, string>()
      if (storage) {
        for (let i = 0; i < storage.length; i++) {
          const key = storage.key(i)
          if (key?.startsWith(root + prefix)) found.set(key.slice(root.length), storage.getItem(key) ?? '')
        }
      }
      for (const [key, value] of memory) if (key.startsWith(prefix)) found.set(key, value)
      return [...found].map(([key, value]) => ({ key, value }))
    },
    put(key, value) {
      try {
        if (!storage) throw new Error('no storage')
        storage.setItem(root + key, value)
        memory.delete(key)
        return true
      } catch {
        memory.set(key, value)
        return false
      }
    },
    remove(key) {
      memory.delete(key)
      try {
        storage?.removeItem(root + key)
      } catch {
        // Nothing is lost by a value that stays: it is removed by its key, and sent again harmlessly.
      }
    },
  }
}

function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

/** Where one person's things of one family stand. */
export function shelfPrefix(person: PersonId, family: FamilyId): string {
  return `${person}.${family}.`
}

/** Families of whom a person has something on this device that is not sent yet. */
export function familiesKept(person: PersonId): FamilyId[] {
  const families = deviceShelf()
    .list(`${person}.`)
    .map(({ key }) => key.split('.')[1] as FamilyId)
  return [...new Set(families)]
}

/** Whether something a person has written stands on this device alone. */
export function isAnythingKept(person: PersonId): boolean {
  return familiesKept(person).length > 0
}

/** True for a key of the browser's storage that holds something of ours under the prefix (for the storage event). */
export function isKept(key: string | null, prefix: string): boolean {
  return key === null || key.startsWith(root + prefix)
}

/** Signing out: nothing of anybody stays on this device. */
export function forgetEverythingKept(storage: Storage | undefined = deviceStorage()): void {
  if (!storage) return
  for (const key of Object.keys(storage)) if (key.startsWith(root)) storage.removeItem(key)
}
