import type { rules as nb } from '../nb/rules.ts'
import { like } from '../same-words.ts'

export const rules = like<typeof nb>()({
  lawTitle: 'Rules of law',
  lawText:
    'This is when somebody may, or must, pass something on without a yes from the family. A change becomes a new version. What was done before still rests on the version that applied then.',
  basis: '{{statute}} {{paragraph}}',
  days_one: 'At most {{count}} day',
  days_other: 'At most {{count}} days',
  forSectors: 'For {{sectors}}',
  forNobody: 'Can be read, but not used',
  begins: 'Begins {{day}}',
  ends: 'Applies up to and including {{day}}',
  ended: 'Applied up to and including {{day}}',
  readLaw: 'Read the law',
  reviewed: 'Checked by {{name}} {{day}}',
  unreviewed: 'Not checked by a lawyer yet',

  wordsTitle: 'Words we ask about',
  wordsText:
    'When somebody writes such a word, the page asks whether others are meant to read it. No text is stopped or sent anywhere.',
  offList: 'Not on the list',
  tryTitle: 'Try the list',
  tryText: 'Write a sentence and wait a little. The page asks as it does elsewhere, and nothing is saved.',
  tryLabel: 'A sentence to try',

  watchTitle: 'Access to look at',
  watchText:
    'Every night the product goes through who has read, and looks for this. The privacy officer gets the list. You do not see it.',
  inUse: 'In use',
  notInUse: 'Not in use',
  hours: 'From {{from}} until {{to}}',
  aboveVolume: 'More than {{count}} families in one day',
  aboveAsked: '{{count}} families or more in one day',
  origin: 'Source: {{origin}}',

  keptTitle: 'How long something is kept',
  keptText:
    'What is to be deleted is deleted the night after its last day. What belongs to the archive stays until the archive has received it.',

  more_one: 'Show {{count}} more',
  more_other: 'Show {{count}} more',
})
