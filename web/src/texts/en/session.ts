import type { session as nb } from '../nb/session.ts'
import { like } from '../same-words.ts'

export const session = like<typeof nb>()({
  endedTitle: 'You have been signed out',
  endedText:
    'This happens when the page has been idle for a long time, or when you have signed out somewhere else. Sign in again to come back here.',
  signInAgain: 'Sign in again',
  toFront: 'Go to the front page',
  soonTitle: 'Are you still here?',
  soonText: 'The page closes at {{clock}}. What you have sent is saved.',
  stillHere: 'Yes, I am here',
  cannotStay: 'We cannot keep the page open longer than until {{clock}}. Sign in again when you are ready.',
  closeNow: 'Close now',
  unsentTitle: 'Something you have written has not been sent yet',
  unsentText: 'It is only on this device. If you sign out now, it will be lost.',
  unsentStay: 'Stay here until it is sent',
  unsentLeave: 'Sign out anyway',
})
