import type { wellbeing as nb } from '../nb/wellbeing.ts'
import { like } from '../same-words.ts'

export const wellbeing = like<typeof nb>()({
  what: 'Fetching your answers.',
  title: 'How you are doing',
  lead: 'The answers are yours. You can skip anything.',

  /** The question */
  question: 'All in all, how are you these days?',
  low: 'as bad as it can be',
  high: 'as good as it can be',
  ratherNot: 'I would rather not answer',
  unanswer: 'Remove the answer',
  answerNow: 'Answer now',
  answerTitle: 'How are you doing?',
  before: 'Before you answer',
  onlyYou: 'Only you can read the answer. Nobody at home and nobody in the team can read it.',
  youAndLeaders: 'You and {{names}} can read the answer. Nobody at home can read it.',
  takeBack: 'You can take it away again. Whoever has read it may remember it.',
  ownWords: 'Do you want to say something in your own words?',
  ownWordsHint: 'One sentence is enough. You can also choose not to.',
  whoReads: 'Who can read the answer?',
  onlyMe: 'Only me',
  meAndLeaders: 'Me and {{names}}',
  save: 'Save the answer',
  notNow: 'Not now',
  nothingSaid: 'Choose a number, write a few words, or choose that you would rather not answer.',
  saved: 'Your answer is saved.',

  /** Answers over time */
  none: 'No answers yet',
  noneText: 'If you answer now and later, you can see what has changed.',
  answers: 'Your answers over time',
  score: '{{score}} of 10',
  saidRatherNot: 'You would rather not answer this',
  saidNoNumber: 'Without a number',
  theyRatherNot: 'Would rather not answer this',
  change: 'At first you said {{from}}. Most recently you said {{to}}.',
  theirChange: 'First {{from}}, most recently {{to}}.',
  beforeWork: 'Before the work began',
  duringWork: 'Under way',
  afterWork: 'Afterwards',
  onlyYouRead: 'Only you can read this.',
  leadersRead: 'You and {{names}} can read this.',
  leadersReadNot: 'Shared with your leader, but nobody except you can read it now.',
  share: 'Let {{names}} read this',
  keep: 'Stop: only me',
  erase: 'Erase the answer',
  ofDay: '{{what}}, {{day}}',
  eraseAsk: 'Erase the answer?',
  eraseText: 'The number and the words are gone for good.',
  eraseDo: 'Yes, erase the answer',
  eraseNot: 'No, keep it',

  /** A child */
  childTitle: 'A page of your own is coming',
  childText: 'These are questions for grown-ups. If you want to say something now, you can write on the cloth.',
  childDo: 'Open the cloth',

  /** The one who leads */
  sharedTitle: 'How they are doing',
  sharedNone: 'No answers to read',
  sharedNoneText: 'Each adult chooses who may read. What they choose to show you will be here.',
})
