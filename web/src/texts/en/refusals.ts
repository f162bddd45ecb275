import type { refusals as nb } from '../nb/refusals.ts'
import { like } from '../same-words.ts'

/** What, why, and what to do: one sentence or two for what any door may answer. */
export const refusals = like<typeof nb>()({
  'not-signed-in': 'You have been signed out. Sign in again to continue.',
  'not-found': 'We cannot find it. It may have moved, or you may not have access.',
  'not-valid': 'Something is missing or written wrongly. Nothing was sent. Check your answer and try again.',
  'too-many-requests': 'There were too many presses in a short time. Wait a minute and try again. Nothing is lost.',
  'too-large': 'The text is too long. Make it shorter and try again. It is still here.',
  'foreign-origin':
    'The answer came from a page that is not ours, so we did not take it. Load the page again and try once more.',
  unavailable: 'The service is not answering just now. Nothing has changed. Try again in a moment.',
  'server-fault': 'Something went wrong on our side. Nothing has changed. Try again in a moment.',
})
