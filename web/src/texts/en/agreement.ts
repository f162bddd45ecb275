import type { agreement as nb } from '../nb/agreement.ts'
import { like } from '../same-words.ts'

export const agreement = like<typeof nb>()({
  what: 'Fetching the agreement.',
  title: 'Do you want to take part?',
  signedTitle: 'You are taking part',
  lead: 'In the welfare lab you gather those who can help around one table. Together you make one plan. It is yours.',
  how: 'This is how it works',
  how1: 'You tell us what matters to you, and what you dream of.',
  how2: 'You choose who sits at the table. Nobody gets a seat without your yes.',
  how3: 'Those who sit there can decide together with you, there and then.',
  how4: 'Everyone does what they promised. You see who owes you what.',
  sentencesTitle: 'This is what we agree on',
  sentences: {
    voluntary: 'Taking part is voluntary.',
    leave: 'You can take a break or stop at any time, without saying why.',
    keepHelp: 'You do not lose help you have a right to.',
    myYes: 'The team decides nothing about you without your yes.',
    byLaw: 'Sometimes the law makes a service decide alone. Then you are told, and how to appeal.',
    leader: '{{leader}} leads the work. {{leader}} can read the plan and the cloth, but not what you keep to yourself.',
    seats: 'Nobody gets a seat, and no service reads about you, before you say yes.',
    children: 'Children get to say what they think, and are told who can read it.',
    weDo: 'We do what we promised, and tell you if we are late.',
    iDo: 'You do what you promised as well as you can, and tell us if it does not work.',
    readAndCorrect: 'You can read, correct and get a copy of what is written about you, and see who has read it.',
    confidential:
      'Everyone at the table must keep it confidential. Still, we must speak up if a child may be in danger or someone may be badly hurt.',
  },
  leaderSoon:
    'One person leads the work. You are told who, and you can ask for somebody else. Until then nobody reads your plan.',
  young: 'Some things are decided by those with parental responsibility, by law. Then we ask you first.',
  law: 'The law can sometimes say that we must wait before we tell you something.',
  notConsent: 'Signing does not let anybody read about you. We ask about that afterwards, one by one.',
  sign: 'Yes, I want to take part',
  think: 'I want time to think',
  thinkText:
    'That is quite all right. Nothing happens before you have answered. You can find the agreement here whenever you like.',
  signed:
    'Thank you. You signed on {{day}}. The team that welcomes families can see that you want to take part. They will call you.',
  tooYoung: 'You are under 16. The grown-ups sign for themselves. You get to say what you think.',
  othersTitle: 'Others in the family',
  otherSigned: '{{name}} signed on {{day}}.',
  otherNot: '{{name}} gives a separate answer.',
  home: 'To my plan',
})
