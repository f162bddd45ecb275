import { z } from 'zod'

/**
 * What a read is for (REQ-56): a closed list. A yes counts only for the purpose it was given for, so that what a family shared to make its
 * plan is not there for a report, for a budget, or for another authority's own case, whatever the role of who asks.
 */
export const readPurposes = [
  'make_and_follow_plan',
  'report',
  'economy',
  'child_welfare_case',
  'law_enforcement',
  'oversight',
  'emergency',
] as const
export const readPurpose = z.enum(readPurposes)
export type ReadPurpose = z.infer<typeof readPurpose>

/** What somebody can say yes to. An emergency is nobody's yes: what is read by break-glass is read for one, by that right alone (decision 0042). */
export const yesPurposes = readPurposes.filter((purpose) => purpose !== 'emergency')

/** What a door is for that says nothing else. */
export const usualPurpose: ReadPurpose = 'make_and_follow_plan'
