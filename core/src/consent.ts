import { z } from 'zod'
import { consentArea } from './areas.ts'
import { calendarDay, instant } from './dates.ts'
import { consentId, familyId, partyId, personId } from './ids.ts'
import { textLanguage } from './text-language.ts'
import { personCard } from './people.ts'

/**
 * A consent (samtykke til å oppheve taushetsplikt) is one sentence a person says yes to: one receiving service, one purpose,
 * ticked areas, ticked persons the giver answers for, an end. It lifts confidentiality and nothing else: it is no legal basis
 * for processing (GDPR art. 6), which is another record (REQ-07).
 */
export const purposes = ['make_and_follow_plan'] as const
export const purpose = z.enum(purposes)

/** The longest a consent can last before it is asked again, in months (REQ-06). */
export const longestConsentMonths = 12
/** The ends a person chooses among, in months from today. None is chosen beforehand. */
export const offeredConsentMonths = [3, 6, 12] as const

/** The version of the sentence shown when the yes was given; kept with the consent (REQ-01). */
export const consentTextVersion = '2026-11'

/** A yes or a no as its giver sees it. */
export const consent = z.object({
  id: consentId,
  partyId,
  answer: z.enum(['yes', 'no']),
  areas: z.array(consentArea),
  persons: z.array(personId),
  givenAt: instant,
  /** Last day it counts, for a yes. */
  until: calendarDay.nullable(),
  endedAt: instant.nullable(),
  /**
   * active: counts now; awaiting: another holder of parental responsibility must say yes too; unheard: said aloud, and nobody has said yet that
   * they heard it; ended by stop or by time.
   */
  state: z.enum(['active', 'partly', 'awaiting', 'unheard', 'stopped', 'expired', 'refused']),
  /** The version of the sentence I read, and in which language. */
  textVersion: z.string(),
  language: textLanguage,
  /** For whom I said it as their guardian. */
  asGuardianFor: z.array(z.string()),
  /** I said it with a code, without signing in; with whose help, and where they work. */
  byCode: z.object({ helper: z.string().nullable(), place: z.string().nullable() }).nullable(),
  /** Written down by another than me, from paper or what I said aloud. */
  recorded: z
    .object({
      channel: z.enum(['paper', 'oral']),
      by: z.string(),
      saidOn: calendarDay,
      /** The last day I said; null for a no. */
      until: calendarDay.nullable(),
      witness: z.string().nullable(),
    })
    .nullable(),
})
export type Consent = z.infer<typeof consent>

/** One square of the picture: may this service know this area about this person, as things stand now. */
export const consentSquare = z.object({
  area: consentArea,
  personId,
  /** yes: may read; soon: may read, ends within 30 days; awaiting: I said yes, the other holder has not; stopped; no. */
  state: z.enum(['yes', 'soon', 'awaiting', 'stopped', 'no']),
  until: calendarDay.nullable(),
})
export type ConsentSquare = z.infer<typeof consentSquare>

/** GET /api/families/:familyId/consents */
export const consentPicture = z.object({
  family: z.object({ id: familyId, onePerson: z.boolean() }),
  /** Today in Norway by the server's clock. */
  today: calendarDay,
  /** So many days before its end a yes is near it. */
  remindDays: z.int(),
  /** The persons the signed-in person answers for, themself first, then by age. */
  persons: z.array(
    personCard.extend({
      isMe: z.boolean(),
      age: z.int().nullable(),
      /** Names of others whose yes is needed too before mine counts for this person. Never what they answered. */
      alsoNeeds: z.array(z.string()),
      /** Areas in which only this person answers: they decide alone by age, or my mandate as guardian does not reach there. */
      decidesAlone: z.array(consentArea),
      /** Where I am their guardian: in which areas, and its last day. */
      asGuardian: z.object({ areas: z.array(consentArea), until: calendarDay.nullable() }).nullable(),
    }),
  ),
  /** Adults who answer for themselves, by name, for the sentence "Jonas svarer for seg selv". */
  answerForThemselves: z.array(z.string()),
  areas: z.array(consentArea),
  /** What my guardian has said yes to for me, that stands: to which service, about what, until when. */
  byGuardian: z.array(
    z.object({
      id: consentId,
      guardian: z.string(),
      partyId,
      /** As it stands inside a sentence. */
      service: z.string(),
      areas: z.array(consentArea),
      until: calendarDay,
      givenAt: instant,
      /** False: I have said no to it myself, or the mandate does not reach it any more. */
      counts: z.boolean(),
    }),
  ),
  services: z.array(
    z.object({
      partyId,
      name: z.string(),
      /** The name as it stands inside a sentence: "skolen", "barnevernet", "NAV". */
      inSentence: z.string(),
      /** Who sits at the table for it, if anybody. */
      seatedBy: z.array(z.string()),
      /** What the leader wishes, with a reason; a wish is never ticked. */
      wish: z
        .object({
          by: z.string(),
          areas: z.array(consentArea),
          persons: z.array(personId),
          until: calendarDay,
          reason: z.string(),
        })
        .nullable(),
      squares: z.array(consentSquare),
      /** My own answers to this service, newest first. */
      mine: z.array(consent),
    }),
  ),
})
export type ConsentPicture = z.infer<typeof consentPicture>
