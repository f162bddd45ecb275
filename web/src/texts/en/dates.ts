import type { dates as nb } from '../nb/dates.ts'
import { like } from '../same-words.ts'

export const dates = like<typeof nb>()({
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  inDays_one: 'in {{count}} day',
  inDays_other: 'in {{count}} days',
  daysAgo_one: '{{count}} day ago',
  daysAgo_other: '{{count}} days ago',
  clock: '{{hour}}:{{minute}}',
  dayAndClock: '{{day}} at {{clock}}',
  countWords: 'two three four five six seven eight nine ten eleven twelve',
})
