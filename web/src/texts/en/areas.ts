import type { areas as nb } from '../nb/areas.ts'
import { like } from '../same-words.ts'

/** The life areas as a heading. In a sentence the first letter is lowered by `areaInSentence`. */
export const areas = like<typeof nb>()({
  work: 'Work',
  housing: 'Housing',
  physical_health: 'Physical health',
  mental_health: 'Mental health',
  economy: 'Money',
  school: 'School and education',
  leisure: 'Leisure',
  voluntarism: 'Volunteering',
  substance: 'Alcohol and drugs',
  upbringing: 'Growing up',
  network: 'The people around us',
  network_at_work: 'Network',
  common: 'Shared',
})
