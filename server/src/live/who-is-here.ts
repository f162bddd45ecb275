import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import type { Pool } from '@velferdslab/db/connect'
import type { News } from './news.ts'
import { send } from './room.ts'
import { atCloth, type Rooms } from './rooms.ts'

/** Who is said to be at a family's cloth, in this process and in the others. */
export interface WhoIsHere {
  /** Said when it is another than before, and with each heartbeat: that somebody unseen comes or goes changes nothing, not even when. */
  tell(family: FamilyId, again?: boolean): void
  /** What another process says of who is there. */
  hear(family: FamilyId, heard: News): void
}

/** @param trustedFor how long what another process said is held to be true, in milliseconds */
export function openWhoIsHere(rooms: Rooms, people: Pool, origin: string, trustedFor: number): WhoIsHere {
  /** Who sits at the table in other processes, as they last said. */
  const elsewhere = new Map<string, { persons: PersonId[]; until: number }>()

  /** Who sits at the cloth. Whoever reads the plan is not said to be there; nor is who comes by an act alone. */
  const saidToBeIn = (family: FamilyId) => [
    ...new Set(atCloth(rooms.of(family)).flatMap((receiver) => (receiver.quiet ? [] : [receiver.person]))),
  ]

  return {
    tell(family, again = false) {
      const now = Date.now()
      const others = [...elsewhere].flatMap(([place, at]) =>
        place.endsWith(family) && at.until > now ? at.persons : [],
      )
      const here = [...new Set([...saidToBeIn(family), ...others])]
      for (const receiver of atCloth(rooms.of(family))) {
        const persons = here.filter((person) => receiver.knows.has(person))
        const told = persons.join()
        if (!again && told === receiver.toldHere) continue
        receiver.toldHere = told
        send(receiver, { is: 'here', persons })
      }
      void people
        .query(`select pg_notify('lab_news', $1)`, [
          JSON.stringify({ kind: 'here', family, origin, persons: saidToBeIn(family) }),
        ])
        .catch(() => undefined)
    },
    hear(family, heard) {
      if (heard.origin === origin) return
      elsewhere.set(`${heard.origin ?? ''} ${family}`, {
        persons: (heard.persons ?? []) as PersonId[],
        until: Date.now() + trustedFor,
      })
    },
  }
}
