import type { FamilyId } from '@velferdslab/core/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { openLive } from './live-socket.ts'

/** Plan and account stay true while they are open: when somebody answers or decides, what I see of it is fetched again at once. */
export function usePlanLive(familyId: FamilyId): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const fetchAnew = () => {
      void queryClient.invalidateQueries({ queryKey: ['family', familyId, 'plan'] })
      void queryClient.invalidateQueries({ queryKey: ['family', familyId, 'account'] })
    }
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = openLive({
      address: () => `${scheme}://${location.host}/api/families/${familyId}/live?watch=plan`,
      onFrame(frame) {
        // Ready: whatever happened while the line was down is fetched too.
        if (frame.is === 'plan' || frame.is === 'sight' || frame.is === 'ready') fetchAnew()
      },
      onLink: () => undefined,
      // The ordinary doors say who may still read, and whether somebody is signed in.
      onEnd: fetchAnew,
      onRefused: () => undefined,
    })
    const hurry = () => socket.hurry()
    addEventListener('online', hurry)
    return () => {
      removeEventListener('online', hurry)
      socket.close()
    }
  }, [familyId, queryClient])
}
