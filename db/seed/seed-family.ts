import type { AreaCode, ConsentArea } from '@velferdslab/core/areas'
import type { CellCode, NoteWords, Privacy, Sector } from '@velferdslab/core/cloth'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Phase } from '@velferdslab/core/family'
import type { ProtectionLevel, ProtectionSource, WhereaboutsKind } from '@velferdslab/core/household'
import type { Relation } from '@velferdslab/core/people'
import type { PartyKey } from './fjordvik-people.ts'

/** A birth day for an age and some days, whatever today is. */
export type Years = (age: number, daysSinceBirthday: number) => CalendarDay

/** That a family went on to another phase of the work: asked by whom, when (days from today) and why, and who said yes. */
export interface SeedMove {
  readonly to: Phase
  readonly by: string
  readonly yes: readonly string[]
  readonly day: number
  readonly why: string
}

/** A family of Fjordvik as told: who, who answers for whom, who sits at the table, what was said yes to, what stands on the cloth. */
export interface SeedFamily {
  readonly key: string
  readonly name: string
  readonly group: 'a' | 'b' | 'c'
  /** Where the lab's work with it begins; what comes after is in `moves`. */
  readonly phase: Phase
  /** How it went on. Each phase once. */
  readonly moves?: readonly SeedMove[]
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
  /** Who must not be found, from which day (days from today). */
  readonly protections?: readonly {
    persona: string
    level: ProtectionLevel
    source: ProtectionSource
    by: string
    day: number
  }[]
  readonly whereabouts?: readonly { by: string; persona: string; what: WhereaboutsKind; text: string }[]
  /** Who at the table may know it, named by the family. */
  readonly addressKeepers?: readonly { by: string; persona: string }[]
  /** The next meeting: days from today, at a whole hour in Norway. */
  readonly meeting?: { by: string; inDays: number; hour: number; place: string; agenda: string }
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

export const around = (by: string, text: string, relation: string, sector: Sector, ring: 1 | 2 | 3): SeedNote => ({
  by,
  cell: 'around_me',
  words: { text, relation },
  sector,
  ring,
})
