import { around, type SeedFamily, type Years } from '../seed-family.ts'
import { goal, on, whole, type SeedJourney } from '../seed-journey.ts'
import { citizen, type SeedPerson } from '../seed-person.ts'

/** A boy in a power chair in a house with steps, and a sister whose turn it is to be asked. */
export const dahlNguyenPeople = (years: Years): SeedPerson[] => [
  citizen('linh', 'Linh Nguyen', 'LN', years(39, 95), 'Mor til to. Har vært hjemme med Minh i fire år.'),
  citizen('per', 'Per Dahl', 'PD', years(43, 160), 'Far til to. Elektriker.', false),
  citizen('thea', 'Thea Dahl Nguyen', 'TD', years(12, 40), '12 år. Storesøsteren til Minh.'),
  citizen('minh', 'Minh Dahl Nguyen', 'MD', years(8, 77), '8 år', false),
]

export const dahlNguyen: SeedFamily = {
  key: 'dahl-nguyen',
  name: 'Dahl-Nguyen',
  group: 'c',
  phase: 'maintain',
  clothStarted: -240,
  areas: ['housing', 'work', 'leisure', 'physical_health'],
  members: [
    { persona: 'linh', relation: 'mother', mark: 1 },
    { persona: 'per', relation: 'father', mark: 2 },
    { persona: 'thea', relation: 'child', mark: 3 },
    { persona: 'minh', relation: 'child', mark: 4 },
  ],
  parents: ['thea', 'minh'].map((child) => ({ child, holders: ['linh', 'per'] })),
  seats: [
    { persona: 'solveig', party: 'lab', role: 'leader', mark: 5, approvedBy: 'linh' },
    { persona: 'mona', party: 'health-clinic', role: 'member', mark: 6, approvedBy: 'linh' },
  ],
  consents: [
    { giver: 'linh', party: 'lab', areas: 'all', persons: ['linh', 'thea', 'minh'], months: 6 },
    { giver: 'per', party: 'lab', areas: 'all', persons: ['per', 'thea', 'minh'], months: 6 },
    { giver: 'linh', party: 'health-clinic', areas: ['physical_health'], persons: ['minh'], months: 4 },
    { giver: 'per', party: 'health-clinic', areas: ['physical_health'], persons: ['minh'], months: 4 },
  ],
  wishes: [],
  notes: [
    {
      by: 'thea',
      cell: 'good_at',
      words: { text: 'Jeg forstår hva Minh vil før han sier det.' },
      about: ['thea'],
      bright: true,
    },
    { by: 'per', cell: 'good_at', words: { text: 'Vi finner løsninger. Rampa laget jeg selv.' } },
    { by: 'linh', cell: 'dream_of', words: { text: 'Å jobbe igjen, tre dager i uka.' }, about: ['linh'] },
    { by: 'thea', cell: 'dream_of', words: { text: 'En dag som bare er min.' }, about: ['thea'] },
    {
      by: 'linh',
      cell: 'today',
      area: 'housing',
      words: { text: 'Heisen er montert. Badet bygges om etter nyttår.' },
      bright: true,
    },
    {
      by: 'linh',
      cell: 'today',
      area: 'work',
      words: { text: 'Begynt to dager på biblioteket.' },
      about: ['linh'],
      bright: true,
    },
    {
      by: 'mona',
      cell: 'now',
      area: 'physical_health',
      words: { text: 'Minh prøver ut ny stol', who: 'Mona' },
      about: ['minh'],
      due: 16,
    },
    {
      by: 'thea',
      cell: 'now',
      area: 'leisure',
      words: { text: 'Svømming på onsdager, med pappa', who: 'Thea og Per' },
      about: ['thea'],
      due: 6,
    },
    { by: 'linh', cell: 'succeed', words: { text: 'Avlastning annenhver helg, avtalt for hele året.' } },
    around('linh', 'Mai', 'mormor', 'family', 1),
    around('per', 'Stian', 'bror', 'family', 2),
    around('linh', 'Anniken', 'sjef på biblioteket', 'work', 2),
  ],
}

export const dahlNguyenJourney: SeedJourney = {
  answers: [
    { by: 'linh', day: -250, phase: 'capture', score: 4, words: 'Jeg er alltid på vakt.' },
    { by: 'linh', day: -130, phase: 'invest', score: 5 },
    { by: 'linh', day: -20, phase: 'maintain', score: 7, words: 'Jeg har noe eget igjen.', shared: true },
  ],
  placements: [
    whole('linh', -250, 'vulnerable', 4, 4, 'Huset passer ikke, og jeg er hjemme hele tida.'),
    ...on(
      'linh',
      -250,
      ['housing', 'vulnerable', 'Trapper overalt.'],
      ['work_education', 'untenable', 'Uten jobb i fire år.'],
      ['health', 'vulnerable', 'Ryggen min tåler ikke løftene.'],
      ['upbringing', 'stable', 'Barna har det godt sammen.'],
    ),
    whole('solveig', -240, 'vulnerable', 5, 6, 'Sterke foreldre, et hus som står i veien.'),
    whole('linh', -20, 'stable', 7, 7, 'Heisen er på plass, og jeg er i jobb.'),
    ...on(
      'linh',
      -20,
      ['housing', 'stable', 'Heis. Badet kommer.'],
      ['work_education', 'stable', 'To dager på biblioteket.'],
      ['network', 'stable', 'Mormor og avlastningen.'],
    ),
    goal('linh', -20, 'whole', 'sustainable', 'Tre dager jobb, og en hverdag som går av seg selv.', 9),
  ],
}
