import type { AreaCode } from '@velferdslab/core/areas'
import type { Cloth } from '@velferdslab/core/cloth'
import type { AboutWhom } from '@velferdslab/core/commands/cloth'
import type { PersonId } from '@velferdslab/core/ids'

type MayWrite = Pick<Cloth, 'mayWrite' | 'members'>

/** Whom a note of mine in an area can be about. Undefined where I may not write. */
export function writableIn(cloth: Pick<Cloth, 'mayWrite'>, area: AreaCode): Cloth['mayWrite'][number] | undefined {
  return cloth.mayWrite.find((each) => each.area === area)
}

/**
 * Whom a note is about before its writer says otherwise: a child writes about itself, others about the whole family; a service that
 * has not everybody's yes about those who gave theirs.
 */
export function aboutAtFirst(cloth: MayWrite, me: PersonId, area: AreaCode): AboutWhom {
  const isChild = cloth.members.find((member) => member.id === me)?.isChild ?? false
  if (isChild) return { persons: [me] }
  const here = writableIn(cloth, area)
  return !here || here.whole ? { whole: true } : { persons: here.persons }
}

/** The same persons in another area, as far as I may write about them there; else whom a note there is about at first. */
export function aboutIn(cloth: MayWrite, me: PersonId, area: AreaCode, about: AboutWhom): AboutWhom {
  const here = writableIn(cloth, area)
  if (!here) return about
  if ('whole' in about) return here.whole ? about : aboutAtFirst(cloth, me, area)
  const persons = about.persons.filter((person) => here.persons.includes(person))
  return persons.length > 0 ? { persons } : aboutAtFirst(cloth, me, area)
}
