import type { privacy as nb } from '../nb/privacy.ts'
import { like } from '../same-words.ts'

/** A question about a text that more than its writer will read. */
export const privacy = like<typeof nb>()({
  'identity-number': 'The text seems to hold a national identity number.',
  telephone: 'The text seems to hold a telephone number.',
  address: 'The text seems to hold an address. Somebody may need it not to be known.',
  diagnosis: 'The text seems to hold the name of an illness or a diagnosis.',
  drugs: 'The text seems to be about drugs or medicines.',
  ask: 'Is it meant for everyone at the table to read?',
  keep: 'Yes, leave it',
  change: 'No, I want to change it',
})
