import { around, type SeedFamily, type Years } from '../seed-family.ts'
import { goal, on, whole, type SeedJourney } from '../seed-journey.ts'
import { citizen, type SeedPerson } from '../seed-person.ts'

/** A boy of four with two new diagnoses, parents who do not sleep, and a kindergarten that wants to help. */
export const eriksenPeople = (years: Years): SeedPerson[] => [
  citizen('silje', 'Silje Eriksen', 'SE', years(33, 51), 'Mor til Kasper på 4 år. Sykmeldt 50 prosent.'),
  citizen('anders', 'Anders Eriksen', 'AE', years(35, 230), 'Far til Kasper', false),
  citizen('kasper', 'Kasper Eriksen', 'KE', years(4, 88), '4 år', false),
]

export const eriksen: SeedFamily = {
  key: 'eriksen',
  name: 'Eriksen',
  group: 'c',
  phase: 'invest',
  clothStarted: -28,
  areas: ['physical_health', 'work', 'upbringing'],
  members: [
    { persona: 'silje', relation: 'mother', mark: 1 },
    { persona: 'anders', relation: 'father', mark: 2 },
    { persona: 'kasper', relation: 'child', mark: 3 },
  ],
  parents: [{ child: 'kasper', holders: ['silje', 'anders'] }],
  seats: [
    { persona: 'ragnhild', party: 'lab', role: 'leader', mark: 5, approvedBy: 'silje' },
    { persona: 'anne', party: 'kindergarten', role: 'member', mark: 6, approvedBy: 'silje' },
  ],
  consents: [
    { giver: 'silje', party: 'lab', areas: 'all', persons: ['silje', 'kasper'], months: 12 },
    { giver: 'anders', party: 'lab', areas: 'all', persons: ['anders', 'kasper'], months: 12 },
    { giver: 'silje', party: 'kindergarten', areas: ['upbringing', 'physical_health'], persons: ['kasper'], months: 6 },
    {
      giver: 'anders',
      party: 'kindergarten',
      areas: ['upbringing', 'physical_health'],
      persons: ['kasper'],
      months: 6,
    },
  ],
  wishes: [],
  notes: [
    {
      by: 'silje',
      cell: 'good_at',
      words: { text: 'Kasper kjenner igjen alle bussene i byen.' },
      about: ['kasper'],
      bright: true,
    },
    { by: 'anders', cell: 'good_at', words: { text: 'Vi bytter på nettene uten å krangle.' } },
    { by: 'silje', cell: 'dream_of', words: { text: 'En hel natt.' } },
    { by: 'silje', cell: 'difficult', words: { text: 'Vi følger opp sju avtaler, og alle vil vite det samme.' } },
    {
      by: 'anne',
      cell: 'now',
      area: 'upbringing',
      words: { text: 'Fast voksen med Kasper fra klokka ni', who: 'Anne' },
      about: ['kasper'],
      due: 4,
    },
    { by: 'silje', cell: 'today', area: 'work', words: { text: 'Sykmeldt 50 prosent.' }, about: ['silje'] },
    { by: 'ragnhild', cell: 'succeed', words: { text: 'Barnekoordinatoren ringer alle, så slipper dere.' } },
    around('silje', 'Bente', 'mormor', 'family', 1),
    around('anders', 'Truls', 'kamerat', 'friends', 2),
  ],
}

export const eriksenJourney: SeedJourney = {
  answers: [
    { by: 'silje', day: -30, phase: 'capture', score: 4, words: 'Trøtt.' },
    { by: 'anders', day: -29, phase: 'capture', score: 'rather_not' },
  ],
  placements: [
    whole('silje', -30, 'vulnerable', 4, 5, 'Vi har hverandre, men ingen søvn.'),
    ...on(
      'silje',
      -30,
      ['health', 'untenable', 'Tre timer søvn.'],
      ['work_education', 'vulnerable', 'Jeg er redd for å miste jobben.'],
      ['upbringing', 'vulnerable', 'Vi vet ikke nok om diagnosene ennå.'],
    ),
    whole('ragnhild', -27, 'vulnerable', 5, 6, 'Foreldre som samarbeider. Avlastning haster.'),
    goal('silje', -28, 'whole', 'stable', 'Søvn, jobb og én å ringe til.', 12),
  ],
}
