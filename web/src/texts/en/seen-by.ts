import type { seenBy as nb } from '../nb/seen-by.ts'
import { like } from '../same-words.ts'

/** How others see it: what a service can read now, drawn as it reads it. */
export const seenBy = like<typeof nb>()({
  title: 'How {{service}} sees it',
  lead: 'This is what {{service}} can read now about {{persons}}.',
  leadNobody: 'Nobody sits at the table for {{service}} now. So nobody reads anything.',
  what: 'Fetching what the service can read.',
  back: 'Who can read what',
  seated: 'At the table for {{service}}: {{names}}. This is what they see:',
  you: 'you',
  whole: 'What is about the whole family, {{service}} can read when everybody has said yes. It is not shown here.',
  others: '{{Service}} also sees its own decisions, letters, promises and costs.',
  noneTitle: 'Nothing now',
  noneText: '{{Service}} cannot read anything you have written on the cloth. You can say yes or stop at any time.',
  common: 'Shared',
  voided: 'Struck out',
  about: 'about {{names}}',
  disagrees: '{{name}} does not agree:',
  linksTitle: 'How others see it',
  linksText: 'See the cloth as a service sees it now.',
  link: 'How {{service}} sees it',
})
