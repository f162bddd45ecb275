import * as commands from '@velferdslab/core/commands/household'
import { memberAnswer } from '@velferdslab/core/commands/member'
import type { DecidedEvent, EventKind } from '@velferdslab/core/events'
import { household, joining, type Household } from '@velferdslab/core/household'
import * as rules from '@velferdslab/core/household-rules'
import {
  familyId,
  memberProposalId,
  personId,
  protectionId,
  responsibilityId,
  type CommandId,
  type FamilyId,
} from '@velferdslab/core/ids'
import type { Decided } from '@velferdslab/core/refusal'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findAnswer, lockCommand, saveAnswer } from '@velferdslab/db/command'
import type { Tx } from '@velferdslab/db/connect'
import { findFamilyKey, type FamilyKey } from '@velferdslab/db/family-key'
import * as db from '@velferdslab/db/household'
import { sealNotice } from '@velferdslab/db/notice'
import { findMe } from '@velferdslab/db/people'
import { tokenHash } from '@velferdslab/db/token-hash'
import { saveWhereabouts } from '@velferdslab/db/whereabouts'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { firstMessage } from '../notices/first-message.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })
type Answer = z.input<typeof memberAnswer>
const done: Answer = { done: true }

/** Who belongs to a family, who did, who answers for whom, and where they can be found. */
export const householdRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/people',
    summary: 'Who belongs to a family, who answers for whom, and where they can be found: for itself and its leader',
    params: ofFamily,
    answer: household,
    events: 'reads',
    opens: 'people',
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const [me, home] = await Promise.all([findMe(tx), findHome(lab, tx, params.familyId)])
        if (!me) return { refused: 'not-signed-in' as const }
        return home.household ?? { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/members/:personId/move-out',
    summary: 'Somebody moves out: they belong to the family no more, and see nothing of it from now on',
    params: z.object({ familyId, personId }),
    body: commands.press,
    answer: memberAnswer,
    events: ['member.moved_out', 'consent.ended'],
    handle: (lab, { session, params, body }) => moveOut(lab, session, params, body.commandId),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/members/ask',
    summary: 'Ask for somebody to be of the family: everyone who speaks for it answers, and then they themself',
    params: ofFamily,
    body: commands.askMember,
    answer: memberAnswer,
    events: ['member.asked'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'member.asked',
        (home) => rules.askMember(home, body, lab.now()),
        (tx, key) => db.saveAskedMember(tx, key, body),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/members/asked/:proposalId/answer',
    summary: 'Say yes or not now to a new member, as one who speaks for the family',
    params: z.object({ familyId, proposalId: memberProposalId }),
    body: commands.answerMember,
    answer: memberAnswer,
    events: ['member.answered'],
    handle: async (lab, { session, params, body }) => {
      const answer = await press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'member.answered',
        (home) => rules.answerMember(home, params.proposalId, body.answer),
        async (tx, key) => {
          const message = body.answer === 'yes' ? await messageTo(lab, tx, key, params.proposalId) : null
          if (!(await db.saveMemberAnswer(tx, params.proposalId, body.answer, message)))
            throw new Error('nobody answers this here')
        },
      )
      lab.hurryNotices()
      return answer
    },
  }),
  route({
    method: 'GET',
    path: '/api/joining',
    summary: 'Families that want me as one of theirs, and wait for my own answer',
    answer: joining,
    events: 'reads',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const [me, asked] = await Promise.all([findMe(tx), db.findJoining(tx)])
        return me ? asked : { refused: 'not-signed-in' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/joining/:proposalId/answer',
    summary: 'Say yes or no to being one of a family',
    params: z.object({ proposalId: memberProposalId }),
    body: commands.answerMember,
    answer: memberAnswer,
    events: ['member.joined', 'member.said_no'],
    handle: (lab, { session, params, body }) =>
      asPerson(lab.people, session, null, async (tx): Promise<Answer | Refused> => {
        const [me] = await Promise.all([findMe(tx), lockCommand(tx, body.commandId)])
        if (!me) return { refused: 'not-signed-in' }
        const before = await findAnswer(tx, body.commandId)
        if (before !== undefined) return before as Answer
        if (!(await db.saveJoining(tx, params.proposalId, body.answer, body.commandId))) return { refused: 'not-found' }
        await saveAnswer(tx, { id: body.commandId, name: 'member.joined', answer: done })
        return done
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/responsibilities',
    summary: 'Write down who answers for somebody of the family, and where it is known from',
    params: ofFamily,
    body: commands.recordResponsibility,
    answer: memberAnswer,
    events: ['responsibility.recorded'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'responsibility.recorded',
        (home) => rules.recordResponsibility(rules.byLeader(home), body, lab.now()),
        (tx) => db.saveResponsibility(tx, params.familyId, body),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/responsibilities/:responsibilityId/end',
    summary: 'Write down that somebody answers for another no more',
    params: z.object({ familyId, responsibilityId }),
    body: commands.press,
    answer: memberAnswer,
    events: ['responsibility.ended'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'responsibility.ended',
        (home) => rules.endResponsibility(rules.byLeader(home), params.responsibilityId),
        (tx) => db.endResponsibility(tx, params.familyId, params.responsibilityId),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/protections',
    summary: 'Write down that the address of somebody of the family is protected',
    params: ofFamily,
    body: commands.recordProtection,
    answer: memberAnswer,
    events: ['protection.recorded'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'protection.recorded',
        (home) => rules.recordProtection(home, body, lab.now()),
        (tx) => db.saveProtection(tx, body),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/protections/:protectionId/end',
    summary: 'Write down that an address is protected no more',
    params: z.object({ familyId, protectionId }),
    body: commands.press,
    answer: memberAnswer,
    events: ['protection.ended'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'protection.ended',
        (home) => rules.endProtection(home, params.protectionId),
        (tx) => db.endProtection(tx, params.protectionId),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/address-keepers',
    summary: 'Name who else may know where a protected family can be found, or take it back',
    params: ofFamily,
    body: commands.nameKeeper,
    answer: memberAnswer,
    events: ['address_keeper.named', 'address_keeper.ended'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'address_keeper.named',
        (home) => rules.nameKeeper(home, body),
        (tx) => db.saveKeeper(tx, params.familyId, body.personId, body.may),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/whereabouts',
    summary: 'Write down where somebody lives, goes to school, kindergarten or work, or take it away',
    params: ofFamily,
    body: commands.tellWhereabouts,
    answer: memberAnswer,
    events: ['whereabouts.told'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'whereabouts.told',
        (home) => rules.tellWhereabouts(home, body.personId),
        (tx, key) => saveWhereabouts(tx, key, body.what, body.personId, body.text),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/coming-of-age',
    summary: 'I have seen to what is mine to answer from this birthday on',
    params: ofFamily,
    body: commands.seeToAge,
    answer: memberAnswer,
    events: ['member.saw_to_age'],
    handle: (lab, { session, params, body }) =>
      press(
        lab,
        session,
        params.familyId,
        body.commandId,
        'member.saw_to_age',
        (home) => rules.seeToAge(home, body.age),
        (tx) => db.saveSeenAge(tx, params.familyId, body.age),
      ),
  }),
]

type Home = { household: Household | undefined; key: FamilyKey | undefined }

async function findHome(lab: Lab, tx: Tx, family: FamilyId): Promise<Home> {
  const key = await findFamilyKey(tx, lab.ring, family)
  return { household: await db.findHousehold(tx, family, key), key }
}

/** One press about a household: the rule decides from the household as the one who presses sees it, and everybody who sees the family is told. */
function press(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: CommandId,
  name: EventKind,
  rule: (home: Household | undefined) => Decided<{ readonly events: readonly DecidedEvent[] }>,
  save: (tx: Tx, key: FamilyKey) => Promise<void>,
): Promise<Answer | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id, name },
    (tx) => findHome(lab, tx, family),
    ({ household: home, key }) => {
      if (!key) return { refused: 'not-found' }
      const decided = rule(home)
      if ('refused' in decided) return decided
      const { events } = decided.done
      return {
        answer: done,
        events,
        save: (tx) => [save(tx, key)],
        tell: (seq) => {
          lab.live.sightChanged(family, seq, events.length)
        },
      }
    },
  )
}

/** As the others, but that the database remembers it: who has moved out writes nothing in this family's memory. */
function moveOut(
  lab: Lab,
  session: Session,
  { familyId: family, personId: person }: { familyId: FamilyId; personId: z.output<typeof personId> },
  id: CommandId,
): Promise<Answer | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id, name: 'member.moved_out' },
    (tx) => findHome(lab, tx, family),
    ({ household: home }) => {
      const decided = rules.moveOut(home, person)
      if ('refused' in decided) return decided
      return {
        answer: done,
        events: [],
        save: (tx) => [db.saveMoveOut(tx, family, person, id)],
        // Told to every room by the news itself.
        tell: () => undefined,
      }
    },
  )
}

/** The message with a way in that is used once; it goes out when the last who speaks for the family has said yes. */
async function messageTo(lab: Lab, tx: Tx, key: FamilyKey, proposal: z.output<typeof memberProposalId>) {
  const [me, telephone] = await Promise.all([findMe(tx), db.findTelephone(tx, key, proposal)])
  if (!me || !telephone) return null
  const code = randomBytes(16).toString('base64url')
  const { name: municipality, phone, id } = me.municipality
  const text = firstMessage('nb', { municipality, phone, address: `${lab.publicUrl}/m/${code}` })
  return { codeHash: tokenHash(code), sealed: sealNotice(lab.ring, id, proposal, { to: telephone, text }) }
}
