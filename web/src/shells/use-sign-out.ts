import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signOut } from '../api.ts'
import { forgetEverythingKept, isAnythingKept } from '../live/kept.ts'
import { page } from '../paths.ts'
import { meQuery } from '../queries.ts'

/**
 * Ends the session here and with whoever proved who we are, and leaves the page. Nothing of anybody stays on the device
 * afterwards, so whoever has written something that is not sent yet is asked first.
 */
export function useSignOut() {
  const queryClient = useQueryClient()
  const [step, setStep] = useState<'here' | 'asking' | 'leaving'>('here')
  const leave = async () => {
    setStep('leaving')
    const next = await signOut().then(
      ({ endSessionUrl }) => endSessionUrl ?? page.signIn,
      // Signed out already, or no network: the front page tells which.
      () => page.signIn,
    )
    forgetEverythingKept()
    queryClient.clear()
    window.location.replace(next)
  }
  const ask = () => {
    const me = queryClient.getQueryData(meQuery.queryKey)
    if (me && isAnythingKept(me.person.id)) setStep('asking')
    else void leave()
  }
  return { step, ask, leave: () => void leave(), stay: () => setStep('here') }
}
