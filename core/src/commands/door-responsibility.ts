import { press, recordResponsibility } from './household.ts'

/** POST /api/families/:familyId/door/responsibilities: what the leader would write, written at the door. */
export const recordAtDoor = recordResponsibility

/** POST /api/families/:familyId/door/responsibilities/:responsibilityId/end. */
export const endAtDoor = press
