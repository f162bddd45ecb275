import type { SeedPlan } from '../fjordvik-plans.ts'
import { around, type SeedFamily, type Years } from '../seed-family.ts'
import { goal, on, whole, type SeedJourney } from '../seed-journey.ts'
import { citizen, type SeedPerson } from '../seed-person.ts'

/**
 * Nora lives one week with her mother and one with her father. She is one person with two tables: each parent reads the one at home, and she reads
 * both (scenario 33).
 */
export const haugenPettersenPeople = (years: Years): SeedPerson[] => [
  citizen('camilla', 'Camilla Haugen', 'CH', years(44, 187), 'Mor til Nora. Nora bor her annenhver uke.'),
  citizen('stian', 'Stian Pettersen', 'SP', years(46, 61), 'Far til Nora. Nora bor her annenhver uke.'),
  citizen('nora', 'Nora Haugen Pettersen', 'NP', years(15, 109), '15 år. Bor hos mamma og pappa, en uke om gangen.'),
  citizen('hege', 'Hege Pettersen', 'HP', years(41, 212), 'Gift med Stian', false),
]

/** From fifteen she answers for school alone; in the other areas both her parents must say yes, and each is asked at the own table. */
const sheSaysYes = (['lab', 'school'] as const).map((party) => ({
  giver: 'nora',
  party,
  areas: ['school'] as const,
  persons: ['nora'],
  months: 8,
}))

export const haugen: SeedFamily = {
  key: 'haugen',
  name: 'Haugen',
  group: 'c',
  phase: 'invest',
  clothStarted: -48,
  areas: ['school', 'leisure', 'upbringing', 'work'],
  members: [
    { persona: 'camilla', relation: 'mother', mark: 1 },
    { persona: 'nora', relation: 'child', mark: 2 },
  ],
  parents: [{ child: 'nora', holders: ['camilla', 'stian'] }],
  seats: [
    { persona: 'ragnhild', party: 'lab', role: 'leader', mark: 5, approvedBy: 'camilla' },
    { persona: 'kari', party: 'school', role: 'member', mark: 6, approvedBy: 'camilla' },
  ],
  consents: [
    { giver: 'camilla', party: 'lab', areas: 'all', persons: ['camilla'], months: 8 },
    { giver: 'camilla', party: 'lab', areas: ['leisure', 'upbringing'], persons: ['nora'], months: 8 },
    ...sheSaysYes,
  ],
  wishes: [],
  meeting: {
    by: 'ragnhild',
    inDays: 15,
    hour: 15,
    place: 'Biblioteket i Fjordvik, grupperom 2',
    agenda: 'Skoledagene til Nora, og hva hun vil på fritida',
  },
  notes: [
    { by: 'nora', cell: 'good_at', words: { text: 'Jeg svømmer lengst i klassen.' }, about: ['nora'], bright: true },
    { by: 'camilla', cell: 'good_at', words: { text: 'Nora får folk til å snakke sammen.' }, about: ['nora'] },
    { by: 'nora', cell: 'dream_of', words: { text: 'Jobbe på kafé og ha min egen nøkkel.' }, about: ['nora'] },
    { by: 'camilla', cell: 'dream_of', words: { text: 'At noen andre husker alle timene.' }, about: ['camilla'] },
    {
      by: 'camilla',
      cell: 'difficult',
      words: { text: 'Jeg er redd for det året Nora blir ferdig på skolen.' },
      about: ['camilla'],
    },
    {
      by: 'nora',
      cell: 'today',
      area: 'leisure',
      words: { text: 'Svømming på mandag. Jeg vil gå på disko også.' },
      about: ['nora'],
    },
    {
      by: 'kari',
      cell: 'now',
      area: 'school',
      words: { text: 'Nora prøver en uke i kantina', who: 'Kari' },
      about: ['nora'],
      due: 11,
    },
    {
      by: 'nora',
      cell: 'long_term',
      area: 'school',
      words: { text: 'Velge skole selv', who: 'Nora' },
      about: ['nora'],
      bright: true,
    },
    {
      by: 'camilla',
      cell: 'today',
      area: 'work',
      words: { text: 'Jobber 70 prosent på apoteket.' },
      about: ['camilla'],
    },
    { by: 'nora', cell: 'succeed', words: { text: 'Snakk til meg, ikke om meg.' }, about: ['nora'], bright: true },
    around('nora', 'Sigrid', 'bestevenn', 'friends', 1),
    around('camilla', 'Odd', 'morfar', 'family', 1),
    around('nora', 'Lars', 'svømmetrener', 'leisure', 2),
  ],
}

export const pettersen: SeedFamily = {
  key: 'pettersen',
  name: 'Pettersen',
  group: 'c',
  phase: 'invest',
  clothStarted: -44,
  areas: ['school', 'leisure', 'housing'],
  members: [
    { persona: 'stian', relation: 'father', mark: 1 },
    { persona: 'nora', relation: 'child', mark: 2 },
    { persona: 'hege', relation: 'partner', mark: 3, takesPart: false },
  ],
  // Who answers for Nora is the same in both homes, and is told with the other.
  parents: [],
  seats: [
    { persona: 'ragnhild', party: 'lab', role: 'leader', mark: 5, approvedBy: 'stian' },
    { persona: 'kari', party: 'school', role: 'member', mark: 6, approvedBy: 'stian' },
  ],
  consents: [
    { giver: 'stian', party: 'lab', areas: 'all', persons: ['stian'], months: 8 },
    { giver: 'stian', party: 'lab', areas: ['leisure', 'housing'], persons: ['nora'], months: 8 },
    ...sheSaysYes,
  ],
  wishes: [],
  notes: [
    {
      by: 'nora',
      cell: 'good_at',
      words: { text: 'Jeg lager taco til alle på fredag.' },
      about: ['nora'],
      bright: true,
    },
    {
      by: 'stian',
      cell: 'good_at',
      words: { text: 'Vi ler mye, Nora og jeg.' },
      about: ['stian', 'nora'],
      bright: true,
    },
    { by: 'nora', cell: 'dream_of', words: { text: 'Et rom der jeg bestemmer fargen.' }, about: ['nora'] },
    {
      by: 'stian',
      cell: 'difficult',
      words: { text: 'Vi får beskjedene fra skolen en uke for sent.' },
      about: ['stian'],
    },
    {
      by: 'stian',
      cell: 'today',
      area: 'housing',
      words: { text: 'Nora deler rom med treningsutstyret. Det skal ut.' },
      about: ['stian'],
    },
    {
      by: 'nora',
      cell: 'now',
      area: 'school',
      words: { text: 'Lese bussruta selv', who: 'Nora' },
      about: ['nora'],
      due: 8,
    },
    { by: 'stian', cell: 'succeed', words: { text: 'Samme dagsplan på kjøleskapet i begge hjem.' }, about: ['stian'] },
    around('stian', 'Bjarne', 'farfar', 'family', 2),
    around('nora', 'Sigrid', 'bestevenn', 'friends', 1),
  ],
}

export const haugenJourney: SeedJourney = {
  answers: [
    { by: 'camilla', day: -46, phase: 'invest', score: 5, words: 'Jeg holder i alle trådene.' },
    { by: 'camilla', day: -7, phase: 'invest', score: 6, words: 'Kari ringer nå. Det er nytt.', shared: true },
  ],
  placements: [
    whole('camilla', -46, 'vulnerable', 5, 6, 'Nora har det godt. Systemet rundt henne er slitsomt.'),
    ...on(
      'camilla',
      -46,
      ['upbringing', 'stable', 'Hun har det trygt, og venner hun liker.'],
      ['work_education', 'vulnerable', 'Jeg tør ikke øke stillingen.'],
    ),
    whole('ragnhild', -44, 'vulnerable', 6, 6, 'To gode hjem som trenger samme beskjed på samme dag.'),
    goal('camilla', -46, 'whole', 'stable', 'At Nora velger skole, og at jeg kan jobbe mer.', 12),
  ],
}

export const pettersenJourney: SeedJourney = {
  answers: [{ by: 'stian', day: -40, phase: 'invest', score: 7, words: 'Fredager med taco er best.' }],
  placements: [
    whole('stian', -40, 'stable', 6, 6, 'Hverdagen går. Vi mangler bare beskjedene.'),
    ...on('stian', -40, ['housing', 'vulnerable', 'Ett rom for lite.']),
    goal('stian', -40, 'housing', 'stable', 'Et eget rom til Nora.', 6),
  ],
}

export const haugenPlan: SeedPlan = {
  goals: [
    {
      by: 'nora',
      note: 'Velge skole selv',
      term: 'long',
      area: 'school',
      about: ['nora'],
      text: 'Nora velger videregående skole selv',
      measures: [
        {
          by: 'kari',
          area: 'school',
          about: ['nora'],
          words: { text: 'Besøke tre skoler sammen' },
          doer: { party: 'school' },
          due: 30,
          costs: [{ party: 'school', kroner: 900 }],
          decisions: [
            {
              by: 'kari',
              party: 'school',
              about: ['nora'],
              kind: 'agreement',
              kroner: 900,
              words: { what: 'Tre skolebesøk med buss', why: 'Da kan du kjenne etter hvor du vil gå.' },
              said: [{ by: 'nora', answer: 'yes' }],
            },
          ],
        },
        {
          by: 'nora',
          area: 'school',
          about: ['nora'],
          words: { text: 'Skrive ned tre ting jeg vil spørre om' },
          doer: { member: 'nora' },
          due: 20,
        },
      ],
    },
  ],
  outside: [],
  meetings: [],
}
