import type { AreaCode } from '@velferdslab/core/areas'
import type { DecisionKind, DecisionWords } from '@velferdslab/core/decision'
import type { MeasureWords } from '@velferdslab/core/plan'
import type { NotDoneReason } from '@velferdslab/core/promise'
import { haugenPlan } from './families/haugen-pettersen.ts'
import { olsenPlan } from './families/olsen.ts'
import { saetherPlan } from './families/saether.ts'
import type { PartyKey } from './fjordvik-people.ts'

/** Whom something is about: personas, or the whole family. */
export type SeedAbout = readonly string[] | 'whole'

export interface SeedDecision {
  readonly by: string
  readonly party: PartyKey
  readonly about: readonly string[]
  readonly kind: DecisionKind
  readonly kroner: number
  readonly words: DecisionWords
  /** Children heard: who, and what was recorded. */
  readonly heard?: readonly { child: string; by: string; view: 'asked' | 'said' | 'declined' }[]
  /** In the order they were given; a day for time to think, counted from today. */
  readonly said?: readonly { by: string; answer: 'yes' | 'no' | { think: number } }[]
  readonly decidedBy?: string
  /** What was not done of what has fallen due: of which month, counted from the first. A new day is counted from today. The rest is done. */
  readonly notKept?: readonly { month: number; because: NotDoneReason; text: string; newDay: number }[]
  readonly asked?: { readonly by: string; readonly whom: string; readonly inDays: number }
}

export interface SeedMeasure {
  readonly by: string
  readonly area: AreaCode
  readonly about: SeedAbout
  readonly words: MeasureWords
  readonly doer: { readonly party: PartyKey } | { readonly member: string } | 'named'
  /** Days from today. */
  readonly due: number
  /** Months from today, the first and the last. */
  readonly monthly?: readonly [from: number, to: number]
  readonly costs?: readonly { readonly party: PartyKey; readonly kroner: number }[]
  readonly estimatedKroner?: number
  readonly decisions?: readonly SeedDecision[]
  /** Bills that came: by whom booked, days from today; `wrong` is cancelled at once by the same person. */
  readonly paid?: readonly { by: string; day: number; kroner: number; wrong?: true }[]
}

export interface SeedGoal {
  readonly by: string
  /** The words of the note it comes from. */
  readonly note: string
  readonly term: 'short' | 'long'
  readonly area: AreaCode
  readonly about: SeedAbout
  readonly text: string
  readonly measures: readonly SeedMeasure[]
}

export interface SeedPlan {
  readonly goals: readonly SeedGoal[]
  readonly outside: readonly {
    by: string
    party: PartyKey
    about: readonly string[]
    area: AreaCode
    day: number
    words: DecisionWords & { ground: string }
  }[]
  /** Hours of meetings that have been: one line for each who came for a party. */
  readonly meetings: readonly { by: string; day: number; minutes: number; present: readonly PartyKey[] }[]
}

/** Plans in the middle of being made, in every state a decision can be in. By the key of the family. */
export const plans: Readonly<Record<string, SeedPlan>> = {
  'hansen-ali': {
    goals: [
      {
        by: 'amina',
        note: 'Et tørt hjem der alle har sin egen seng.',
        term: 'short',
        area: 'housing',
        about: 'whole',
        text: 'Et tørt hjem der alle har egen seng',
        measures: [
          {
            by: 'solveig',
            area: 'housing',
            about: 'whole',
            words: { text: 'Flytting, fem senger og barneseng' },
            doer: { party: 'nav' },
            due: 70,
            costs: [{ party: 'nav', kroner: 62_000 }],
            decisions: [
              {
                by: 'solveig',
                party: 'nav',
                about: ['amina', 'jonas'],
                kind: 'enkeltvedtak',
                kroner: 62_000,
                words: {
                  what: 'Flytting, fem senger og barneseng',
                  why: 'Da kan dere flytte inn så snart leiligheten er klar.',
                  ground: 'sosialtjenesteloven § 19',
                },
                said: [
                  { by: 'amina', answer: 'yes' },
                  { by: 'jonas', answer: 'yes' },
                ],
                asked: { by: 'solveig', whom: 'hanne', inDays: 5 },
              },
            ],
          },
          {
            by: 'amina',
            area: 'housing',
            about: 'whole',
            words: { text: 'Se på tre leiligheter nær skolen' },
            doer: { member: 'amina' },
            due: 12,
          },
          {
            by: 'jonas',
            area: 'housing',
            about: 'whole',
            words: { text: 'Kjøre flyttelass', who: 'Per, nabo' },
            doer: 'named',
            due: 71,
            estimatedKroner: 2_400,
          },
        ],
      },
      {
        by: 'jonas',
        note: 'Samle alle brev i én mappe',
        term: 'short',
        area: 'economy',
        about: 'whole',
        text: 'Vite hvem vi skylder penger',
        measures: [
          {
            by: 'jonas',
            area: 'economy',
            about: ['jonas'],
            words: { text: 'Gjeldsrådgiver går gjennom alle brev' },
            doer: { party: 'nav' },
            due: 14,
            costs: [{ party: 'nav', kroner: 8_000 }],
            decisions: [
              {
                by: 'tor',
                party: 'nav',
                about: ['jonas'],
                kind: 'agreement',
                kroner: 8_000,
                words: {
                  what: 'Fire timer med gjeldsrådgiver',
                  why: 'Da vet du hva som haster, og hva som kan vente.',
                },
              },
            ],
          },
          {
            by: 'solveig',
            area: 'economy',
            about: 'whole',
            words: { text: 'Barnepass mens dere går gjennom brevene' },
            doer: { party: 'lab' },
            due: -30,
            monthly: [-1, 4],
            costs: [{ party: 'lab', kroner: 600 }],
            decisions: [
              {
                by: 'solveig',
                party: 'lab',
                about: ['amina', 'jonas'],
                kind: 'agreement',
                kroner: 3_600,
                words: { what: 'Barnepass én kveld i måneden', why: 'Da får dere ro til å se på regningene sammen.' },
                said: [
                  { by: 'amina', answer: 'yes' },
                  { by: 'jonas', answer: 'yes' },
                ],
                decidedBy: 'solveig',
                notKept: [
                  { month: 0, because: 'waiting', text: 'Barnepasseren ble syk. Vi har spurt en ny.', newDay: 5 },
                ],
              },
            ],
            paid: [
              { by: 'solveig', day: 0, kroner: 600 },
              { by: 'solveig', day: 0, kroner: 600, wrong: true },
            ],
          },
        ],
      },
      {
        by: 'amina',
        note: 'Elias har fotball. Jeg har ingenting.',
        term: 'long',
        area: 'leisure',
        about: ['sara', 'elias'],
        text: 'Sara har noe eget på fritida',
        measures: [
          {
            by: 'solveig',
            area: 'leisure',
            about: ['sara'],
            words: { text: 'Tegnekurs på kulturskolen' },
            doer: { party: 'lab' },
            due: 40,
            costs: [{ party: 'lab', kroner: 1_400 }],
            decisions: [
              {
                by: 'solveig',
                party: 'lab',
                about: ['sara'],
                kind: 'agreement',
                kroner: 1_400,
                words: { what: 'Tegnekurs for Sara fra nyttår' },
                heard: [{ child: 'sara', by: 'solveig', view: 'said' }],
                said: [
                  { by: 'amina', answer: 'yes' },
                  { by: 'jonas', answer: { think: 7 } },
                ],
              },
            ],
          },
        ],
      },
    ],
    outside: [
      {
        by: 'tor',
        party: 'nav',
        about: ['jonas'],
        area: 'economy',
        day: -3,
        words: {
          what: 'Avslag på søknad om tillegg til strøm',
          why: 'Brevet sier hva NAV så på. Tor kan forklare det.',
          ground: 'sosialtjenesteloven § 18',
        },
      },
    ],
    meetings: [{ by: 'solveig', day: -6, minutes: 120, present: ['lab', 'nav', 'school'] }],
  },
  lie: {
    goals: [
      {
        by: 'marius',
        note: 'Å mikse lyd for ordentlige band.',
        term: 'long',
        area: 'work',
        about: ['marius'],
        text: 'Læreplass som lydtekniker',
        measures: [
          {
            by: 'tor',
            area: 'work',
            about: ['marius'],
            words: { text: 'Arbeidstrening på musikkhuset' },
            doer: { party: 'nav' },
            due: -62,
            monthly: [-2, 3],
            costs: [{ party: 'nav', kroner: 2_900 }],
            decisions: [
              {
                by: 'tor',
                party: 'nav',
                about: ['marius'],
                kind: 'agreement',
                kroner: 17_400,
                words: { what: 'Arbeidstrening, tre formiddager i uka', why: 'Du får vist hva du kan.' },
                said: [{ by: 'marius', answer: 'yes' }],
                decidedBy: 'tor',
              },
            ],
            paid: [
              { by: 'tor', day: -58, kroner: 2_900 },
              { by: 'tor', day: -28, kroner: 2_900 },
            ],
          },
          {
            by: 'tor',
            area: 'work',
            about: ['marius'],
            words: { text: 'Kurs i lydteknikk' },
            doer: { party: 'nav' },
            due: 30,
            costs: [{ party: 'nav', kroner: 9_800 }],
            decisions: [
              {
                by: 'tor',
                party: 'nav',
                about: ['marius'],
                kind: 'agreement',
                kroner: 9_800,
                words: { what: 'Plass på kurs i lydteknikk' },
                said: [{ by: 'marius', answer: 'yes' }],
              },
            ],
          },
          {
            by: 'tor',
            area: 'work',
            about: ['marius'],
            words: { text: 'Utstyr til læretida' },
            doer: { party: 'nav' },
            due: 45,
            costs: [{ party: 'nav', kroner: 45_000 }],
            decisions: [
              {
                by: 'tor',
                party: 'nav',
                about: ['marius'],
                kind: 'agreement',
                kroner: 45_000,
                words: { what: 'Utstyr til læretida', why: 'Det du trenger for å kunne jobbe med lyd.' },
                said: [{ by: 'marius', answer: 'yes' }],
              },
            ],
          },
        ],
      },
    ],
    outside: [],
    meetings: [],
  },
  olsen: olsenPlan,
  saether: saetherPlan,
  haugen: haugenPlan,
}
