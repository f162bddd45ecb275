import { z } from 'zod'
import { statuteRule } from './act.ts'
import { calendarDay, instant } from './dates.ts'
import { familyId, partyId, personId, reportId } from './ids.ts'

/**
 * A report by law (meldeplikt, avvergingsplikt): a worry sent to child welfare, a danger averted. Outside the shared sheet, under a key of its own; who
 * wrote it and the named receivers know of it, and nobody else until one of them tells somebody of the family (REQ-11).
 */
export const fewestReportLetters = 20
export const longestReport = 6000

/** What is written in it: what was seen or heard, and whether the family knows. */
export const reportWords = z.object({
  seen: z.string(),
  /** told: the family knows; not-told: it does not, and why. */
  family: z.enum(['told', 'not-told']),
  why: z.string(),
})
export type ReportWords = z.infer<typeof reportWords>

/** GET /api/families/:familyId/report: what somebody who works here needs to report. */
export const reporting = z.object({
  family: z.object({ id: familyId, name: z.string() }),
  today: calendarDay,
  /** Services one reports from. */
  mine: z.array(z.object({ partyId, service: z.string() })),
  reports: z.array(statuteRule),
  averts: z.array(statuteRule),
  receivers: z.array(z.object({ partyId, service: z.string(), inSentence: z.string(), names: z.array(z.string()) })),
  children: z.array(z.object({ id: personId, name: z.string(), age: z.int().nullable() })),
})
export type Reporting = z.infer<typeof reporting>

const report = z.object({
  id: reportId,
  isMine: z.boolean(),
  /** The reader is named to receive it. */
  mayReceive: z.boolean(),
  rule: statuteRule,
  family: z.string(),
  children: z.array(z.object({ name: z.string(), born: calendarDay })),
  from: z.object({ name: z.string(), service: z.string() }),
  to: z.string(),
  sentAt: instant,
  receivedAt: instant.nullable(),
  receivedBy: z.string().nullable(),
  words: reportWords,
  /** People of the family who could be told, and whether they are. */
  members: z.array(z.object({ id: personId, name: z.string(), isTold: z.boolean() })),
})
export type Report = z.infer<typeof report>

/** GET /api/reports */
export const myReports = z.object({ today: calendarDay, reports: z.array(report) })
export type MyReports = z.infer<typeof myReports>
