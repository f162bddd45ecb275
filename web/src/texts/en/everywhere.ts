import type { everywhere as nb } from '../nb/everywhere.ts'
import { like } from '../same-words.ts'

export const everywhere = like<typeof nb>()({
  close: 'Close',
  familyOf: 'The {{name}} family',
  back: 'Back',
  tryAgain: 'Try again',
  loading: 'Fetching the page.',
  me: 'me',
  you: 'you',
  money: 'NOK\u00a0{{amount}}',
})
