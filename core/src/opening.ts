import { z } from 'zod'

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
  'people',
  'recorded',
  'shared',
  'sharing',
  'shares',
  'phase',
  'agreement',
  'consents',
  'qualification',
  'looked',
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
