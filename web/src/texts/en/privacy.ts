import type { privacy as nb } from '../nb/privacy.ts'
import { like } from '../same-words.ts'

/** A question about a text that more than its writer will read. */
export const privacy = like<typeof nb>()({
  'identity-number': 'There seems to be a national identity number in the text.',
  telephone: 'There seems to be a telephone number in the text.',
  address: 'There seems to be an address in the text. Somebody may need it not to be known.',
  diagnosis: 'There seems to be the name of an illness or a diagnosis in the text.',
  drugs: 'The text seems to be about alcohol, drugs or medicines.',
  ask: 'Is it meant for others to read?',
  keep: 'Yes, leave it',
  change: 'No, I want to change it',
})
