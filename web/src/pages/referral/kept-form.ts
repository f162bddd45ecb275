import type { PersonId } from '@velferdslab/core/ids'
import { useCallback, useState } from 'react'

/**
 * What somebody is filling in, kept in this tab until it is sent: a session that ends takes the page down, and signing in again must not
 * cost the words (REQ-102). Signing out clears it with all else.
 */
export function useKeptForm<Form extends object>(name: string, person: PersonId, empty: Form) {
  const key = `velferdslab.form.${name}.${person}`
  const [form, setForm] = useState<Form>(() => ({ ...empty, ...read(key) }))
  const change = useCallback(
    (patch: Partial<Form>) => {
      setForm((before) => {
        const next = { ...before, ...patch }
        write(key, next)
        return next
      })
    },
    [key],
  )
  const clear = useCallback(() => {
    write(key, null)
    setForm(empty)
  }, [key, empty])
  return { form, change, clear }
}

function read(key: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as object
  } catch {
    return {}
  }
}

function write(key: string, form: object | null): void {
  try {
    if (form) sessionStorage.setItem(key, JSON.stringify(form))
    else sessionStorage.removeItem(key)
  } catch {
    // A full or closed storage only means that the words live in the page.
  }
}
