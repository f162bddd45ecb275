import { z } from 'zod'
import { instant } from './dates.ts'
import { familyId, meetingId } from './ids.ts'

/** Why a guest is here, in their own choice of four. */
export const guestRoles = ['friend', 'interpreter', 'service', 'volunteer'] as const
export const guestRole = z.enum(guestRoles)
export type GuestRole = z.infer<typeof guestRole>

/** GET /api/table: the meeting of a session that knows only this one. */
export const tableState = z.object({
  kind: z.enum(['guest', 'screen']),
  state: z.enum(['waiting', 'let_in', 'in', 'left', 'turned_away']),
  familyId: familyId.nullable(),
  meetingId: meetingId.nullable(),
  declaredAt: instant,
})
export type TableState = z.infer<typeof tableState>

/** The code on the large screen changes this often, and is taken for one change more (REQ-42). */
export const codeSeconds = 30
