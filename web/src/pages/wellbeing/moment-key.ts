import type { Moment } from '@velferdslab/core/wellbeing'

/** The text of each moment. */
export const momentKey = { before: 'beforeWork', during: 'duringWork', after: 'afterWork' } as const satisfies Record<
  Moment,
  string
>
