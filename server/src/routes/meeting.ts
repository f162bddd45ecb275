import {
  answerPerson,
  changeMeeting,
  closeArea,
  meetingAnswer,
  moveStage,
  onePress,
  openArea,
  planMeeting,
  screenAnswer,
} from '@velferdslab/core/commands/meeting'
import type { EventKind } from '@velferdslab/core/events'
import { familyId, meetingId, personId, type CommandId, type FamilyId, type MeetingId } from '@velferdslab/core/ids'
import { meetingPage } from '@velferdslab/core/meeting'
import * as rules from '@velferdslab/core/meeting-rules'
import type { Decided } from '@velferdslab/core/refusal'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import type { Tx } from '@velferdslab/db/connect'
import { findFamily } from '@velferdslab/db/family'
import { findFamilyKey } from '@velferdslab/db/family-key'
import * as db from '@velferdslab/db/meeting'
import { findTableFacts, lockTable, saveTable } from '@velferdslab/db/at-table'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { codeOn, screenLink } from '../table-code.ts'
import { runCommand } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })
const ofMeeting = z.object({ familyId, meetingId })
type Answer = z.input<typeof meetingAnswer>

/** The meeting: planned and led by the leader; opened, paused and answered for by the family; and each comes and goes by one press. */
export const meetingRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/meeting',
    summary: 'The next meeting, or the one in progress, as the signed-in person may see it',
    params: ofFamily,
    answer: meetingPage,
    events: 'reads',
    opens: 'meeting',
    atTable: ['guest', 'screen'],
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const key = await findFamilyKey(tx, lab.ring, params.familyId)
        return (await db.findMeetingPage(tx, params.familyId, key)) ?? { refused: 'not-found' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings',
    summary: 'The leader plans the next meeting',
    params: ofFamily,
    body: planMeeting,
    answer: meetingAnswer,
    events: ['meeting.planned'],
    handle: (lab, { session, params, body }) => plan(lab, session, params.familyId, body.meetingId, 'new', body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/change',
    summary: 'Another time or place, as long as the meeting has not begun',
    params: ofMeeting,
    body: changeMeeting,
    answer: meetingAnswer,
    events: ['meeting.planned'],
    handle: (lab, { session, params, body }) => plan(lab, session, params.familyId, params.meetingId, 'again', body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/start',
    summary: 'The meeting begins',
    params: ofMeeting,
    body: onePress,
    answer: meetingAnswer,
    events: ['meeting.started'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.started' }, rules.startMeeting),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/end',
    summary: 'The meeting is over, or does not take place: everything that was open closes',
    params: ofMeeting,
    body: onePress,
    answer: meetingAnswer,
    events: ['meeting.ended', 'meeting.cancelled'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.ended' }, rules.endMeeting),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/stage',
    summary: 'On to another stage; everybody’s page follows',
    params: ofMeeting,
    body: moveStage,
    answer: meetingAnswer,
    events: ['meeting.stage_moved'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.stage_moved' }, (facts) =>
        rules.moveStage(facts, body.stage),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/open',
    summary: 'A grown member opens an area to this table, until it is closed or the meeting ends',
    params: ofMeeting,
    body: openArea,
    answer: meetingAnswer,
    events: ['meeting.area_opened'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.area_opened' }, (facts) =>
        rules.openArea(facts, body.area),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/close',
    summary: 'Closes an area, or everything that is open, at once',
    params: ofMeeting,
    body: closeArea,
    answer: meetingAnswer,
    events: ['meeting.area_closed'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.area_closed' }, (facts) =>
        rules.closeArea(facts, body.area),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/pause',
    summary: 'A pause: the family’s and the leader’s covers what is open, anybody else’s asks for one',
    params: ofMeeting,
    body: onePress,
    answer: meetingAnswer,
    events: ['meeting.paused', 'meeting.pause_asked'],
    atTable: ['guest'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.paused' }, rules.takePause),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/go-on',
    summary: 'The family goes on after a pause: what was open opens again',
    params: ofMeeting,
    body: onePress,
    answer: meetingAnswer,
    events: ['meeting.went_on'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.went_on' }, rules.goOn),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/come',
    summary: 'I come to the table: as a member, or by my seat',
    params: ofMeeting,
    body: onePress,
    answer: meetingAnswer,
    events: ['meeting.came'],
    handle: (lab, { session, params, body }) => comeToTable(lab, session, params, body.commandId),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/leave',
    summary: 'I leave the table',
    params: ofMeeting,
    body: onePress,
    answer: meetingAnswer,
    events: ['meeting.left'],
    atTable: ['guest'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.left' }, (facts, comers) =>
        rules.leave(
          facts,
          comers.find((each) => each.id === facts.me),
        ),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/people/:personId',
    summary: 'An answer to somebody at the door or at the table',
    params: z.object({ familyId, meetingId, personId }),
    body: answerPerson,
    answer: meetingAnswer,
    events: ['meeting.let_in', 'meeting.admitted', 'meeting.turned_away', 'meeting.left', 'meeting.came'],
    handle: (lab, { session, params, body }) =>
      press(lab, session, params, { id: body.commandId, name: 'meeting.admitted' }, (facts, comers) =>
        rules.answerPerson(
          facts,
          comers.find((each) => each.id === params.personId),
          body.answer,
        ),
      ),
  }),
  route({
    method: 'GET',
    path: '/api/families/:familyId/meetings/:meetingId/code',
    summary: 'The code the large screen shows just now',
    params: ofMeeting,
    answer: z.object({ address: z.string(), changesAt: z.iso.datetime() }),
    events: 'reads',
    opens: 'meeting',
    atTable: ['screen'],
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const known = await findTableFacts(tx, params.familyId, params.meetingId)
        if (!known?.facts.begun) return { refused: 'not-found' as const }
        const { code, changesAt } = codeOn(lab.ring.derive('table'), params.meetingId, lab.now())
        return { address: `${lab.publicUrl}/table#${code}`, changesAt: changesAt.toISOString() }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/meetings/:meetingId/screen',
    summary: 'A link that puts up the large screen, for the leader or a grown member',
    params: ofMeeting,
    body: onePress,
    answer: screenAnswer,
    events: [],
    handle: (lab, { session, params }) =>
      asPerson(lab.people, session, params.familyId, async (tx) => {
        const known = await findTableFacts(tx, params.familyId, params.meetingId)
        if (!known) return { refused: 'not-found' as const }
        if (!known.facts.leads && !known.facts.grown) return { refused: 'meeting-only-leader' as const }
        if (!known.facts.begun) return { refused: 'meeting-not-now' as const }
        const link = screenLink(lab.ring.derive('table'), params.meetingId, known.facts.me, lab.now())
        return { done: true as const, address: `${lab.publicUrl}/screen#${link}` }
      }),
  }),
]

/** The leader plans, or plans again: one meeting at a time, never in the past. */
function plan(
  lab: Lab,
  session: Session,
  family: FamilyId,
  id: MeetingId,
  how: 'new' | 'again',
  body: Pick<z.output<typeof planMeeting>, 'commandId' | 'plannedAt' | 'words'>,
): Promise<Answer | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'meeting.planned' },
    (tx) =>
      Promise.all([
        findFamilyKey(tx, lab.ring, family),
        findFamily(tx, family),
        db.hasMeeting(tx, family),
        how === 'again' ? findTableFacts(tx, family, id) : undefined,
      ]),
    ([key, home, has, known]) => {
      if (!key || !home || (how === 'again' && !known)) return { refused: 'not-found' }
      if (!home.ways.includes('leader')) return { refused: 'meeting-only-leader' }
      if (how === 'new' ? has : known?.facts.begun) return { refused: 'meeting-not-now' }
      const planned = { id, plannedAt: body.plannedAt, words: body.words }
      return {
        answer: { done: true as const },
        events: [db.plannedEvent(id, body.plannedAt)],
        save: (tx) => [how === 'new' ? db.insertMeeting(tx, key, planned) : db.replanMeeting(tx, key, planned)],
        tell: (seq) => {
          lab.live.meetingChanged(family, seq, 1)
        },
      }
    },
  )
}

/** One press at the table: the rule decides from the table as it is, and everybody there is told. */
function press(
  lab: Lab,
  session: Session,
  params: { familyId: FamilyId; meetingId: MeetingId },
  command: { readonly id: CommandId; readonly name: EventKind },
  rule: (facts: rules.TableFacts, comers: readonly rules.Comer[]) => Decided<rules.TableChange>,
  lock?: (tx: Tx) => Promise<boolean>,
): Promise<Answer | Refused> {
  const { familyId: family, meetingId: meeting } = params
  return runCommand(
    lab,
    session,
    family,
    command,
    (tx) => findTableFacts(tx, family, meeting),
    (known) => {
      if (!known) return { refused: 'not-found' }
      const decided = rule(known.facts, known.comers)
      if ('refused' in decided) return decided
      const change = decided.done
      return {
        answer: { done: true as const },
        events: change.events,
        save: (tx) => [saveTable(tx, meeting, known.facts, change)],
        tell: (seq) => {
          lab.live.meetingChanged(family, seq, change.events.length)
        },
      }
    },
    lock,
  )
}

/** By one's seat or as a member; a seat without a consent knows the table and not the family, so the table's own lock is taken. */
export function comeToTable(
  lab: Lab,
  session: Session,
  params: { familyId: FamilyId; meetingId: MeetingId },
  command: CommandId,
): Promise<Answer | Refused> {
  return press(
    lab,
    session,
    params,
    { id: command, name: 'meeting.came' },
    (facts, comers) =>
      rules.come(
        facts,
        comers.find((each) => each.id === facts.me),
      ),
    (tx) => lockTable(tx, params.meetingId),
  )
}
