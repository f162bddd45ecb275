import type { AreaCode } from '@velferdslab/core/areas'
import type { CellCode, Note } from '@velferdslab/core/cloth'
import { areaOrder, areaCells, commonCells } from '../cloth/cells.ts'

/** The areas of some notes in the order of the cloth, what is common first. */
export function areasOf(notes: readonly Note[]): AreaCode[] {
  return (['common', ...areaOrder] as const).filter((area) => notes.some((note) => note.area === area))
}

/** The cells of an area that have notes, in the order of the cloth. */
export function cellsOf(notes: readonly Note[], area: AreaCode): { cell: CellCode; notes: Note[] }[] {
  const order: readonly CellCode[] = area === 'common' ? commonCells : areaCells
  return order
    .map((cell) => ({ cell, notes: notes.filter((note) => note.area === area && note.cell === cell) }))
    .filter((each) => each.notes.length > 0)
}
