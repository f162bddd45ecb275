import { z } from 'zod'
import { areaCode } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { decisionKind, decisionState } from './decision.ts'
import { familyId, planLineId, planVersionId } from './ids.ts'
import { ore } from './money.ts'
import { term } from './plan.ts'

/**
 * A version of the plan, put up for signing (docs/decisions/0016). It is drawn up line by line from the plan as it stands, with names and words
 * in full, so that what was signed can be read when everything around it has moved on.
 */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const about = z.object({ whole: z.boolean(), names: z.array(z.string()) })
const place = { id: z.uuid(), area: areaCode, about }

/** What the person is good at, dreams of and finds difficult: the resources, the own view and the needs of an individual plan. */
export const voices = ['good_at', 'dream_of', 'difficult'] as const

/** The sealed words of one line. */
export const lineWords = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('voice'), ...place, of: z.enum(voices), text: z.string(), by: z.string() }),
  z.object({ kind: z.literal('goal'), ...place, term, text: z.string(), saidBy: z.string().nullable() }),
  z.object({
    kind: z.literal('measure'),
    ...place,
    goalId: z.uuid().nullable(),
    text: z.string(),
    doer: z.string(),
    due: calendarDay,
    monthly: z.object({ from: calendarDay, to: calendarDay }).nullable(),
    costs: z.array(z.object({ payer: z.string(), ore })),
    estimatedOre: ore.nullable(),
  }),
  z.object({
    kind: z.literal('decision'),
    ...place,
    measureId: z.uuid(),
    what: z.string(),
    ground: z.string().nullable(),
    type: decisionKind,
    ore,
    payer: z.string(),
    by: z.string(),
    on: calendarDay,
  }),
  /** Awaits somebody, and stands outside the signatures: a decision without every yes, or a measure its doer may not read. */
  z.object({
    kind: z.literal('waiting'),
    ...place,
    text: z.string(),
    who: z.string(),
    ore: ore.nullable(),
    why: z.enum([...decisionState.options, 'doer_cannot_read']),
  }),
])
export type LineWords = z.infer<typeof lineWords>

export const signsAs = z.enum(['member', 'leader', 'party'])
const signer = z.object({ name: z.string(), as: signsAs, service: z.string().nullable() })

/** The sealed head: who the plan is of, who takes part, who leads, who signs. */
export const headWords = z.object({
  family: z.string(),
  onePerson: z.boolean(),
  number: z.int(),
  madeBy: z.string(),
  madeOn: calendarDay,
  evaluateOn: calendarDay.nullable(),
  members: z.array(z.string()),
  leader: z.string().nullable(),
  table: z.array(z.object({ name: z.string(), service: z.string() })),
  signers: z.array(signer),
})
export type HeadWords = z.infer<typeof headWords>

/** A signature drawn by hand: strokes of points, in whole numbers of a field 600 wide and 200 high. */
export const drawing = z
  .array(
    z
      .array(z.tuple([z.int().min(0).max(600), z.int().min(0).max(200)]))
      .min(2)
      .max(400),
  )
  .min(1)
  .max(40)
export type Drawing = z.infer<typeof drawing>

/** How the plan differs from a version, in one line of it. */
export const difference = z.object({ what: z.enum(['added', 'gone', 'changed']), line: lineWords })
export type Difference = z.infer<typeof difference>

export const planVersion = z.object({
  id: planVersionId,
  number: z.int(),
  madeAt: instant,
  contentSha256: sha256,
  head: headWords,
  /** The lines the reader may see, in the order of a plan. */
  lines: z.array(z.object({ id: planLineId, binding: z.boolean(), words: lineWords })),
  signatures: z.array(
    z.object({
      name: z.string(),
      as: signsAs,
      service: z.string().nullable(),
      signedAt: instant.nullable(),
      drawing: drawing.nullable(),
      isMe: z.boolean(),
    }),
  ),
  inForceAt: instant.nullable(),
  /** The reader's own part. paperSha256 is null where they are no signer, or may no longer read all of their paper. */
  mine: z.object({ isSigner: z.boolean(), hasSigned: z.boolean(), paperSha256: sha256.nullable() }),
  /** What is new since the version in force before this one; null for the first. */
  since: z.array(difference).nullable(),
})
export type PlanVersion = z.infer<typeof planVersion>

/** GET /api/families/:familyId/signing */
export const signing = z.object({
  family: z.object({ id: familyId, name: z.string(), onePerson: z.boolean() }),
  today: calendarDay,
  mayPutUp: z.boolean(),
  /** There is something that could be signed. */
  hasPlan: z.boolean(),
  /** The newest version in force. */
  inForce: planVersion.nullable(),
  /** Put up, and not signed by all. */
  open: planVersion.nullable(),
  /** The newest put up was made void, and nothing has been put up since. */
  voided: z.object({ number: z.int(), why: z.enum(['changed', 'replaced']), at: instant }).nullable(),
  /** How the plan as it stands now differs from what is in force. */
  differs: z.array(difference),
})
export type Signing = z.infer<typeof signing>

/** GET /api/families/:familyId/signing/:versionId/check: does what is stored still match its hashes? */
export const signingCheck = z.object({
  content: z.boolean(),
  /** Null for who has no paper of this version. */
  paper: z.boolean().nullable(),
})
export type SigningCheck = z.infer<typeof signingCheck>
