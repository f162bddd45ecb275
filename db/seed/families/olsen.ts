import type { SeedPlan } from '../fjordvik-plans.ts'
import { around, type SeedFamily, type Years } from '../seed-family.ts'
import { goal, on, whole, type SeedJourney } from '../seed-journey.ts'
import { citizen, type SeedPerson } from '../seed-person.ts'

/** A mother and two children who must not be found: the address is strictly confidential, and so is everything that would tell it (scenario 28). */
export const olsenPeople = (years: Years): SeedPerson[] => [
  citizen('vibeke', 'Vibeke Olsen', 'VO', years(36, 118), 'Mor til to. Adressen er strengt fortrolig.'),
  citizen('jakob', 'Jakob Olsen', 'JO', years(10, 71), '10 år', false),
  citizen('frida', 'Frida Olsen', 'FO', years(5, 134), '5 år', false),
]

export const olsen: SeedFamily = {
  key: 'olsen',
  name: 'Olsen',
  group: 'a',
  phase: 'capture',
  moves: [
    {
      to: 'invest',
      by: 'ragnhild',
      yes: ['vibeke'],
      day: -35,
      why: 'Nå er dere trygge der dere bor. Da kan vi bygge hverdagen rundt det.',
    },
  ],
  clothStarted: -62,
  areas: ['housing', 'economy', 'mental_health', 'upbringing'],
  members: [
    { persona: 'vibeke', relation: 'mother', mark: 1 },
    { persona: 'jakob', relation: 'child', mark: 2 },
    { persona: 'frida', relation: 'child', mark: 3 },
  ],
  parents: ['jakob', 'frida'].map((child) => ({ child, holders: ['vibeke'] })),
  seats: [
    { persona: 'ragnhild', party: 'lab', role: 'leader', mark: 5, approvedBy: 'vibeke' },
    { persona: 'mona', party: 'health-clinic', role: 'member', mark: 6, approvedBy: 'vibeke' },
    { persona: 'anne', party: 'kindergarten', role: 'member', mark: 7, approvedBy: 'vibeke' },
  ],
  consents: [
    { giver: 'vibeke', party: 'lab', areas: 'all', persons: ['vibeke', 'jakob', 'frida'], months: 9 },
    { giver: 'vibeke', party: 'health-clinic', areas: ['mental_health'], persons: ['jakob', 'frida'], months: 6 },
    { giver: 'vibeke', party: 'kindergarten', areas: ['upbringing'], persons: ['frida'], months: 6 },
  ],
  wishes: [],
  protections: ['vibeke', 'jakob', 'frida'].map((persona) => ({
    persona,
    level: 'strictly_confidential',
    source: 'police',
    by: 'ragnhild',
    day: -80,
  })),
  whereabouts: [
    { by: 'vibeke', persona: 'vibeke', what: 'address', text: 'Rognelia 14 C, 5999 Ytre Fjordvik' },
    { by: 'vibeke', persona: 'jakob', what: 'school', text: 'Heimdalsskogen skole' },
    { by: 'vibeke', persona: 'frida', what: 'kindergarten', text: 'Tirilltoppen barnehage' },
  ],
  // Anne meets Frida every morning. Mona does not need to know where they live.
  addressKeepers: [{ by: 'vibeke', persona: 'anne' }],
  meeting: {
    by: 'ragnhild',
    inDays: 9,
    hour: 10,
    place: 'Fyrlykta familiehus, rom 3',
    agenda: 'Hverdagen framover, og ny leiekontrakt',
  },
  notes: [
    {
      by: 'vibeke',
      cell: 'good_at',
      words: { text: 'Jeg kom meg ut, og jeg tok med meg barna.' },
      about: ['vibeke'],
      bright: true,
    },
    {
      by: 'vibeke',
      cell: 'good_at',
      words: { text: 'Jakob tegner kart over steder som ikke finnes.' },
      about: ['jakob'],
      bright: true,
    },
    { by: 'vibeke', cell: 'dream_of', words: { text: 'En helt vanlig tirsdag.' } },
    { by: 'vibeke', cell: 'difficult', words: { text: 'Når telefonen ringer, blir vi stille alle tre.' } },
    {
      by: 'vibeke',
      cell: 'difficult',
      words: { text: 'Jeg ser meg fortsatt over skulderen i butikken.' },
      about: ['vibeke'],
      privacy: 'own',
    },
    { by: 'vibeke', cell: 'today', area: 'housing', words: { text: 'Vi bor trygt. Kontrakten varer til sommeren.' } },
    {
      by: 'vibeke',
      cell: 'now',
      area: 'economy',
      words: { text: 'Egen konto og nytt telefonnummer', who: 'Vibeke' },
      about: ['vibeke'],
      due: 6,
    },
    {
      by: 'mona',
      cell: 'now',
      area: 'mental_health',
      words: { text: 'Jakob og jeg prater hver torsdag', who: 'Mona' },
      about: ['jakob'],
      due: 3,
    },
    {
      by: 'anne',
      cell: 'now',
      area: 'upbringing',
      words: { text: 'Den samme voksne tar imot Frida hver morgen', who: 'Anne' },
      about: ['frida'],
      due: 5,
    },
    { by: 'ragnhild', cell: 'succeed', words: { text: 'Ingen av oss skriver ned hvor dere er.' } },
    { by: 'vibeke', cell: 'succeed', words: { text: 'Dere ringer meg før dere gjør noe nytt.' }, bright: true },
    around('vibeke', 'Gry', 'venninne', 'friends', 1),
    around('vibeke', 'Aud', 'tante', 'family', 2),
  ],
}

export const olsenJourney: SeedJourney = {
  answers: [
    { by: 'vibeke', day: -60, phase: 'capture', score: 2, words: 'Jeg sover med lyset på.' },
    { by: 'vibeke', day: -8, phase: 'invest', score: 5, words: 'Jakob lo på vei hjem i går.', shared: true },
  ],
  placements: [
    whole('vibeke', -60, 'untenable', 2, 4, 'Vi kom hit med to bager.'),
    ...on(
      'vibeke',
      -60,
      ['housing', 'untenable', 'Et rom for tre, og bare for noen uker.'],
      ['economy', 'vulnerable', 'Alt sto i hans navn.'],
      ['network', 'untenable', 'Vi kan ikke ringe dem vi kjenner.'],
      ['upbringing', 'vulnerable', 'Barna måtte bytte alt på én dag.'],
    ),
    whole('ragnhild', -55, 'untenable', 3, 7, 'Hun tok det tyngste skrittet alene. Nå trenger de ro.'),
    whole('vibeke', -8, 'vulnerable', 5, 6, 'Vi har dør, nøkkel og samme seng hver natt.'),
    ...on(
      'vibeke',
      -8,
      ['housing', 'vulnerable', 'Trygt, men bare til sommeren.'],
      ['upbringing', 'stable', 'De samme voksne hver dag.'],
    ),
    goal('vibeke', -8, 'whole', 'stable', 'En hverdag vi ikke trenger å rømme fra.', 12),
    goal('vibeke', -8, 'housing', 'stable', 'Kontrakt for tre år.', 8),
  ],
}

export const olsenPlan: SeedPlan = {
  goals: [
    {
      by: 'vibeke',
      note: 'En helt vanlig tirsdag.',
      term: 'short',
      area: 'upbringing',
      about: 'whole',
      text: 'Dager som er like, med de samme voksne',
      measures: [
        {
          by: 'ragnhild',
          area: 'upbringing',
          about: ['frida'],
          words: { text: 'Ta imot Frida ved porten hver morgen' },
          doer: { party: 'kindergarten' },
          due: 5,
        },
        {
          by: 'ragnhild',
          area: 'housing',
          about: ['vibeke'],
          words: { text: 'Snakke med utleieren om tre nye år' },
          doer: { party: 'lab' },
          due: 21,
        },
        {
          by: 'vibeke',
          area: 'mental_health',
          about: ['jakob'],
          words: { text: 'Tegnegruppe for barn som har flyttet brått' },
          doer: { party: 'health-clinic' },
          due: 17,
          costs: [{ party: 'health-clinic', kroner: 1_200 }],
          decisions: [
            {
              by: 'mona',
              party: 'health-clinic',
              about: ['jakob'],
              kind: 'agreement',
              kroner: 1_200,
              words: {
                what: 'Plass i tegnegruppa, ti onsdager',
                why: 'Jakob tegner når det er vanskelig å snakke. Der møter han andre som gjør det samme.',
              },
              heard: [{ child: 'jakob', by: 'mona', view: 'said' }],
              said: [{ by: 'vibeke', answer: 'yes' }],
              decidedBy: 'mona',
            },
          ],
        },
      ],
    },
  ],
  outside: [],
  meetings: [{ by: 'ragnhild', day: -35, minutes: 75, present: ['lab', 'health-clinic', 'kindergarten'] }],
}
