import { useSyncExternalStore } from 'react'
import { isSignedOut, onSignedOut } from '../api.ts'

/** Whether the server has said that it no longer knows who we are: signed out elsewhere, or the session is over. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(onSignedOut, isSignedOut)
}
