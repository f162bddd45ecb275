import type { Stage } from '@velferdslab/core/meeting'
import type { GuestRole } from '@velferdslab/core/table'

/**
 * The stages of a meeting and why a guest is here, as the pages draw them. The codes are core's and checked against it by their types; core's own
 * lists come with the schemas and their library, which a guest's phone should not have to fetch (api.ts).
 */
export const stageCodes = [
  'welcome',
  'strengths',
  'today',
  'ahead',
  'decide',
  'sign',
  'how_was_it',
] as const satisfies readonly Stage[]

export const guestRoles = ['friend', 'interpreter', 'service', 'volunteer'] as const satisfies readonly GuestRole[]
