import { z } from 'zod'

/**
 * Where the next part of a long list begins: after the row of this moment (in microseconds) and id. What comes in meanwhile stands before it, and moves
 * nothing. It says no more than the last row that was shown.
 */
export const cursor = z
  .string()
  .regex(/^\d{1,18}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .brand('Cursor')
export type Cursor = z.infer<typeof cursor>

/** So many rows are shown at a time. */
export const atATime = 20
