import { z } from 'zod'
import { areaCode } from '../areas.ts'
import { instant } from '../dates.ts'
import { commandId, meetingId } from '../ids.ts'
import { meetingWords, stage } from '../meeting.ts'

/** POST /api/families/:familyId/meetings: the leader plans the next one. */
export const planMeeting = z.strictObject({ commandId, meetingId, plannedAt: instant, words: meetingWords })

/** POST .../meetings/:meetingId/change: another time or place, as long as it has not begun. */
export const changeMeeting = z.strictObject({ commandId, plannedAt: instant, words: meetingWords })

/** POST .../start, .../end, .../come, .../leave, .../pause, .../go-on, .../screen: one press. */
export const onePress = z.strictObject({ commandId })

/** POST .../stage: everybody's page follows. */
export const moveStage = z.strictObject({ commandId, stage })

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
