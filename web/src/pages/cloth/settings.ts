import { useSyncExternalStore } from 'react'
import { announceScopes, type AnnounceScope } from '../../live/announcements.ts'

/** How somebody wants to hear of others' changes, remembered on this device (REQ-90, REQ-94). It says nothing about anybody. */
export type ClothSettings = { scope: AnnounceScope; calm: boolean }

const key = 'velferdslab.cloth-settings'
const listeners = new Set<() => void>()
let settings = load()

export function useClothSettings(): ClothSettings {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => settings,
  )
}

export function setClothSettings(patch: Partial<ClothSettings>): void {
  settings = { ...settings, ...patch }
  try {
    localStorage.setItem(key, JSON.stringify(settings))
  } catch {
    // It holds for this visit, then.
  }
  for (const listener of listeners) listener()
}

function load(): ClothSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<ClothSettings>
    return { scope: announceScopes.find((scope) => scope === kept.scope) ?? 'all', calm: kept.calm === true }
  } catch {
    return { scope: 'all', calm: false }
  }
}
