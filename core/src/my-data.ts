import { z } from 'zod'
import { areaCode } from './areas.ts'
import { note } from './cloth.ts'
import { calendarDay, instant } from './dates.ts'
import { answerCard, decisionKind, decisionWords, outsideDecision, restsOn } from './decision.ts'
import { consentId, decisionId, entryId, familyId, goalId, measureId, meetingId, partyId, personId } from './ids.ts'
import { placement } from './journey.ts'
import { entryKind } from './ledger.ts'
import { visit } from './looked.ts'
import { meetingWords } from './meeting.ts'
import { goal, measure } from './plan.ts'
import { promiseCard } from './promise.ts'
import { keptShare } from './share.ts'
import { wellbeingEntry } from './wellbeing.ts'

/**
 * Everything about me, in one package (GDPR article 15 and 20; REQ-24). What is in it is what row security answers the person themself by their own
 * life: about them, about the children they answer for, and about the whole family. Others are named as shortly as can be. docs/my-data.md explains
 * it to whoever reads it by machine; docs/my-data.schema.json is made from here.
 */
export const myDataVersion = 3

/** Somebody the package speaks of. Another grown person of the family has a called name and nothing more. */
const personNamed = z.object({
  id: personId,
  name: z.string(),
  /** For whom they sit at the table. */
  service: z.string().nullable(),
})

/** One sentence that was said yes or no to: by me, or that names me. A yes is who receives, and what. */
const consentGiven = z.object({
  id: consentId,
  party: partyId,
  answer: z.enum(['yes', 'no']),
  givenBy: personId,
  areas: z.array(areaCode),
  persons: z.array(personId),
  purpose: z.string(),
  givenAt: instant,
  validTo: instant.nullable(),
  endedAt: instant.nullable(),
  endedHow: z.string().nullable(),
  textVersion: z.string(),
  language: z.string(),
  channel: z.string(),
})

/** What is to be decided about me, with what was answered for me and for those I answer for. Never what another grown person answered. */
const decisionAboutMe = z.object({
  id: decisionId,
  measureId,
  party: partyId,
  area: areaCode,
  persons: z.array(personId),
  kind: decisionKind,
  amountOre: z.int(),
  words: decisionWords,
  version: z.int(),
  answers: z.array(answerCard),
  decidedAt: instant.nullable(),
  restsOn: restsOn.nullable(),
})

const myFamily = z.object({
  id: familyId,
  name: z.string(),
  phase: z.string(),
  startedOn: calendarDay,
  /** How I belong: null for a guardian, who does not. */
  me: z.object({ relation: z.string(), takesPart: z.boolean(), from: instant }).nullable(),
  /** Children and others I answer for here. */
  answersFor: z.array(z.object({ id: personId, name: z.string(), born: calendarDay.nullable() })),
  /** Others of the family, by the name they are called. */
  others: z.array(z.string()),
  /** Who sits, or has sat, at the table. */
  seats: z.array(
    z.object({
      person: personId,
      party: partyId,
      role: z.string(),
      from: instant,
      to: instant.nullable(),
      endedAt: instant.nullable(),
    }),
  ),
  agreement: z.array(z.object({ textVersion: z.string(), language: z.string(), signedAt: instant })),
  consents: z.array(consentGiven),
  /** Who may read now, by the consents together. */
  mayRead: z.array(z.object({ party: partyId, person: personId, areas: z.array(areaCode) })),
  notes: z.array(note),
  goals: z.array(goal),
  measures: z.array(measure),
  decisions: z.array(decisionAboutMe),
  outside: z.array(outsideDecision),
  promises: z.array(promiseCard),
  account: z.array(
    z.object({
      id: entryId,
      kind: entryKind,
      payer: partyId,
      goalId: goalId.nullable(),
      measureId: measureId.nullable(),
      onDay: calendarDay,
      ore: z.int(),
      minutes: z.int().nullable(),
    }),
  ),
  journey: z.array(placement),
  wellbeing: z.array(wellbeingEntry),
  meetings: z.array(
    z.object({
      id: meetingId,
      plannedAt: instant.nullable(),
      startedAt: instant.nullable(),
      endedAt: instant.nullable(),
      words: meetingWords.nullable(),
    }),
  ),
  /** Plans I have had to sign; the papers themselves lie beside, as the bytes that were signed. */
  papers: z.array(z.object({ number: z.int(), file: z.string(), sha256: z.string() })),
  /** What was handed to services of what is mine, as my own page tells it: what, to whom, when and on what. Never why somebody wrote that it was needed. */
  shares: z.array(keptShare.omit({ seenAs: true, necessity: true })),
  /** Who has read about me, as my own page tells it: what is kept from that page by law is not here either. */
  looked: z.array(visit),
  /** What happened, as it is remembered: kinds with a meaning each, never words. */
  events: z.array(
    z.object({ kind: z.string(), at: instant, by: personId.nullable(), data: z.record(z.string(), z.unknown()) }),
  ),
})
export type MyFamily = z.infer<typeof myFamily>

export const myData = z.object({
  is: z.literal('velferdslab-my-data'),
  version: z.literal(myDataVersion),
  madeAt: instant,
  municipality: z.object({ name: z.string(), phone: z.string() }),
  me: z.object({
    id: personId,
    name: z.string(),
    calledName: z.string(),
    born: calendarDay.nullable(),
    roles: z.array(z.string()),
  }),
  families: z.array(myFamily),
  /** Everybody an id above points to. */
  people: z.array(personNamed),
  parties: z.array(z.object({ id: partyId, name: z.string() })),
})
export type MyData = z.infer<typeof myData>
/** One family's part as it is collected, before it is parsed. */
export type MyFamilyGiven = z.input<typeof myFamily>

/** The shape of the package for whoever reads it by machine: docs/my-data.schema.json. */
export const myDataJsonSchema = () => z.toJSONSchema(myData, { target: 'draft-2020-12' })
