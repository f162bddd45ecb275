import type { Draft, Note } from '@velferdslab/core/cloth'
import type { NoteId, PersonId } from '@velferdslab/core/ids'
import { asPerson } from '@velferdslab/db/as-person'
import { findAudience, findNoteNews, findNotes, findSight } from '@velferdslab/db/cloth'
import type { Pool, Tx } from '@velferdslab/db/connect'
import { findDrafts } from '@velferdslab/db/draft'
import { findFamilyKey } from '@velferdslab/db/family-key'
import type { KeyRing } from '@velferdslab/db/key-ring'
import { comesByActAlone, findKnownPeople, findMyId } from '@velferdslab/db/live'
import { leaveTrace } from '@velferdslab/db/opening'
import { findPlanMark } from '@velferdslab/db/plan-mark'
import type { Receiver } from './room.ts'

/** Where a note lies: what decides who may read it. */
export interface Cell {
  readonly about: string
  readonly area: string
  readonly privacy: string
}

/** Who asks: somebody who is at the table, by their own session. */
type Asker = Pick<Receiver, 'token' | 'family'>
/** Who reads, and with which page open: what they read leaves its trace in the same transaction. */
type Reader = Asker & Pick<Receiver, 'watches' | 'request'>

const opensOf = ({ watches, request }: Reader) => ({ page: watches, request })

/** What the live room asks the database, always as one of those who are there: no door of its own leads past the rule. */
export function askAsReceiver(people: Pool, ring: KeyRing) {
  const as = <Result>({ token, family }: Asker, work: (tx: Tx) => Promise<Result>) =>
    asPerson(people, { token }, family, work)

  return {
    /** Who I am, what I may see and whom I may know by name; and of the plan, for who watches it. */
    sight: (asker: Asker, watchesPlan = false) =>
      as(asker, async (tx) => {
        const [sight, knows, me, planMark, quiet] = await Promise.all([
          findSight(tx, asker.family),
          findKnownPeople(tx),
          findMyId(tx),
          watchesPlan ? findPlanMark(tx, asker.family) : null,
          comesByActAlone(tx, asker.family),
        ])
        return { sight, knows, me, planMark, quiet }
      }),

    /** What became of notes since a number of the chain; nothing but sight without a number to go on from. And what is open by it. */
    newsSince: (asker: Reader, after: number | undefined) =>
      as(asker, async (tx) => {
        const sight = await findSight(tx, asker.family)
        const key = await findFamilyKey(tx, ring, asker.family)
        if (!sight) return { sight, changed: [], notes: [] as Note[], covers: null }
        const changed = key && after !== undefined ? await findNoteNews(tx, asker.family, after) : []
        const ids = changed.map(({ noteId }) => noteId)
        const notes = key && ids.length > 0 ? await findNotes(tx, asker.family, key, ids) : []
        return { sight, changed, notes, covers: await leaveTrace(tx, opensOf(asker)) }
      }),

    /** The page is still open: its opening goes on. */
    trace: (asker: Reader) => as(asker, (tx) => leaveTrace(tx, opensOf(asker))),

    /** The first who may see a note reads it, and asks in the same transaction which of `persons` may too. */
    async note(
      askers: readonly Asker[],
      note: NoteId,
      persons: readonly PersonId[],
    ): Promise<{ note: Note; receivers: ReadonlySet<PersonId> } | undefined> {
      for (const asker of askers) {
        const found = await as(asker, async (tx) => {
          const key = await findFamilyKey(tx, ring, asker.family)
          const [seen] = key ? await findNotes(tx, asker.family, key, [note]) : []
          if (!seen) return undefined
          const cell = { about: seen.about.id, area: seen.area, privacy: seen.privacy }
          return { note: seen, receivers: await findAudience(tx, asker.family, cell, persons) }
        })
        if (found) return found
      }
      return undefined
    },

    /** Which of `persons` may read in a cell, as the first of the askers learns it who learns anything. */
    async audience(askers: readonly Asker[], cell: Cell, persons: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
      for (const asker of askers) {
        const found = await as(asker, (tx) => findAudience(tx, asker.family, cell, persons))
        if (found.size > 0) return found
      }
      return new Set()
    },

    /** What somebody is writing in a note just now, if the asker may see it. */
    draft: (asker: Reader, note: NoteId): Promise<Draft | undefined> =>
      as(asker, async (tx) => {
        const key = await findFamilyKey(tx, ring, asker.family)
        const draft = key && (await findDrafts(tx, asker.family, key)).find((warm) => warm.noteId === note)
        if (draft) await leaveTrace(tx, opensOf(asker))
        return draft
      }),
  }
}

export type AskAsReceiver = ReturnType<typeof askAsReceiver>
