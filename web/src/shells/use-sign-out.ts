import type { PersonId } from '@velferdslab/core/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signOut } from '../api.ts'
import { forgetEverythingKept, isAnythingKept } from '../live/kept.ts'
import { page } from '../paths.ts'
import { meQuery } from '../queries.ts'

/** What is on its way just now gets a moment to arrive, so that nobody is asked about words the others see already. */
const patienceMs = 1500

async function isAllSent(person: PersonId): Promise<boolean> {
  const until = Date.now() + (navigator.onLine ? patienceMs : 0)
  while (isAnythingKept(person) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50))
  return !isAnythingKept(person)
}

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
  const ask = async () => {
    const me = queryClient.getQueryData(meQuery.queryKey)
    setStep('leaving')
    if (me && !(await isAllSent(me.person.id))) setStep('asking')
    else await leave()
  }
  return { step, ask: () => void ask(), leave: () => void leave(), stay: () => setStep('here') }
}
