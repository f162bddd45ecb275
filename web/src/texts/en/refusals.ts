import type { refusals as nb } from '../nb/refusals.ts'
import { like } from '../same-words.ts'

/** What, why, and what to do: one sentence or two for what any door may answer. */
export const refusals = like<typeof nb>()({
  'not-signed-in': 'You are signed out. Sign in again to go on.',
  'not-found': 'We cannot find it. It may have moved, or you may not have access.',
  'not-valid': 'Something is missing or written wrongly. Nothing was sent. Look over your answer and try again.',
  'too-many-requests': 'There were many presses in a short time. Wait a minute and try again. Nothing is lost.',
  'too-large': 'The text is too long. Make it shorter and try again. It is still here.',
  'foreign-origin':
    'The answer came from another page than ours, so we did not take it. Load the page again and try once more.',
  unavailable: 'The service does not answer just now. Nothing is changed. Try again in a moment.',
  'server-fault': 'Something went wrong on our side. Nothing is changed. Try again in a moment.',
})
