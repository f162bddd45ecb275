import type { aboutMe as nb } from '../nb/about-me.ts'
import { like } from '../same-words.ts'

/** Everything about me: what one may take out, and how to keep it. */
export const aboutMe = like<typeof nb>()({
  title: 'Everything about me',
  lead: 'You can have everything the welfare lab has about you, in one file. You need not say why.',
  inIt: 'What is in it',
  holds: {
    own: 'The notes about you, and who wrote them',
    children: 'What is written about children you answer for',
    yeses: 'What you have said yes and no to',
    readers: 'Who can read about you now',
    plan: 'The plan, the decisions, the promises and the money',
    happened: 'What has happened, day by day',
  },
  notInIt: 'What other grown people keep to themselves is not in it.',
  takeTitle: 'Get the file',
  takeText: 'You can read the file on the screen, print it or take it to another service.',
  careful:
    'The file holds private things about you. Keep it where only you can get at it. On a machine that others use, delete the file afterwards.',
  take: 'Get everything about me',
  making: 'Making the file',
  takesTime: 'We gather what is written about you. It takes a few seconds.',
  taken: 'You have the file. It is called {{fileName}}.',
  wrongTitle: 'Is something wrong?',
  wrongText:
    'Write a correction beside the note on the cloth. It stays there, and everyone who can read the note sees it.',
})
