import { atATime, type Cursor } from '@velferdslab/core/cursor'
import { sql, type RawBuilder } from 'kysely'

/** A row that knows where it stands in its list. */
export interface Placed {
  readonly place: Cursor
}

/** The place of a row, by its moment and its id. */
export function placeIn(at: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<Cursor> {
  return sql<Cursor>`(extract(epoch from ${at}) * 1000000)::bigint || '_' || ${id}`
}

/** The moment and the id after which the next part begins; both null at the beginning. */
export function afterPlace(after: Cursor | undefined): { at: RawBuilder<Date | null>; id: string | null } {
  const [micros, id] = after?.split('_') ?? []
  if (micros === undefined || id === undefined) return { at: sql<null>`null::timestamptz`, id: null }
  return { at: sql<Date>`(timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond')`, id }
}

/** One part of a list of which one row more was asked for: the rows, and where the next part begins. */
export function partOf<Row extends Placed>(rows: readonly Row[]): { part: readonly Row[]; more: Cursor | null } {
  const part = rows.slice(0, atATime)
  return { part, more: rows.length > atATime ? (part.at(-1)?.place ?? null) : null }
}
