import { takenOut, takeOut, type TakeOut } from '@velferdslab/core/commands/my-data'
import { dayInOslo } from '@velferdslab/core/dates'
import type { CommandId, FamilyId, PersonId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findCell } from '@velferdslab/db/cloth'
import { findFamilyKey } from '@velferdslab/db/family-key'
import { collectFamily, collectMyData } from '@velferdslab/db/my-data'
import { findMe } from '@velferdslab/db/people'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

/** Everything about me: one press, one file (GDPR articles 15 and 20). Row security decides what is in it, and nothing else does. */
export const myDataRoutes = [
  route({
    method: 'POST',
    path: '/api/my-data',
    summary: 'Everything about the signed-in person, to read, to print and for a machine, in one file',
    body: takeOut,
    answer: takenOut,
    events: ['data.taken_out'],
    handle: (lab, { session, body }) => take(lab, session, body),
  }),
]

async function take(lab: Lab, session: Session, body: TakeOut): Promise<z.input<typeof takenOut> | Refused> {
  const me = await asPerson(lab.people, session, null, findMe)
  if (!me) return { refused: 'not-signed-in' }
  const collected: NonNullable<Awaited<ReturnType<typeof collectFamily>>>[] = []
  for (const [at, family] of me.families.entries()) {
    // One command id counts once; where somebody belongs to two families, each remembers that it was taken out.
    const id = at === 0 ? body.commandId : (randomUUID() as CommandId)
    const told = await remember(lab, session, family.id, me.person.id, id)
    if ('refused' in told) return told
    const part = await asPerson(lab.people, session, family.id, async (tx) => {
      const key = await findFamilyKey(tx, lab.ring, family.id)
      return key && (await collectFamily(tx, family.id, key))
    })
    if (part) collected.push(part)
  }
  const now = lab.now()
  const data = await asPerson(lab.people, session, null, (tx) =>
    collectMyData(
      tx,
      collected.map(({ part }) => part),
      now,
    ),
  )
  if (!data) return { refused: 'not-signed-in' }
  // Loaded when somebody asks: the typesetter and its fonts are heavy.
  const { packMyData } = await import('../my-data/package.ts')
  const file = await packMyData(
    data,
    collected.flatMap(({ papers }) => papers),
    body.language,
    me.ownWords,
  )
  return { done: true, fileName: `velferdslab-${dayInOslo(now)}.zip`, file: Buffer.from(file).toString('base64') }
}

/** That it was taken out stands in the family's memory, in the person's own cell: told to nobody else. What is kept of the answer has no content. */
function remember(lab: Lab, session: Session, family: FamilyId, me: PersonId, id: CommandId) {
  return runCommand(
    lab,
    session,
    family,
    { id, name: 'data.taken_out' },
    (tx) => findCell(tx, family, { about: { persons: [me] }, area: 'common', privacy: 'own' }),
    (cell) => ({
      answer: { done: true as const },
      events: [
        {
          kind: 'data.taken_out',
          subject: null,
          // A guardian has no cell of their own here: then it is remembered, and shown on no page.
          cell: cell ? { about: cell.aboutId, area: 'common', privacy: 'own' } : null,
          data: {},
        },
      ],
      save: () => [],
      tell: () => undefined,
    }),
  )
}
