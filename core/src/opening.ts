import { z } from 'zod'
import { areaCode } from './areas.ts'
import { instant } from './dates.ts'
import { personId } from './ids.ts'

/**
 * Openings (innsyn): that somebody who is not of the family had its life open before them. The database writes them and works out the
 * ground itself (db/migrations/0025_opening.sql); here are the words they are made of.
 */

/** Pages that show something of a family. The last ones are lists, of several families. */
export const pagesOpened = [
  'home',
  'cloth',
  'cloth_paper',
  'plan',
  'promises',
  'signing',
  'plan_paper',
  'account',
  'journey',
  'wellbeing',
  'meeting',
  'seats',
  'members',
  'phase',
  'agreement',
  'consents',
  'qualification',
  'families',
  'owed',
  'stopped',
  'asked',
  'door',
  'core_team',
] as const
export const pageOpened = z.enum(pagesOpened)
export type PageOpened = z.infer<typeof pageOpened>

/** By which right somebody read. The first that holds counts, and each has an opening of its own. */
export const grounds = ['consent', 'leader', 'table', 'exception', 'break_glass', 'core_team', 'own_work'] as const
export const ground = z.enum(grounds)
export type Ground = z.infer<typeof ground>

/** What somebody is who reads: their seat, how they came to the table, or what they are in the municipality. */
export const readersRole = z.string()

/** One visit as those it is about meet it: somebody read, on one day, by one right; what lies close together is one. */
export const visit = z.object({
  /** Undefined where the municipality shows no names. */
  name: z.string().nullable(),
  /** Whether the reader is somebody the family knows by name anyway. */
  isKnown: z.boolean(),
  readerId: personId.nullable(),
  service: z.string().nullable(),
  serviceInSentence: z.string().nullable(),
  role: z.string().nullable(),
  ground,
  areas: z.array(areaCode),
  /** Persons of the family it was about, by called name; none: the whole family, or nobody's life. */
  about: z.array(z.string()),
  aboutMe: z.boolean(),
  from: instant,
})
export type Visit = z.infer<typeof visit>
