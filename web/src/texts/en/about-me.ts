import type { aboutMe as nb } from '../nb/about-me.ts'
import { like } from '../same-words.ts'

/** Everything about me: what one may take out, and how to keep it. */
export const aboutMe = like<typeof nb>()({
  title: 'Everything about me',
  lead: 'You can get what is written about you in the welfare lab, in one file. You do not have to say why.',
  inIt: 'What is in it',
  holds: {
    own: 'The notes about you, and who wrote them',
    children: 'What is written about children you answer for',
    yeses: 'What you have said yes and no to',
    readers: 'Who can read about you now',
    plan: 'The plan, the decisions, the promises and the money',
    happened: 'What has happened, day by day',
  },
  notInIt:
    'What other adults keep to themselves is not in it. Sometimes the law may say that we have to wait before we tell you something.',
  takeTitle: 'Get the file',
  takeText: 'You can read the file on the screen, print it or take it to another service.',
  careful:
    'What is in the file is private. Keep it where only you can get at it. If others use the same computer, delete the file afterwards.',
  take: 'Get everything about me',
  making: 'Making the file',
  takesTime: 'We gather what is written about you. It takes a few seconds.',
  taken: 'You have the file. It is called {{fileName}}.',
  wrongTitle: 'Is something wrong?',
  wrongText:
    'Write a correction beside the note on the cloth. It stays there, and everyone who can read the note sees it.',
})
