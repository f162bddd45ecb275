import type { Administration } from '@velferdslab/core/administration'
import type { ProposeChange, SettleChange } from '@velferdslab/core/commands/administration'
import type { LeaveWork } from '@velferdslab/core/commands/departure'
import type { InHand } from '@velferdslab/core/departure'
import type { ChangeId, PersonId } from '@velferdslab/core/ids'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Like api.ts, for the administrators alone. Another administrator proposes and answers meanwhile. */
export const administrationQuery = queryOptions({
  queryKey: ['administration'],
  queryFn: ({ signal }) => read<Administration>(api.administration, signal),
  refetchInterval: 20_000,
})

export const proposeChange = (input: ProposeChange) => send<{ done: true; waits: boolean }>(api.changes, input)
export const settleChange = (change: ChangeId, input: SettleChange) =>
  send<{ done: true }>(api.settleChange(change), input)

export const inHandQuery = (person: PersonId) =>
  queryOptions({
    queryKey: ['administration', 'in-hand', person],
    queryFn: ({ signal }) => read<InHand>(api.inHand(person), signal),
    staleTime: 0,
  })
export const leaveWork = (person: PersonId, input: LeaveWork) => send<{ done: true }>(api.leaveWork(person), input)
