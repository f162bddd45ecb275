import type { LiftHold, PlaceHold } from '@velferdslab/core/commands/retention'
import type { HoldId } from '@velferdslab/core/ids'
import type { MyHolds, Retention } from '@velferdslab/core/retention'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Like api.ts, for how long things are kept and what is held. */
export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => read<Retention>(api.retention, signal),
})
export const myHoldsQuery = queryOptions({
  queryKey: ['my', 'holds'],
  queryFn: ({ signal }) => read<MyHolds>(api.myHolds, signal),
})

type Done = { done: true }
export const placeHold = (input: PlaceHold) => send<Done>(api.holds, input)
export const liftHold = (hold: HoldId, input: LiftHold) => send<Done>(api.liftHold(hold), input)
