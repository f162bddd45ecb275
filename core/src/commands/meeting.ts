import { z } from 'zod'
import { areaCode } from '../areas.ts'
import { instant } from '../dates.ts'
import { commandId, meetingId } from '../ids.ts'
import { guestRole, meetingWords, stage } from '../meeting.ts'

/** POST /api/families/:familyId/meetings: the leader plans the next one. */
export const planMeeting = z.strictObject({ commandId, meetingId, plannedAt: instant, words: meetingWords })
export type PlanMeeting = z.infer<typeof planMeeting>

/** POST .../meetings/:meetingId/change: another time or place, as long as it has not begun. */
export const changeMeeting = z.strictObject({ commandId, plannedAt: instant, words: meetingWords })
export type ChangeMeeting = z.infer<typeof changeMeeting>

/** POST .../start, .../end, .../come, .../leave, .../pause, .../go-on, .../screen: one press. */
export const onePress = z.strictObject({ commandId })

/** POST .../stage: everybody's page follows. */
export const moveStage = z.strictObject({ commandId, stage })
export type MoveStage = z.infer<typeof moveStage>

/** POST .../open: "Everyone here hears and sees it." A consent of its own kind: this meeting, these admitted people, this area. */
export const openArea = z.strictObject({ commandId, area: areaCode })
/** POST .../close: one area, or everything that is open. */
export const closeArea = z.strictObject({ commandId, area: areaCode.nullable() })

/** POST .../people/:personId: the answer to somebody at the door, or at the table. */
export const answerPerson = z.strictObject({
  commandId,
  /** let_in: the leader, into the room. yes, not_now: the family. step_out, back: who hears what is opened next. */
  answer: z.enum(['let_in', 'yes', 'not_now', 'step_out', 'back']),
})
export type AnswerPerson = z.infer<typeof answerPerson>

export const meetingAnswer = z.object({ done: z.literal(true) })
/** The display link lives two minutes: it is opened on the machine of the room. */
export const screenAnswer = z.object({ done: z.literal(true), address: z.string() })

/** POST /api/table/ticket: the code from the screen, for a quarter of an hour to say who one is. Nobody is signed in. */
export const takeTicket = z.strictObject({ code: z.string().max(80) })
/** POST /api/table/arrive: who I am, and my promise. */
export const arriveAtTable = z.strictObject({
  ticket: z.string().max(200),
  name: z.string().trim().min(2).max(80),
  role: guestRole,
  promise: z.literal(true),
})
export type ArriveAtTable = z.infer<typeof arriveAtTable>
/** POST /api/table/come: who is signed in and has a seat takes it by the same code. */
export const comeByTicket = z.strictObject({ commandId, ticket: z.string().max(200) })
/** POST /api/screen: the display link, on the machine of the room. */
export const openScreen = z.strictObject({ link: z.string().max(200) })
