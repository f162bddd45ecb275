import type { AreaCode } from '@velferdslab/core/areas'
import type { CellCode, Cloth, Note } from '@velferdslab/core/cloth'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { createContext, useContext } from 'react'
import type { Room } from '../../live/room.ts'
import type { ClothView } from './cloth-view.ts'

export type PersonAtTable = { name: string; calledName: string; initials: string; mark: number }

/** The cloth without what changes while people write. */
export type StillCloth = Omit<Cloth, 'notes' | 'drafts' | 'cursor'>

/** Where the cloth is looked at: by the family, by who works there, or at the table by who is only let in. */
export type Shell = 'family' | 'work' | 'table'

/** What every part of the cloth needs to draw and to act. It stays the same while notes come and go, so that a note is drawn once. */
export type Table = {
  familyId: FamilyId
  shell: Shell
  me: PersonId
  cloth: StillCloth
  room: Room
  /** Drawn as a cloth (true) or as a list. */
  wide: boolean
  person: (id: PersonId) => PersonAtTable
  /** "Familien Hansen-Ali", or the name of one who is alone. */
  familyName: string
  cellTitle: (cell: CellCode) => string
  /** "Bolig, dette gjør vi nå": a place in words. */
  place: (cell: CellCode, area: AreaCode) => string
  /** Begin a note in a cell; without one, the writer chooses where. */
  write: (cell?: CellCode, area?: AreaCode) => void
  change: (note: Note) => void
  goOn: (note: Note['id']) => void
  askGoal: (note: Note) => void
  askMove: (note: Note) => void
  askErase: (note: Note) => void
  askVoid: (note: Note) => void
  askCorrect: (note: Note) => void
  openArea: (area: AreaCode) => void
  /** Says politely that something has been done, with a way back where there is one. */
  tell: (text: string, undo?: () => void) => void
}

const TableContext = createContext<Table | null>(null)
export const TableProvider = TableContext.Provider

export function useTable(): Table {
  const table = useContext(TableContext)
  if (!table) throw new Error('This part stands on a cloth')
  return table
}

/** What stands on the cloth just now. */
export type Sight = {
  view: ClothView
  /** The note in my hands is written in a sheet over the page, so its cell does not show the fields too. */
  inSheet: boolean
}

const SightContext = createContext<Sight | null>(null)
export const SightProvider = SightContext.Provider

export function useSight(): Sight {
  const sight = useContext(SightContext)
  if (!sight) throw new Error('This part stands on a cloth')
  return sight
}
