import type { shell as nb } from '../nb/shell.ts'
import { like } from '../same-words.ts'

export const shell = like<typeof nb>()({
  skip: 'Skip to the content',
  toFront: 'Velferdslab, to the front page',
  mainMenu: 'Main menu',
  /** The title of every family page: says nothing to whoever looks over a shoulder. */
  neutralTitle: 'My page',
  myPlan: 'My plan',
  cloth: 'The cloth',
  consents: 'Who can read what',
  consentsShort: 'Sharing',
  hide: 'Hide this page',
  signOut: 'Sign out',
  families: 'Families',
  today: 'Today',
  journey: 'The journey',
  owe: 'What I owe',
  refer: 'Refer',
  report: 'Report',
  figures: 'The figures',
  door: 'The door',
  trace: 'Log of reading',
  glass: 'Emergency access',
  retention: 'Keeping',
  administration: 'Administration',
  asked: 'Asked for a yes',
  toMy: 'My plan',
  toLab: 'My work',
  labTitle: '{{page}} – Velferdslab',
  leader: 'Investment leader',
  language: 'Language',
})
