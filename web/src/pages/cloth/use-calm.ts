import type { Cloth } from '@velferdslab/core/cloth'
import { useState } from 'react'
import { calmFrom, type CalmSince } from '../../live/held-back.ts'
import { useClothSettings } from './settings.ts'

/** While calm is on: the cloth as it stood when the calm began, or when what was new was last shown. */
export function useCalm(cloth: Cloth | undefined): { since: CalmSince | null; showNew: () => void } {
  const { calm } = useClothSettings()
  const [since, setSince] = useState<CalmSince | null>(null)
  // The calm begins with what stands just then; the state follows the setting within the same drawing.
  if (calm && cloth && !since) setSince(calmFrom(cloth.notes))
  if (!calm && since) setSince(null)
  return { since: calm ? since : null, showNew: () => cloth && setSince(calmFrom(cloth.notes)) }
}
