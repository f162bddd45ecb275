import { around, type SeedFamily, type Years } from '../seed-family.ts'
import { goal, on, whole, type SeedJourney } from '../seed-journey.ts'
import { citizen, type SeedPerson } from '../seed-person.ts'

/** A job waits for him; a debt stands between him and the course that it needs. */
export const warsamePeople = (years: Years): SeedPerson[] => [
  citizen('yusuf', 'Yusuf Warsame', 'YW', years(22, 64), '22 år. Vil kjøre truck. Har tilbud om jobb på lageret.'),
]

export const warsame: SeedFamily = {
  key: 'warsame',
  name: 'Yusuf Warsame',
  group: 'b',
  phase: 'invest',
  clothStarted: -45,
  areas: ['work', 'economy', 'network'],
  members: [{ persona: 'yusuf', relation: 'self', mark: 1 }],
  parents: [],
  seats: [
    { persona: 'ragnhild', party: 'lab', role: 'leader', mark: 5, approvedBy: 'yusuf' },
    { persona: 'nina', party: 'nav', role: 'member', mark: 6, approvedBy: 'yusuf' },
  ],
  consents: [
    { giver: 'yusuf', party: 'lab', areas: 'all', persons: ['yusuf'], months: 12 },
    { giver: 'yusuf', party: 'nav', areas: ['work', 'economy'], persons: ['yusuf'], months: 6 },
  ],
  wishes: [],
  notes: [
    {
      by: 'yusuf',
      cell: 'good_at',
      words: { text: 'Jeg kommer tidlig og blir ferdig.' },
      about: ['yusuf'],
      bright: true,
    },
    { by: 'yusuf', cell: 'dream_of', words: { text: 'Fast jobb på lageret, med eget skap.' }, about: ['yusuf'] },
    {
      by: 'yusuf',
      cell: 'today',
      area: 'economy',
      words: { text: 'En gammel gjeld tar det som blir til overs.' },
      about: ['yusuf'],
    },
    {
      by: 'nina',
      cell: 'now',
      area: 'work',
      words: { text: 'Melde på truckførerkurs', who: 'Nina' },
      about: ['yusuf'],
      due: 9,
    },
    {
      by: 'yusuf',
      cell: 'short_term',
      area: 'economy',
      words: { text: 'Én avtale for hele gjelda', who: 'Yusuf og Ragnhild' },
      about: ['yusuf'],
      due: 30,
    },
    around('yusuf', 'Ayan', 'mor', 'family', 1),
    around('yusuf', 'Geir Ove', 'på lageret', 'work', 2),
  ],
}

export const warsameJourney: SeedJourney = {
  answers: [
    {
      by: 'yusuf',
      day: -60,
      phase: 'capture',
      score: 3,
      words: 'Jeg flyttet hjem igjen. Det var tungt.',
      shared: true,
    },
    {
      by: 'yusuf',
      day: -12,
      phase: 'invest',
      score: 5,
      words: 'Sjefen på lageret spør når jeg kan begynne.',
      shared: true,
    },
  ],
  placements: [
    whole('yusuf', -60, 'untenable', 3, 4, 'Uten jobb og med en gjeld jeg ikke får has på.'),
    ...on(
      'yusuf',
      -60,
      ['economy', 'untenable', 'Namsmannen tar sitt først.'],
      ['work_education', 'untenable', 'Ingenting fast.'],
      ['housing', 'stable', 'Rommet mitt hos mamma.'],
    ),
    whole('yusuf', -12, 'vulnerable', 5, 6, 'Jeg har et tilbud, og noen som hjelper med gjelda.'),
    ...on('yusuf', -12, ['work_education', 'vulnerable', 'Kurset mangler, så har jeg jobb.']),
    whole('ragnhild', -10, 'vulnerable', 5, 7, 'Yusuf gjør det han sier. Gjelda må løses først.'),
    goal('yusuf', -12, 'whole', 'sustainable', 'Fast jobb og ingen gjeld.', 24),
    goal('yusuf', -12, 'economy', 'stable', 'Én avtale jeg klarer å holde.', 6),
  ],
}
