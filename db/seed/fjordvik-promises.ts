import type { Drawing } from '@velferdslab/core/signing'
import type { PartyKey } from './fjordvik-people.ts'

/** A plan that all have signed: what it says, who signs, and how it has gone with what was promised. Days are counted from today. */
export interface SeedSignedPlan {
  readonly signed: number
  readonly evaluateIn: number
  readonly goals: readonly {
    /** The note it comes from, by its first words. */
    readonly from: string
    readonly by: string
    readonly term: 'short' | 'long'
    readonly area: 'work' | 'school' | 'leisure'
    readonly text: string
    readonly measures: readonly {
      readonly text: string
      readonly doer: { readonly party: PartyKey } | { readonly member: string } | { readonly who: string }
      readonly due: number
      readonly costs?: readonly { readonly party: PartyKey; readonly kroner: number }[]
      /** Done so many days ago. */
      readonly done?: number
      readonly doneBy?: string
    }[]
  }[]
  readonly signers: readonly { readonly persona: string; readonly drawing?: Drawing }[]
}

/** Two strokes that stand for a name. */
const drawn: Drawing = [
  [
    [60, 150],
    [80, 50],
    [120, 120],
    [160, 50],
    [185, 150],
  ],
  [
    [220, 130],
    [260, 95],
    [300, 140],
    [350, 90],
    [400, 135],
    [470, 100],
  ],
]

export const signedPlans: Readonly<Record<string, SeedSignedPlan>> = {
  lie: {
    signed: -21,
    evaluateIn: 60,
    signers: [{ persona: 'marius', drawing: drawn }, { persona: 'solveig' }, { persona: 'tor' }],
    goals: [
      {
        from: 'Søke læreplass',
        by: 'tor',
        term: 'short',
        area: 'work',
        text: 'En læreplass som lydtekniker',
        measures: [
          { text: 'Skrive søknaden ferdig', doer: { member: 'marius' }, due: -10, done: -11, doneBy: 'marius' },
          { text: 'Ringe tre bedrifter om læreplass', doer: { party: 'nav' }, due: -6, done: -7, doneBy: 'tor' },
          { text: 'Svare om støtte til utstyr', doer: { party: 'nav' }, due: -3 },
          { text: 'Spørre musikkhuset om en attest', doer: { member: 'marius' }, due: 4 },
          { text: 'Lese gjennom søknaden', doer: { party: 'lab' }, due: 2 },
          { text: 'La Marius ha lyden på stevnet', doer: { who: 'Kåre Lund, trener' }, due: 20 },
        ],
      },
      {
        from: 'Å mikse lyd',
        by: 'marius',
        term: 'long',
        area: 'work',
        text: 'Leve av å mikse lyd for band',
        measures: [
          {
            text: 'Betale for kurs i lydteknikk',
            doer: { party: 'nav' },
            due: 40,
            costs: [{ party: 'nav', kroner: 4_500 }],
          },
        ],
      },
    ],
  },
}
