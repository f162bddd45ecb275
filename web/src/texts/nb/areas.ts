/** The life areas as a heading. In a sentence the first letter is lowered by `areaInSentence`. */
export const areas = {
  work: 'Arbeid',
  housing: 'Bolig',
  physical_health: 'Fysisk helse',
  mental_health: 'Psykisk helse',
  economy: 'Økonomi',
  school: 'Skole og utdanning',
  leisure: 'Fritid',
  voluntarism: 'Frivillighet',
  substance: 'Rus',
  upbringing: 'Oppvekst',
  network: 'Folk rundt oss',
  network_at_work: 'Nettverk',
  common: 'Felles',
} as const
