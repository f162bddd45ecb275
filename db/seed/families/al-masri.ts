import { around, type SeedFamily, type Years } from '../seed-family.ts'
import { goal, on, whole, type SeedJourney } from '../seed-journey.ts'
import { citizen, type SeedPerson } from '../seed-person.ts'

/** Seven people, one flat that is too small, and two children who must no longer be the family's interpreters. */
export const alMasriPeople = (years: Years): SeedPerson[] => [
  citizen('samir', 'Samir Al-Masri', 'SM', years(45, 12), 'Far til fem. Var farmasøyt i Homs. Snakker arabisk.'),
  citizen('rania', 'Rania Al-Masri', 'RM', years(40, 210), 'Mor til fem', false),
  citizen('layla', 'Layla Al-Masri', 'LM', years(16, 33), '16 år. Datter til Samir og Rania.'),
  citizen('omar', 'Omar Al-Masri', 'OM', years(13, 118), '13 år', false),
  citizen('yara', 'Yara Al-Masri', 'YM', years(10, 75), '10 år', false),
  citizen('adam', 'Adam Al-Masri', 'AM', years(6, 250), '6 år', false),
  citizen('hadi', 'Hadi Al-Masri', 'HM', years(3, 19), '3 år', false),
]

const children = ['omar', 'yara', 'adam', 'hadi'] as const

export const alMasri: SeedFamily = {
  key: 'al-masri',
  name: 'Al-Masri',
  group: 'a',
  phase: 'capture',
  clothStarted: -3,
  areas: ['housing', 'work', 'school', 'network'],
  members: [
    { persona: 'samir', relation: 'father', mark: 1 },
    { persona: 'rania', relation: 'mother', mark: 2 },
    { persona: 'layla', relation: 'child', mark: 3 },
    { persona: 'omar', relation: 'child', mark: 4 },
    { persona: 'yara', relation: 'child', mark: 6 },
    { persona: 'adam', relation: 'child', mark: 7 },
    { persona: 'hadi', relation: 'child', mark: 8 },
  ],
  parents: ['layla', ...children].map((child) => ({ child, holders: ['samir', 'rania'] })),
  seats: [{ persona: 'solveig', party: 'lab', role: 'leader', mark: 5, approvedBy: 'samir' }],
  consents: [
    { giver: 'samir', party: 'lab', areas: 'all', persons: ['samir', ...children], months: 12 },
    { giver: 'rania', party: 'lab', areas: 'all', persons: ['rania', ...children], months: 12 },
    { giver: 'layla', party: 'lab', areas: ['school', 'leisure', 'network'], persons: ['layla'], months: 12 },
  ],
  wishes: [
    {
      party: 'school',
      by: 'solveig',
      areas: ['school'],
      persons: ['omar', 'yara'],
      months: 6,
      reason: 'Skolen kan bestille tolk selv, så Omar slipper å tolke for dere.',
    },
  ],
  notes: [
    {
      by: 'samir',
      cell: 'good_at',
      words: { text: 'Jeg kan medisiner, og jeg forklarer dem så folk forstår.' },
      about: ['samir'],
      bright: true,
    },
    { by: 'rania', cell: 'good_at', words: { text: 'Vi spiser sammen hver kveld, alle sju.' }, bright: true },
    { by: 'samir', cell: 'dream_of', words: { text: 'Å stå bak disken på et apotek igjen.' }, about: ['samir'] },
    { by: 'rania', cell: 'dream_of', words: { text: 'Et bord der alle får plass.' } },
    { by: 'samir', cell: 'today', area: 'housing', words: { text: 'Tre rom og sju personer. Omar sover i stua.' } },
    {
      by: 'samir',
      cell: 'today',
      area: 'work',
      words: { text: 'Utdanningen min er ikke godkjent ennå.' },
      about: ['samir'],
    },
    { by: 'rania', cell: 'difficult', words: { text: 'Barna leser brevene for oss. Det skal de slippe.' } },
    { by: 'solveig', cell: 'succeed', words: { text: 'Tolk på skjerm i alle møter, bestilt på forhånd.' } },
    around('samir', 'Yusra', 'søster i Bergen', 'family', 2),
    around('rania', 'Kirsten', 'på språkkafeen', 'leisure', 1),
  ],
}

export const alMasriJourney: SeedJourney = {
  answers: [{ by: 'samir', day: -3, phase: 'capture', score: 4, words: 'Jeg venter på alt.' }],
  placements: [
    whole('samir', -3, 'untenable', 3, 3, 'For trangt, og jeg får ikke arbeide med det jeg kan.'),
    ...on(
      'samir',
      -3,
      ['housing', 'untenable', 'Sju personer på tre rom.'],
      ['work_education', 'vulnerable', 'Kurs to dager i uka.'],
    ),
    goal('samir', -3, 'whole', 'stable', 'Et større hjem og arbeid på apotek.', 18),
  ],
}
