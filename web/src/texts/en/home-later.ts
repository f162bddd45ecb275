import type { homeLater as nb } from '../nb/home-later.ts'
import { like } from '../same-words.ts'

export const homeLater = like<typeof nb>()({
  meetingTitle: 'Next meeting',
  meetingOn: 'The meeting is on now.',
  meetingWho: 'At the table: {{names}}.',
  meetingOpen: 'See the meeting',
  meetingGo: 'Go to the table',
  waitsTitle: 'This also waits for you',
  waitsOpen: 'Answer',
  waitsStart: 'Something waits for an answer before the first meeting.',
  waitsStartOpen: 'Answer: before the first meeting',
  waitsServices_one: 'What may one service know? It is your choice.',
  waitsServices_other: 'What may the services know? {{Words}} wait for your choice.',
  waitsServicesOpen: 'Answer: what the services may know',
  waitsSign: 'The plan has been put up. Read it, and sign when you like.',
  waitsSignOpen: 'Answer: the plan',
  waitsDecide_one: 'One decision waits for your answer. You can take time to think.',
  waitsDecide_other: '{{Words}} decisions wait for your answer. You can take time to think.',
  waitsDecideOpen: 'Answer: decisions',
  owedNone: 'What we have promised stands here, with name and day. Nobody has promised anything yet.',
  promisesSee: 'See the promises',
  doingTitle: 'How you are doing',
  doingNone: 'You have not answered yet. Answer when you like, or leave it.',
  doingScore: 'You answered {{score}} out of 10, {{day}}.',
  doingWords: 'You wrote this {{day}}.',
  doingOpen: 'See the journey and how you are doing',
})
