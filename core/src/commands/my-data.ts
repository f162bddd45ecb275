import { z } from 'zod'
import { commandId } from '../ids.ts'
import { languages } from '../language.ts'

/** POST /api/my-data: one press, and everything about me is one file. */
export const takeOut = z.strictObject({
  commandId,
  /** Of the headings and explanations. What people have written stands as they wrote it. */
  language: z.enum(languages),
})
export type TakeOut = z.infer<typeof takeOut>

/** The package, in base64. Its name names nobody (REQ-44). */
export const takenOut = z.object({ done: z.literal(true), fileName: z.string(), file: z.base64() })
export type TakenOut = z.infer<typeof takenOut>
