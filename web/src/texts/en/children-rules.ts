import type { childrenRules as nb } from '../nb/children-rules.ts'
import { like } from '../same-words.ts'

/** The children's rules in plain words; for a child in words of its own. Ages, areas and sources come from the tables. */
export const childrenRules = like<typeof nb>()({
  what: 'Fetching the rules.',
  title: 'The rules for children',
  lead: 'Who can say yes, and who can read what a child writes? It depends on age and on what it is about. These are the rules today.',
  consent: 'Who can say yes',
  consentText:
    'Before this age those with parental responsibility answer, and all must say yes. From this age young people answer for themselves.',
  consentRule: 'From the age of {{age}}: {{areas}}',
  words: 'Who can read what the child writes',
  wordsText:
    'Parents can read what the child has written as long as the child is younger than this. After that they do not. What the child keeps private, nobody in the team reads.',
  wordsRule: 'Until the child is {{age}}: {{areas}}',
  wordsNever: 'Parents never read it: {{areas}}',
  life: 'Who can read what others write about the child',
  lifeText: 'Parents can read what is written about the child as long as the child is younger than this.',
  lifeRule: 'Until the child is {{age}}: {{areas}}',
  lifeNever: 'Parents never read it: {{areas}}',
  source: 'It rests on {{source}}. In force from {{day}}.',
  reviewed: 'Looked at by a lawyer on {{day}}.',
  notReviewed: 'No lawyer has looked at the rule yet.',
  childTitle: 'Who can read what you write?',
  childLead: 'This is what counts for you now.',
  childWords: 'What you write',
  childHidden:
    'The grown-ups at home cannot read what you write about {{areas}}. The leader can read what you show the leader.',
  childSeen: 'The grown-ups who are responsible for you can read what you write about {{areas}}.',
  childOwn: 'If you choose “only mine”, nobody in the team can read it.',
  childSafe: 'If you are not safe, we have to help you. Then we try to talk with you first.',
  childYes: 'Who says yes?',
  childAlone: 'You say yes or no yourself about {{areas}}.',
  childLater: 'When you are {{age}}, you say yes or no yourself about {{areas}}.',
  childAsked: 'We always ask what you think. You can also choose not to answer.',
})
