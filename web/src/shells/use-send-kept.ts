import type { PersonId } from '@velferdslab/core/ids'
import { useEffect } from 'react'
import { sendKept } from '../live/send-kept.ts'

/** What was written without network goes on its way when a page is opened and when the network is back, not only on the cloth. */
export function useSendKept(person: PersonId): void {
  useEffect(() => {
    const send = () => void sendKept(person).catch(() => undefined)
    send()
    addEventListener('online', send)
    return () => removeEventListener('online', send)
  }, [person])
}
