import type { soleConsent as nb } from '../nb/sole-consent.ts'
import { like } from '../same-words.ts'

/** When the yes of one who answers for a child is enough: for the leader who writes it down, and for both it is about. */
export const soleConsent = like<typeof nb>()({
  title: 'When one of two is enough',
  lead: 'Both who have parental responsibility must say yes for a child. Sometimes the law lets one be enough. Then you write down why. Both see it.',
  child: 'Which child?',
  without: 'Whom do we not wait for?',
  ground: 'On which ground?',
  groundLaw: '{{statute}} {{paragraph}}. At most {{count}} days at a time.',
  documentOn: 'The day of the judgment, or of what you have tried',
  until: 'Last day it counts',
  reason: 'What has been done, and why is it enough?',
  reasonHelp: 'Both who have parental responsibility can read this. Write it so that both can read it.',
  choose: 'Choose',
  gaps: 'Something is missing. Fill in every field, and write at least twenty characters about why.',
  send: 'Write down that one is enough',
  sent: 'It is written down. Both see it now.',
  noChildren: 'No child here has two with parental responsibility.',
  end: 'Both are needed again',
  counts: 'Counts',
  over: 'No longer counts',
  who: '{{child}}: We do not wait for a yes from {{name}}.',
  whoYou: '{{child}}: We do not wait for a yes from you.',
  because: '{{ground}}. {{statute}} {{paragraph}} allows it.',
  days: 'Counts from {{from}} up to and including {{until}}.',
  ended: 'Stopped counting on {{day}}.',
  by: '{{name}} wrote it down.',
  source: 'Read the law',
  saidNo: 'If {{name}} says no, the no counts.',
  saidNoYou: 'If you say no, your no counts.',

  /** For who lives elsewhere */
  leadElsewhere: 'If the other lives elsewhere, the other can sign in and read it at {{address}}.',
  what: 'Fetching what is written down.',
  elsewhereHeading: 'When one of two is enough',
  elsewhereTitle: 'About your child, in another home',
  elsewhereText:
    'Your child lives in another home too. There it is written down that one of you is enough. You see only what is about you and the child.',
  elsewhereNone: 'Nothing is written down',
  elsewhereNoneText:
    'If it is written down that one of two is enough for a child you answer for, you can read it here.',
  saidNoElsewhere: 'If you disagree, call the welfare lab and say so.',
})
