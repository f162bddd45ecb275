import type { NotePlace } from '@velferdslab/core/cloth-rules'
import type { FamilyId, NoteId, PersonId } from '@velferdslab/core/ids'
import type { Session } from '@velferdslab/db/as-person'
import * as db from '@velferdslab/db/cloth'
import { findFamilyKey, type FamilyKey } from '@velferdslab/db/family-key'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import type { Refused } from './route.ts'

export function cellOf(place: NotePlace) {
  return { about: place.aboutId, area: place.area, privacy: place.privacy }
}

/** A command on a note that stands: not-found for whoever may not see it. */
export function onNote<Answer>(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: NoteId,
  command: Parameters<typeof runCommand>[3],
  decide: (facts: {
    key: FamilyKey
    note: db.KeptNote
    here: { me: PersonId; persons: PersonId[] }
    tx: Parameters<typeof findFamilyKey>[0]
  }) => ReturnType<Parameters<typeof runCommand<unknown, Answer>>[5]>,
): Promise<Answer | Refused> {
  return runCommand(
    lab,
    session,
    family,
    command,
    (tx) =>
      Promise.all([findFamilyKey(tx, lab.ring, family), db.findNote(tx, family, id), lab.live.whoIsHere(tx, family)]),
    ([key, note, here], tx) => (key && note ? decide({ key, note, here, tx }) : { refused: 'not-found' }),
  )
}
