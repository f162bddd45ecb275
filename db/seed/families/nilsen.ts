import { around, type SeedFamily, type Years } from '../seed-family.ts'
import { goal, on, whole, type SeedJourney } from '../seed-journey.ts'
import { citizen, type SeedPerson } from '../seed-person.ts'

/** The whole way: from a flat without a bed, after years in care, to her own work and people around her. She has left the lab. */
export const nilsenPeople = (years: Years): SeedPerson[] => [
  citizen('emma', 'Emma Nilsen', 'EN', years(20, 150), '20 år. Ferdig i velferdslaben. Jobber i barnehage.'),
]

export const nilsen: SeedFamily = {
  key: 'nilsen',
  name: 'Emma Nilsen',
  group: 'b',
  phase: 'capture',
  moves: [
    {
      to: 'invest',
      by: 'solveig',
      yes: ['emma'],
      day: -500,
      why: 'Nå kjenner vi hverandre. Vi kan begynne med hjem og skole.',
    },
    {
      to: 'maintain',
      by: 'solveig',
      yes: ['emma'],
      day: -200,
      why: 'Det meste er på plass. Nå holder vi det gående sammen.',
    },
    {
      to: 'exit',
      by: 'solveig',
      yes: ['emma'],
      day: -25,
      why: 'Du har jobb, hjem og folk rundt deg. Vi ringer om et år.',
    },
  ],
  clothStarted: -520,
  areas: ['housing', 'work', 'economy', 'network'],
  members: [{ persona: 'emma', relation: 'self', mark: 1 }],
  parents: [],
  seats: [
    { persona: 'solveig', party: 'lab', role: 'leader', mark: 5, approvedBy: 'emma' },
    { persona: 'nina', party: 'nav', role: 'member', mark: 6, approvedBy: 'emma' },
  ],
  consents: [
    { giver: 'emma', party: 'lab', areas: 'all', persons: ['emma'], months: 2 },
    { giver: 'emma', party: 'nav', areas: ['work'], persons: ['emma'], months: 2 },
  ],
  wishes: [],
  notes: [
    { by: 'emma', cell: 'good_at', words: { text: 'Barn blir rolige når jeg leser.' }, about: ['emma'], bright: true },
    { by: 'emma', cell: 'dream_of', words: { text: 'En leilighet der noen kommer på besøk.' }, about: ['emma'] },
    {
      by: 'emma',
      cell: 'today',
      area: 'housing',
      words: { text: 'To rom, leiekontrakt på tre år. Gitte og Ida spiser her på torsdager.' },
      about: ['emma'],
      bright: true,
    },
    {
      by: 'emma',
      cell: 'today',
      area: 'work',
      words: { text: 'Fast 80 prosent i barnehagen siden i sommer.' },
      about: ['emma'],
      bright: true,
    },
    {
      by: 'emma',
      cell: 'today',
      area: 'economy',
      words: { text: 'Regningene er betalt den tjuende. Litt på konto.' },
      about: ['emma'],
    },
    {
      by: 'emma',
      cell: 'long_term',
      area: 'work',
      words: { text: 'Fagbrev som barne- og ungdomsarbeider', who: 'Emma' },
      about: ['emma'],
    },
    { by: 'emma', cell: 'succeed', words: { text: 'Jeg ringer Gitte før det blir for mye.' }, about: ['emma'] },
    around('emma', 'Gitte', 'mentor', 'friends', 1),
    around('emma', 'Ida', 'kollega', 'work', 1),
    around('emma', 'Turid', 'nabo', 'home', 2),
  ],
}

export const nilsenJourney: SeedJourney = {
  answers: [
    { by: 'emma', day: -530, phase: 'capture', score: 2, words: 'Det er stille her.', shared: true },
    { by: 'emma', day: -380, phase: 'invest', score: 4, words: 'Jeg har fått en seng og en mentor.', shared: true },
    { by: 'emma', day: -190, phase: 'maintain', score: 7, words: 'De ville ha meg videre i barnehagen.', shared: true },
    {
      by: 'emma',
      day: -21,
      phase: 'exit',
      score: 8,
      words: 'Jeg klarer meg, og jeg vet hvem jeg kan ringe.',
      shared: true,
    },
  ],
  placements: [
    whole('emma', -530, 'untenable', 1, 2, 'Atten år, tom leilighet, ingen å spørre.'),
    ...on(
      'emma',
      -530,
      ['housing', 'vulnerable', 'Korttidskontrakt, ingen møbler.'],
      ['work_education', 'untenable', 'Sluttet på skolen.'],
      ['network', 'untenable', 'Ingen.'],
      ['economy', 'vulnerable', 'Pengene er brukt opp før den femtende.'],
      ['health', 'vulnerable', 'Sover dårlig.'],
    ),
    whole('solveig', -520, 'untenable', 1, 4, 'Står alene, og vil mye.'),
    whole('emma', -380, 'vulnerable', 4, 4, 'Gitte kommer hver uke.'),
    ...on('emma', -380, ['network', 'vulnerable', 'Gitte.'], ['housing', 'stable', 'Kontrakt på tre år.']),
    whole('emma', -190, 'stable', 6, 7, 'Jobb, hjem og folk.'),
    ...on(
      'emma',
      -190,
      ['work_education', 'stable', 'Vikar i barnehagen hver uke.'],
      ['economy', 'stable', 'Budsjettet holder.'],
      ['network', 'stable', 'Gitte, Ida og Turid.'],
      ['health', 'stable', 'Jeg sover.'],
    ),
    whole('emma', -21, 'sustainable', 8, 9, 'Fast jobb, eget hjem, og torsdager med venner.'),
    ...on(
      'emma',
      -21,
      ['housing', 'sustainable', 'Trygg kontrakt, og jeg sparer til egen.'],
      ['work_education', 'sustainable', 'Fast 80 prosent.'],
      ['economy', 'sustainable', 'Litt på konto hver måned.'],
      ['network', 'sustainable', 'De kommer på torsdager.'],
      ['health', 'stable', 'Fastlege og søvn i orden.'],
    ),
    whole('solveig', -20, 'sustainable', 8, 9, 'Emma har det hun trenger. Vi ringer om et år.'),
    goal('emma', -190, 'whole', 'sustainable', 'Fast jobb og klare meg selv.', 8),
  ],
}
