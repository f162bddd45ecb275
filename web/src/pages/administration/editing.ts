import type { Administration } from '@velferdslab/core/administration'
import type { ChangeKind } from '@velferdslab/core/change'
import { createContext, useContext } from 'react'

/** What somebody is about to change: a thing that stands, or a new one. */
export interface Editing {
  readonly kind: ChangeKind
  readonly subject: string
  readonly before: Readonly<Record<string, unknown>> | null
  /** What is filled in already. */
  readonly start: Readonly<Record<string, unknown>>
}

export const RegistersContext = createContext<{ registers: Administration; edit: (what: Editing) => void } | null>(null)

export function useRegisters() {
  const context = useContext(RegistersContext)
  if (!context) throw new Error('outside the administration')
  return context
}
