import type { Note } from '@velferdslab/core/cloth'
import type { PersonId } from '@velferdslab/core/ids'
import type { Shell, StillCloth } from './table-context.ts'

/** Which of the two this person can be offered. The server decides; nothing is offered that it would always refuse. */
type Asker = { cloth: StillCloth; me: PersonId; shell: Shell }

/** Strike a note: mine; or, for the leader, what others at the table wrote, never the family's own words. */
export function mayVoid(note: Note, mayChange: boolean, { cloth, me, shell }: Asker): boolean {
  if (note.voided || !mayChange || shell === 'table') return false
  if (note.author === me) return true
  return cloth.leads && note.privacy === 'table' && !cloth.members.some((member) => member.id === note.author)
}

/** Put a correction beside somebody else's words about me, or about a child of this family; one for each version of the words. */
export function mayCorrect(note: Note, { cloth, me, shell }: Asker): boolean {
  if (shell !== 'family' || note.voided || note.author === me || note.privacy !== 'table') return false
  if (!cloth.members.some((member) => member.id === me)) return false
  const children = cloth.members.filter((member) => member.isChild).map((member) => member.id)
  const aboutMine = note.about.whole || note.about.persons.some((id) => id === me || children.includes(id))
  return aboutMine && !note.corrections.some((each) => each.by === me && each.version === note.version)
}
