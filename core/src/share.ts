import { z } from 'zod'
import { statuteRule } from './act.ts'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { actId, consentId, familyId, partyId, personId, shareId, shareItemId } from './ids.ts'

/**
 * A share (deling): somebody at the table hands named things to a named service, on one yes or by one act, and writes down why it was needed (REQ-09). A yes
 * permits it and obliges nobody. What was handed over is kept as it was.
 */
export const sharedKinds = ['note', 'goal', 'measure', 'decision', 'promise'] as const
export const sharedKind = z.enum(sharedKinds)
export type SharedKind = z.infer<typeof sharedKind>

/** The words of a thing as they were handed over: what is sealed. */
export const sharedWords = z.object({
  text: z.string().min(1).max(2000),
  /** Of a decision: why it was so decided, and the law it rests on. */
  why: z.string().nullable(),
  ground: z.string().nullable(),
  /** Who wrote it, or who does it. */
  who: z.string().nullable(),
  /** By when. */
  due: calendarDay.nullable(),
  /** When it was decided. */
  on: calendarDay.nullable(),
  /** What those a note is about say beside it, because they do not agree: it goes where the note goes. */
  corrections: z.array(z.string()),
})
export type SharedWords = z.infer<typeof sharedWords>

/** On what a share rests: one yes, or one act, never both. */
export const shareGround = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('consent'), id: consentId }),
  z.strictObject({ by: z.literal('act'), id: actId }),
])

const service = z.object({ partyId, name: z.string(), inSentence: z.string() })

/** Why a thing goes to nobody. */
export const notSharedReasons = ['common', 'each_alone', 'no_yes'] as const
export const notSharedReason = z.enum(notSharedReasons)
export type NotSharedReason = z.infer<typeof notSharedReason>

export const shareableThing = z.object({
  kind: sharedKind,
  id: z.uuid(),
  area: areaCode,
  /** Called names of those it is about; none: the whole family. */
  about: z.array(z.string()),
  persons: z.array(personId),
  /** Whose own work it is: a decision, a promise of a service. */
  partyId: partyId.nullable(),
  words: sharedWords,
})
export type ShareableThing = z.infer<typeof shareableThing>

/** What one ground lets go, from one service to another. */
export const standingGround = z.object({
  ground: shareGround,
  from: partyId,
  to: partyId,
  /** The day the yes was given, or the act recorded. */
  since: calendarDay,
  /** Of an act: the law. */
  rule: statuteRule.nullable(),
  covers: z.array(z.object({ personId, area: areaCode })),
})
export type StandingGround = z.infer<typeof standingGround>

/** GET /api/families/:familyId/sharing: what somebody at the table can hand over here, and on what. */
export const sharing = z.object({
  family: z.object({ id: familyId, name: z.string() }),
  today: calendarDay,
  /** The services the reader sits here for. */
  mine: z.array(service),
  /** Services something can go to now. */
  services: z.array(service),
  things: z.array(shareableThing.extend({ notShared: notSharedReason.nullable() })),
  grounds: z.array(standingGround),
})
export type Sharing = z.infer<typeof sharing>

/** A share as its reader sees it. */
export const keptShare = z.object({
  id: shareId,
  seenAs: z.enum(['giver', 'receiver', 'family']),
  by: z.string().nullable(),
  from: service,
  to: service,
  at: instant,
  ground: z.discriminatedUnion('by', [
    /** givenBy is null where the reader may not see whose yes it was. stoppedOn: the day it was over, for who may see the yes. */
    z.object({
      by: z.literal('consent'),
      isMine: z.boolean(),
      givenBy: z.string().nullable(),
      on: calendarDay.nullable(),
      overOn: calendarDay.nullable(),
    }),
    z.object({ by: z.literal('act'), rule: statuteRule.nullable() }),
  ]),
  things: z.array(
    z.object({
      id: shareItemId,
      kind: sharedKind,
      area: areaCode,
      about: z.array(z.string()),
      words: sharedWords,
    }),
  ),
  /** Why it was needed: for who gave and who received. */
  necessity: z.string().nullable(),
})
export type KeptShare = z.infer<typeof keptShare>

/** GET /api/families/:familyId/shares: what was handed over that the reader sees, newest first. */
export const shares = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  today: calendarDay,
  shares: z.array(keptShare),
})
export type Shares = z.infer<typeof shares>
