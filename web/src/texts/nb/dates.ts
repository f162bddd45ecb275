export const dates = {
  today: 'i dag',
  tomorrow: 'i morgen',
  yesterday: 'i går',
  inDays_one: 'om {{count}} dag',
  inDays_other: 'om {{count}} dager',
  daysAgo_one: 'for {{count}} dag siden',
  daysAgo_other: 'for {{count}} dager siden',
  clock: 'klokka {{hour}}.{{minute}}',
  dayAndClock: '{{day}} {{clock}}',
  countWords: 'to tre fire fem seks sju åtte ni ti elleve tolv',
} as const
