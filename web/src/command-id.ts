import type { CommandId } from '@velferdslab/core/ids'
import { useCallback, useRef } from 'react'
import { newId } from './api.ts'

/**
 * One id for one command: trying the same again keeps it, so that the server does it once; another content gets another id.
 * Call `done` when the command is answered.
 */
export function useCommandId() {
  const last = useRef<{ content: string; id: CommandId } | null>(null)
  const idFor = useCallback((content: unknown): CommandId => {
    const text = JSON.stringify(content)
    if (last.current?.content !== text) last.current = { content: text, id: newId() }
    return last.current.id
  }, [])
  const done = useCallback(() => {
    last.current = null
  }, [])
  return { idFor, done }
}
