import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signOut } from '../api.ts'
import { page } from '../paths.ts'

/** Ends the session here and with whoever proved who we are, and leaves the page. */
export function useSignOut() {
  const queryClient = useQueryClient()
  const [leaving, setLeaving] = useState(false)
  const leave = async () => {
    setLeaving(true)
    const next = await signOut().then(
      ({ endSessionUrl }) => endSessionUrl ?? page.signIn,
      // Signed out already, or no network: the front page tells which.
      () => page.signIn,
    )
    queryClient.clear()
    window.location.replace(next)
  }
  return { leaving, leave: () => void leave() }
}
