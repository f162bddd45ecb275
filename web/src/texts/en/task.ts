import type { task as nb } from '../nb/task.ts'
import { like } from '../same-words.ts'

export const task = like<typeof nb>()({
  what: 'Fetching what you have promised.',
  openTitle: 'You have been given a link',
  openText: 'Here you can see one thing you have promised to do, and say when it is done.',
  openDo: 'Open on this phone',
  openOnce: 'The link works only on the phone or computer you open it on first.',
  hello: 'Hello, {{name}}',
  declareLead: 'Before you can read, we ask you to promise one thing.',
  declareTitle: 'Confidentiality',
  declareText: 'What you read here belongs to the family. You do not pass it on. That also goes for when this is over.',
  declareDo: 'I promise',
  declareMissing: 'You must promise confidentiality before you can read.',
  declareGo: 'Go on',
  title: 'What you have promised',
  forWhom: 'For',
  theFamily: 'The family',
  due: 'When',
  thanks: 'Thank you. It stands as done, and the family can see it.',
  noted: 'Thank you for saying so. The family can read it. Please tell us again when it is done.',
  lasts: 'The link works up to and including {{day}}. The family can stop it before.',
  nothingTitle: 'The link opens nothing now',
  nothingText:
    'It may have been used on another phone, been stopped or have ended. Ask whoever gave it to you for a new one.',
})
