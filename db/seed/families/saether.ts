import type { SeedPlan } from '../fjordvik-plans.ts'
import { around, type SeedFamily, type Years } from '../seed-family.ts'
import { goal, on, whole, type SeedJourney } from '../seed-journey.ts'
import { citizen, type SeedPerson } from '../seed-person.ts'

/** Seventeen, and soon eighteen: what her mother answers for today is hers alone on the birthday (scenario 27). */
export const saetherPeople = (years: Years): SeedPerson[] => [
  citizen('ida', 'Ida Sæther', 'IS', years(17, 344), '17 år. Fyller 18 om tre uker. Bor hos kjæresten.'),
  citizen('trine', 'Trine Sæther', 'TS', years(45, 26), 'Mor til Ida'),
]

export const saether: SeedFamily = {
  key: 'saether',
  name: 'Sæther',
  group: 'b',
  phase: 'capture',
  moves: [
    {
      to: 'invest',
      by: 'ragnhild',
      yes: ['trine'],
      day: -40,
      why: 'Ida vet hva hun vil ha hjelp til. Nå finner vi folk som kan hjelpe.',
    },
  ],
  clothStarted: -70,
  areas: ['school', 'housing', 'mental_health', 'network'],
  members: [
    { persona: 'ida', relation: 'child', mark: 1 },
    { persona: 'trine', relation: 'mother', mark: 2 },
  ],
  parents: [{ child: 'ida', holders: ['trine'] }],
  seats: [
    { persona: 'ragnhild', party: 'lab', role: 'leader', mark: 5, approvedBy: 'trine' },
    { persona: 'mona', party: 'health-clinic', role: 'member', mark: 6, approvedBy: 'trine' },
  ],
  consents: [
    // Health and school are hers to answer already; the rest is her mother's until she turns eighteen.
    {
      giver: 'ida',
      party: 'lab',
      areas: ['physical_health', 'mental_health', 'substance', 'school'],
      persons: ['ida'],
      months: 6,
    },
    { giver: 'ida', party: 'health-clinic', areas: ['mental_health'], persons: ['ida'], months: 6 },
    { giver: 'trine', party: 'lab', areas: 'all', persons: ['trine'], months: 6 },
    {
      giver: 'trine',
      party: 'lab',
      areas: ['work', 'housing', 'economy', 'leisure', 'voluntarism', 'network', 'upbringing'],
      persons: ['ida'],
      months: 6,
    },
  ],
  wishes: [
    {
      party: 'school',
      by: 'ragnhild',
      areas: ['school'],
      persons: ['ida'],
      months: 6,
      reason: 'Skolen kan holde av plassen til Ida mens hun kommer i gang igjen.',
    },
  ],
  meeting: {
    by: 'ragnhild',
    inDays: 12,
    hour: 13,
    place: 'Helsestasjon for ungdom, andre etasje',
    agenda: 'Hva Ida vil etter bursdagen, og skolen etter jul',
  },
  notes: [
    {
      by: 'ida',
      cell: 'good_at',
      words: { text: 'Jeg merker når andre har det vondt.' },
      about: ['ida'],
      bright: true,
    },
    { by: 'ida', cell: 'dream_of', words: { text: 'Å bli ambulansearbeider.' }, about: ['ida'] },
    { by: 'trine', cell: 'dream_of', words: { text: 'Middag sammen på søndager igjen.' } },
    {
      by: 'ida',
      cell: 'difficult',
      words: { text: 'Om kvelden blir det for mye. Da tekster jeg Mona i stedet for å skade meg.' },
      about: ['ida'],
      privacy: 'child',
    },
    {
      by: 'ida',
      cell: 'difficult',
      words: { text: 'Jeg tør ikke si til mamma at jeg savner henne.' },
      about: ['ida'],
      privacy: 'own',
    },
    {
      by: 'ida',
      cell: 'today',
      area: 'school',
      words: { text: 'Borte siden høstferien. Timene på onsdager går bra.' },
      about: ['ida'],
    },
    {
      by: 'ida',
      cell: 'today',
      area: 'housing',
      words: { text: 'Jeg bor hos Mathias og moren hans.' },
      about: ['ida'],
    },
    {
      by: 'mona',
      cell: 'now',
      area: 'mental_health',
      words: { text: 'Vi møtes mandag og torsdag, også i ferien', who: 'Mona' },
      about: ['ida'],
      due: 2,
    },
    {
      by: 'ida',
      cell: 'short_term',
      area: 'school',
      words: { text: 'To fag etter jul', who: 'Ida' },
      about: ['ida'],
    },
    { by: 'ida', cell: 'succeed', words: { text: 'Spør meg først, så mamma etterpå.' }, about: ['ida'], bright: true },
    { by: 'trine', cell: 'succeed', words: { text: 'Jeg venter til Ida ringer.' }, about: ['trine'] },
    around('ida', 'Mathias', 'kjæreste', 'home', 1),
    around('ida', 'Mona', 'helsesykepleier', 'public', 1),
    around('ida', 'Sunniva', 'venninne', 'friends', 2),
  ],
}

export const saetherJourney: SeedJourney = {
  // She is asked how she is doing when she is grown; until then her own words are hers on the cloth.
  answers: [
    { by: 'trine', day: -66, phase: 'capture', score: 3, words: 'Jeg sover ikke når hun ikke svarer.' },
    { by: 'trine', day: -38, phase: 'invest', score: 4, words: 'Jeg er redd, men jeg er ikke alene om det nå.' },
  ],
  placements: [
    whole('trine', -66, 'vulnerable', 4, 5, 'Ida flyttet ut, og jeg visste ikke hvor jeg skulle ringe.'),
    ...on(
      'trine',
      -66,
      ['housing', 'vulnerable', 'Hun bor hos kjæresten. Det er snilt, men ikke hennes.'],
      ['work_education', 'vulnerable', 'Hun er ikke på skolen.'],
      ['network', 'vulnerable', 'Mathias og Sunniva er der.'],
    ),
    whole('ragnhild', -60, 'vulnerable', 4, 6, 'Ida vet godt hva som hjelper. Vi må få det til å vare.'),
    goal('trine', -40, 'whole', 'stable', 'At Ida har skole, et rom og noen å ringe om natta.', 10),
  ],
}

export const saetherPlan: SeedPlan = {
  goals: [
    {
      by: 'ida',
      note: 'To fag etter jul',
      term: 'short',
      area: 'school',
      about: ['ida'],
      text: 'Tilbake på skolen med to fag',
      measures: [
        {
          by: 'ragnhild',
          area: 'school',
          about: ['ida'],
          words: { text: 'Finne ut hvilke to fag som passer best' },
          doer: { party: 'lab' },
          due: 18,
        },
        {
          by: 'ida',
          area: 'school',
          about: ['ida'],
          words: { text: 'Møte på onsdagstimene' },
          doer: { member: 'ida' },
          due: 25,
        },
      ],
    },
  ],
  outside: [],
  meetings: [{ by: 'ragnhild', day: -40, minutes: 60, present: ['lab', 'health-clinic'] }],
}
