import { clothRoutes } from './cloth.ts'
import { consentRoutes } from './consent.ts'
import { draftRoutes } from './draft.ts'
import { journeyRoutes } from './journey.ts'
import { peopleRoutes } from './people.ts'
import type { Route } from './route.ts'
import { wellbeingRoutes } from './wellbeing.ts'

/** Every door of the API that speaks JSON. */
export const apiRoutes: readonly Route[] = [
  ...peopleRoutes,
  ...consentRoutes,
  ...clothRoutes,
  ...draftRoutes,
  ...wellbeingRoutes,
  ...journeyRoutes,
]
