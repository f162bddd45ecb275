import { z } from 'zod'
import { commandId, partyId, personId, reportId } from '../ids.ts'
import { fewestReportLetters, longestReport } from '../report.ts'

const words = z.string().trim().min(fewestReportLetters).max(longestReport)

/** POST /api/families/:familyId/reports: report by law. Nothing is chosen beforehand. */
export const sendReport = z.strictObject({
  commandId,
  reportId,
  rule: z.string().min(1).max(40),
  partyId,
  toPartyId: partyId,
  children: z.array(personId).max(20),
  /** What was seen or heard, in one's own words. */
  seen: words,
  family: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('told') }),
    z.strictObject({ is: z.literal('not-told'), why: words }),
  ]),
})
export type SendReport = z.infer<typeof sendReport>

/** POST /api/reports/:reportId/receive: a named receiver has read it and takes it on. */
export const receiveReport = z.strictObject({ commandId })

/** POST /api/reports/:reportId/tell: tell one person of the family, in words for them. */
export const tellReport = z.strictObject({ commandId, personId, words })
export type TellReport = z.infer<typeof tellReport>

export const reportAnswer = z.object({ done: z.literal(true) })
