import { administration } from '@velferdslab/core/administration'
import * as rules from '@velferdslab/core/change-rules'
import * as commands from '@velferdslab/core/commands/administration'
import { changeId, type ChangeId, type CommandId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import { findAdministration } from '@velferdslab/db/administration'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import * as db from '@velferdslab/db/change'
import { findAnswer, lockCommand, saveAnswer } from '@velferdslab/db/command'
import type { Tx } from '@velferdslab/db/connect'
import { findMe } from '@velferdslab/db/people'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { route, type Refused } from './route.ts'

/** What the municipality keeps in order itself. To everybody but its administrators it is not there. */
export const administrationRoutes = [
  route({
    method: 'GET',
    path: '/api/administration',
    summary:
      'Services, people who work here, mandates, questions, areas, rules of law and words; what waits for a second yes',
    answer: administration,
    events: 'reads',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const me = await findMe(tx)
        if (!me) return { refused: 'not-signed-in' as const }
        return isAdministrator(me) ? findAdministration(tx) : { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/administration/changes',
    summary: 'Propose that something of it stands otherwise; where no second yes is needed it does at once',
    body: commands.proposeChange,
    answer: commands.changeProposed,
    events: ['change.proposed', 'change.effective', 'privacy.word_changed'],
    handle: (lab, { session, body }) => propose(lab, session, body),
  }),
  route({
    method: 'POST',
    path: '/api/administration/changes/:changeId/settle',
    summary: 'Say yes or no to what another administrator proposed, or take back what one proposed oneself',
    params: z.object({ changeId }),
    body: commands.settleChange,
    answer: commands.changeSettled,
    events: ['change.effective', 'change.turned_down', 'change.withdrawn', 'change.overtaken', 'privacy.word_changed'],
    handle: (lab, { session, params, body }) => settle(lab, session, params.changeId, body),
  }),
]

const isAdministrator = (me: Me): boolean => me.roles.includes('administrator')

/** A new colleague is taken in by the change; the identity they sign in by is written afterwards, by a job that looks whether it stands. */
async function propose(
  lab: Lab,
  session: Session,
  body: commands.ProposeChange,
): Promise<z.input<typeof commands.changeProposed> | Refused> {
  const { proposal, why, signInAs } = body
  const isNew = proposal.kind === 'person'
  if (isNew !== (signInAs !== undefined)) return { refused: 'not-valid' }
  let town: Me['municipality']['id'] | undefined
  const answer = await once<{ done: true; waits: boolean }>(
    lab,
    session,
    { id: body.commandId, name: 'change.proposed' },
    async (tx, me) => {
      town = me.municipality.id
      if (
        isNew &&
        (await lab.staffDoor.isKnown({ municipality: town, person: proposal.subject, subject: signInAs ?? '' }))
      )
        return { refused: 'change-known-already' }
      const decided = rules.proposeChange(await db.loadProposeFacts(tx, proposal), proposal)
      if ('refused' in decided) return decided
      const waits = await db.insertChange(tx, body.changeId, proposal, why)
      if (waits !== decided.waits) throw new Error('rule and database differ about who must say yes')
      return { done: true, waits }
    },
  )
  if ('done' in answer && isNew && signInAs && town)
    await lab.staffDoor.admit({ municipality: town, person: proposal.subject, subject: signInAs })
  return answer
}

function settle(
  lab: Lab,
  session: Session,
  id: ChangeId,
  body: commands.SettleChange,
): Promise<z.input<typeof commands.changeSettled> | Refused> {
  return once<{ done: true }>(lab, session, { id: body.commandId, name: 'change.effective' }, async (tx) => {
    const refused = rules.settleChange(await db.findSettleFacts(tx, id), body.outcome)
    if (refused) return { refused }
    const came = await db.saveSettled(tx, id, body.outcome)
    // The row says what came of it all the same: it is not rolled back.
    return came === 'overtaken' ? { refused: 'change-overtaken' } : { done: true }
  })
}

/** A command of an administrator, where there is no family to lock: its own id is what it waits for. */
export function once<Answer extends { done: true }>(
  lab: Lab,
  session: Session,
  command: { id: CommandId; name: string },
  work: (tx: Tx, me: Me) => Promise<Answer | Refused>,
): Promise<Answer | Refused> {
  return asPerson(lab.people, session, null, async (tx): Promise<Answer | Refused> => {
    const [me] = await Promise.all([findMe(tx), lockCommand(tx, command.id)])
    if (!me) return { refused: 'not-signed-in' }
    if (!isAdministrator(me)) return { refused: 'not-found' }
    const before = await findAnswer(tx, command.id)
    if (before !== undefined) return before as Answer
    const decided = await work(tx, me)
    if ('done' in decided) await saveAnswer(tx, { ...command, answer: decided })
    return decided
  })
}
