import type { AreaCode } from '@velferdslab/core/areas'
import type { CellCode, longestNote as longestInCore, Sector } from '@velferdslab/core/cloth'
import { areaIcon } from '../../areas.ts'
import type { IconName } from '../../ui/icon.tsx'

/**
 * The cells as the pages draw them. The codes are core's and checked against it by their types; core's own lists come with the
 * schemas and their library, which a family's phone should not have to fetch (api.ts).
 */
export const areaCells = ['today', 'now', 'short_term', 'long_term'] as const satisfies readonly CellCode[]
export type AreaCell = (typeof areaCells)[number]

/** Cells that stand once on the cloth. */
export const commonCells = [
  'good_at',
  'dream_of',
  'difficult',
  'succeed',
  'around_me',
] as const satisfies readonly CellCode[]
export type CommonCell = (typeof commonCells)[number]

const whoWhenCells: readonly CellCode[] = ['now', 'short_term', 'long_term']

export const longestNote: typeof longestInCore = 600

/** Clockwise, the first at the top: as on the printed cloth. */
export const sectors = ['family', 'friends', 'leisure', 'public', 'work', 'home'] as const satisfies readonly Sector[]

/** The rings from the middle and out: 1, 2, 3. */
export const rings = ['near', 'further', 'outer'] as const

/** The one list of areas, in its order. */
export const areaOrder = (Object.keys(areaIcon) as AreaCode[]).filter((area) => area !== 'common')

export const cellIcon: Record<CommonCell, IconName> = {
  good_at: 'star',
  dream_of: 'goal',
  difficult: 'chat',
  succeed: 'check',
  around_me: 'friends',
}

export const sectorIcon: Record<Sector, IconName> = {
  family: 'family',
  friends: 'friends',
  leisure: 'leisure',
  public: 'public',
  work: 'work',
  home: 'home',
}

export function isAreaCell(cell: CellCode): cell is AreaCell {
  return (areaCells as readonly CellCode[]).includes(cell)
}

export function hasWhoAndWhen(cell: CellCode): boolean {
  return whoWhenCells.includes(cell)
}

/** One cell of one area as a key. */
export type Spot = `${CellCode} ${AreaCode}`
export function spotOf({ cell, area }: { cell: CellCode; area: AreaCode }): Spot {
  return `${cell} ${area}`
}
