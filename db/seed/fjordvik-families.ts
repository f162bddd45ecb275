import type { AreaCode, ConsentArea } from '@velferdslab/core/areas'
import type { CellCode, NoteWords, Privacy, Sector } from '@velferdslab/core/cloth'
import type { Phase } from '@velferdslab/core/family'
import type { Relation } from '@velferdslab/core/people'
import type { PartyKey } from './fjordvik-people.ts'

/** A family of Fjordvik as told: who, who answers for whom, who sits at the table, what was said yes to, what stands on the cloth. */
export interface SeedFamily {
  readonly key: string
  readonly name: string
  readonly group: 'a' | 'b' | 'c'
  readonly phase: Phase
  /** Days from today (negative: ago) on which the cloth was first laid. */
  readonly clothStarted: number
  readonly areas: readonly ConsentArea[]
  readonly members: readonly { persona: string; relation: Relation; mark: number; takesPart?: false }[]
  readonly parents: readonly { child: string; holders: readonly string[] }[]
  readonly seats: readonly {
    persona: string
    party: PartyKey
    role: 'leader' | 'member' | 'trusted'
    mark: number
    approvedBy: string
  }[]
  /** What each has said yes to; months from today until it ends. */
  readonly consents: readonly {
    giver: string
    party: PartyKey
    areas: readonly ConsentArea[] | 'all'
    persons: readonly string[]
    months: number
  }[]
  readonly wishes: readonly {
    party: PartyKey
    by: string
    areas: readonly ConsentArea[]
    persons: readonly string[]
    months: number
    reason: string
  }[]
  readonly notes: readonly SeedNote[]
}

export interface SeedNote {
  readonly by: string
  readonly cell: CellCode
  readonly area?: AreaCode
  /** Personas; the whole family when left out. */
  readonly about?: readonly string[]
  readonly words: NoteWords
  readonly bright?: true
  readonly privacy?: Privacy
  /** Days from today. */
  readonly due?: number
  readonly sector?: Sector
  readonly ring?: 1 | 2 | 3
}

const around = (by: string, text: string, relation: string, sector: Sector, ring: 1 | 2 | 3): SeedNote => ({
  by,
  cell: 'around_me',
  words: { text, relation },
  sector,
  ring,
})

export const families: readonly SeedFamily[] = [
  {
    key: 'hansen-ali',
    name: 'Hansen-Ali',
    group: 'a',
    phase: 'invest',
    clothStarted: -6,
    areas: ['housing', 'economy', 'work', 'school', 'leisure'],
    members: [
      { persona: 'amina', relation: 'mother', mark: 1 },
      { persona: 'jonas', relation: 'father', mark: 2 },
      { persona: 'sara', relation: 'child', mark: 3 },
      { persona: 'elias', relation: 'child', mark: 4 },
      { persona: 'noor', relation: 'child', mark: 8 },
    ],
    parents: [
      { child: 'sara', holders: ['amina', 'jonas'] },
      { child: 'elias', holders: ['amina', 'jonas'] },
      { child: 'noor', holders: ['amina', 'jonas'] },
    ],
    seats: [
      { persona: 'solveig', party: 'lab', role: 'leader', mark: 5, approvedBy: 'amina' },
      { persona: 'tor', party: 'nav', role: 'member', mark: 6, approvedBy: 'amina' },
      { persona: 'kari', party: 'school', role: 'member', mark: 7, approvedBy: 'jonas' },
      { persona: 'torbjorn', party: 'torbjorn', role: 'trusted', mark: 4, approvedBy: 'amina' },
    ],
    consents: [
      { giver: 'amina', party: 'lab', areas: 'all', persons: ['amina', 'sara', 'elias', 'noor'], months: 12 },
      { giver: 'jonas', party: 'lab', areas: 'all', persons: ['jonas', 'sara', 'elias', 'noor'], months: 12 },
      { giver: 'amina', party: 'torbjorn', areas: ['leisure'], persons: ['elias'], months: 6 },
      { giver: 'jonas', party: 'torbjorn', areas: ['leisure'], persons: ['elias'], months: 6 },
      {
        giver: 'jonas',
        party: 'nav',
        areas: ['housing', 'economy', 'work'],
        persons: ['jonas', 'sara', 'elias', 'noor'],
        months: 6,
      },
      { giver: 'jonas', party: 'school', areas: ['school', 'leisure'], persons: ['sara', 'elias'], months: 6 },
    ],
    wishes: [
      {
        party: 'nav',
        by: 'solveig',
        areas: ['housing', 'economy', 'work'],
        persons: ['amina', 'noor'],
        months: 6,
        reason: 'Tor kan finne kurs og barnepass når han vet hvordan dere bor.',
      },
      {
        party: 'school',
        by: 'solveig',
        areas: ['school', 'leisure'],
        persons: ['sara', 'elias'],
        months: 6,
        reason: 'Kari kan følge opp ventetida hos pedagogisk-psykologisk tjeneste for Elias.',
      },
      {
        party: 'child-welfare',
        by: 'solveig',
        areas: ['upbringing'],
        persons: ['noor'],
        months: 3,
        reason: 'Barnevernet kan gi råd om barnehageplass for Noor. Dere trenger ikke si ja.',
      },
    ],
    notes: [
      {
        by: 'amina',
        cell: 'good_at',
        words: { text: 'Jeg lager mat til mange og får folk til å slappe av.' },
        about: ['amina'],
        bright: true,
      },
      {
        by: 'jonas',
        cell: 'good_at',
        words: { text: 'Jeg fikser det meste. Sykler, biler, dører.' },
        about: ['jonas'],
      },
      { by: 'sara', cell: 'good_at', words: { text: 'Vi ler mye hjemme. Jeg er god til å tegne.' }, bright: true },
      {
        by: 'torbjorn',
        cell: 'good_at',
        words: { text: 'Elias kommer på hver trening. Også i regn.' },
        about: ['elias'],
        bright: true,
      },
      { by: 'amina', cell: 'dream_of', words: { text: 'Et tørt hjem der alle har sin egen seng.' } },
      { by: 'amina', cell: 'dream_of', words: { text: 'En trygg jobb jeg kan leve av.' }, about: ['amina'] },
      { by: 'sara', cell: 'dream_of', words: { text: 'Et rom med dør.' }, about: ['sara'] },
      { by: 'amina', cell: 'difficult', words: { text: 'Leiligheten er fuktig. Vi må ut om ti uker.' } },
      { by: 'jonas', cell: 'difficult', words: { text: 'Regningene kommer før pengene.' } },
      { by: 'amina', cell: 'difficult', words: { text: 'Vi må fortelle det samme til alle.' } },
      { by: 'jonas', cell: 'today', area: 'housing', words: { text: 'To rom, fem personer. Fukt på soverommet.' } },
      {
        by: 'amina',
        cell: 'now',
        area: 'housing',
        words: { text: 'Finne tre rom nær skolen', who: 'Amina og Jonas' },
        due: 12,
      },
      {
        by: 'amina',
        cell: 'short_term',
        area: 'housing',
        words: { text: 'Flyttet inn. Alle har egen seng.', who: 'Familien' },
        due: 70,
      },
      { by: 'jonas', cell: 'long_term', area: 'housing', words: { text: 'Søke startlån og eie selv', who: 'Jonas' } },
      {
        by: 'jonas',
        cell: 'today',
        area: 'economy',
        words: { text: 'Gjeld på 186 000 kroner. Vi vet ikke helt hvem vi skylder.' },
      },
      {
        by: 'jonas',
        cell: 'now',
        area: 'economy',
        words: { text: 'Samle alle brev i én mappe', who: 'Jonas' },
        due: 5,
      },
      { by: 'amina', cell: 'long_term', area: 'economy', words: { text: '10 000 kroner spart', who: 'Familien' } },
      {
        by: 'amina',
        cell: 'today',
        area: 'work',
        words: { text: 'Renholder 40 prosent. Jeg vil jobbe mer.' },
        about: ['amina'],
      },
      {
        by: 'amina',
        cell: 'long_term',
        area: 'work',
        words: { text: 'Fast jobb, minst 80 prosent', who: 'Amina' },
        about: ['amina'],
      },
      {
        by: 'amina',
        cell: 'today',
        area: 'school',
        words: { text: 'Elias har ventet på utredning siden mai.' },
        about: ['elias'],
      },
      {
        by: 'amina',
        cell: 'long_term',
        area: 'school',
        words: { text: 'Elias leser for Noor', who: 'Elias' },
        about: ['elias', 'noor'],
        bright: true,
      },
      {
        by: 'sara',
        cell: 'today',
        area: 'leisure',
        words: { text: 'Elias har fotball. Jeg har ingenting.' },
        about: ['sara', 'elias'],
      },
      {
        by: 'amina',
        cell: 'difficult',
        words: { text: 'Jeg sover lite når brevene kommer.' },
        about: ['amina'],
        privacy: 'own',
      },
      { by: 'solveig', cell: 'succeed', words: { text: 'Én å ringe til: Solveig. Svar samme dag.' } },
      { by: 'amina', cell: 'succeed', words: { text: 'Tolk i alle møter. Sara skal ikke tolke.' }, bright: true },
      { by: 'jonas', cell: 'succeed', words: { text: 'Vi sier fra med en gang noe glipper.' } },
      around('amina', 'Asha', 'tante', 'family', 1),
      around('jonas', 'Inger', 'farmor', 'family', 2),
      around('amina', 'Hodan', 'venninne', 'friends', 1),
      around('jonas', 'Per', 'nabo', 'friends', 3),
      around('amina', 'Liv', 'i oppgangen', 'home', 2),
      around('amina', 'Rosa', 'kollega', 'work', 3),
      around('jonas', 'Torbjørn', 'trener', 'leisure', 1),
      around('amina', 'Solveig', 'leder', 'public', 1),
    ],
  },
  {
    key: 'kowalska',
    name: 'Kowalska',
    group: 'a',
    phase: 'capture',
    clothStarted: 0,
    areas: ['school', 'work'],
    members: [
      { persona: 'magda', relation: 'mother', mark: 1 },
      { persona: 'oskar', relation: 'child', mark: 2 },
      { persona: 'lena', relation: 'child', mark: 3 },
    ],
    parents: [
      { child: 'oskar', holders: ['magda', 'marek'] },
      { child: 'lena', holders: ['magda', 'marek'] },
    ],
    seats: [{ persona: 'solveig', party: 'lab', role: 'leader', mark: 5, approvedBy: 'magda' }],
    consents: [{ giver: 'magda', party: 'lab', areas: 'all', persons: ['magda', 'oskar', 'lena'], months: 12 }],
    wishes: [
      {
        party: 'school',
        by: 'solveig',
        areas: ['school'],
        persons: ['oskar'],
        months: 6,
        reason: 'Skolen kan fortelle hvordan dagene til Oskar er.',
      },
    ],
    notes: [
      {
        by: 'magda',
        cell: 'today',
        area: 'work',
        words: { text: 'To deltidsjobber. Jeg er sjelden hjemme til middag.' },
        about: ['magda'],
      },
      { by: 'magda', cell: 'good_at', words: { text: 'Oskar er flink med dyr.' }, about: ['oskar'], bright: true },
    ],
  },
  {
    key: 'lie',
    name: 'Marius Lie',
    group: 'b',
    phase: 'maintain',
    clothStarted: -150,
    areas: ['work', 'school', 'network'],
    members: [{ persona: 'marius', relation: 'self', mark: 1 }],
    parents: [],
    seats: [
      { persona: 'solveig', party: 'lab', role: 'leader', mark: 5, approvedBy: 'marius' },
      { persona: 'tor', party: 'nav', role: 'member', mark: 6, approvedBy: 'marius' },
    ],
    consents: [
      { giver: 'marius', party: 'lab', areas: 'all', persons: ['marius'], months: 6 },
      { giver: 'marius', party: 'nav', areas: ['work', 'school'], persons: ['marius'], months: 1 },
    ],
    wishes: [],
    notes: [
      { by: 'marius', cell: 'dream_of', words: { text: 'Å mikse lyd for ordentlige band.' }, about: ['marius'] },
      {
        by: 'marius',
        cell: 'today',
        area: 'work',
        words: { text: 'Tre formiddager i uka på musikkhuset.' },
        about: ['marius'],
        bright: true,
      },
      {
        by: 'tor',
        cell: 'now',
        area: 'work',
        words: { text: 'Søke læreplass som lydtekniker', who: 'Marius og Tor' },
        about: ['marius'],
        due: 20,
      },
      { by: 'marius', cell: 'good_at', words: { text: 'Jeg hører når noe er surt.' }, about: ['marius'], bright: true },
    ],
  },
]
