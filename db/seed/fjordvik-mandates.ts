import type { DecisionKind } from '@velferdslab/core/decision'
import type { Role } from '@velferdslab/core/people'
import type { PartyKey } from './fjordvik-people.ts'

const kroner = 100

/** Who may decide what here and now in Fjordvik: for one family, and for all of them together. */
export const mandates: readonly {
  readonly party: PartyKey
  readonly holder: { readonly persona: string } | { readonly role: Role }
  readonly kinds: readonly DecisionKind[]
  readonly amountOre: number
  readonly totalOre: number | null
  readonly source: string
}[] = [
  {
    party: 'nav',
    holder: { persona: 'tor' },
    kinds: ['enkeltvedtak', 'agreement', 'information'],
    amountOre: 50_000 * kroner,
    totalOre: 600_000 * kroner,
    source: 'Fullmakter i NAV Fjordvik, punkt 4 (demo)',
  },
  {
    party: 'nav',
    holder: { persona: 'hanne' },
    kinds: ['enkeltvedtak', 'agreement', 'information'],
    amountOre: 250_000 * kroner,
    totalOre: 3_000_000 * kroner,
    source: 'Fullmakter i NAV Fjordvik, punkt 2 (demo)',
  },
  {
    party: 'school',
    holder: { persona: 'kari' },
    kinds: ['agreement', 'information'],
    amountOre: 10_000 * kroner,
    totalOre: 60_000 * kroner,
    source: 'Rektors fullmakt til kontaktlærere (demo)',
  },
  {
    party: 'child-welfare',
    holder: { role: 'caseworker' },
    kinds: ['enkeltvedtak', 'agreement', 'information'],
    amountOre: 30_000 * kroner,
    totalOre: null,
    source: 'Delegasjonsreglement for Fjordvik kommune, kapittel 6 (demo)',
  },
  {
    party: 'health-clinic',
    holder: { role: 'caseworker' },
    kinds: ['agreement', 'information'],
    amountOre: 10_000 * kroner,
    totalOre: null,
    source: 'Delegasjonsreglement for Fjordvik kommune, kapittel 7 (demo)',
  },
  {
    party: 'lab',
    holder: { persona: 'solveig' },
    kinds: ['agreement', 'information'],
    amountOre: 5_000 * kroner,
    totalOre: 100_000 * kroner,
    source: 'Delegasjonsreglement for Fjordvik kommune, kapittel 9 (demo)',
  },
  {
    party: 'torbjorn',
    holder: { persona: 'torbjorn' },
    kinds: ['voluntary_contribution'],
    amountOre: 0,
    totalOre: null,
    source: 'Egen vilje',
  },
]

/** What a payer can decide for one family, all its decisions together. */
export const frames: readonly { family: string; party: PartyKey; amountOre: number; months: number; source: string }[] =
  [
    {
      family: 'hansen-ali',
      party: 'nav',
      amountOre: 150_000 * kroner,
      months: 6,
      source: 'Budsjett for NAV Fjordvik (demo)',
    },
  ]

/**
 * What an hour costs: pay x 1.40 (social costs and overhead) / 1 700 productive hours, KS and SSB 2023 and 2024. A full work-year of the lab's
 * meetings is priced by these; a municipality puts its own in their place.
 */
export const prices: readonly { item: string; unit: 'hour'; ore: number; validFrom: string; source: string }[] = [
  {
    item: 'hour_default',
    unit: 'hour',
    ore: 526 * kroner,
    validFrom: '2024-01-01',
    source: 'SSB, månedslønn kommune 2024 × 1,40 / 1 700',
  },
  {
    item: 'hour_nurse',
    unit: 'hour',
    ore: 544 * kroner,
    validFrom: '2023-12-01',
    source: 'KS, lønn 1.12.2023 × 1,40 / 1 700',
  },
  {
    item: 'hour_health_worker',
    unit: 'hour',
    ore: 474 * kroner,
    validFrom: '2023-12-01',
    source: 'KS, lønn 1.12.2023 × 1,40 / 1 700',
  },
  {
    item: 'hour_kindergarten',
    unit: 'hour',
    ore: 493 * kroner,
    validFrom: '2023-12-01',
    source: 'KS, lønn 1.12.2023 × 1,40 / 1 700',
  },
  { item: 'hour_volunteer', unit: 'hour', ore: 0, validFrom: '2000-01-01', source: 'Frivillig: ingen pris' },
]
