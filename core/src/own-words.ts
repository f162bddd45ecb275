import { z } from 'zod'
import { ownWordKeys } from './own-word-rules.ts'

export const ownWordKey = z.enum(ownWordKeys)

/** A word of the municipality's own, as the pages need it. */
export const ownWordNow = z.object({ key: ownWordKey, nb: z.string(), nbDefinite: z.string(), en: z.string() })
