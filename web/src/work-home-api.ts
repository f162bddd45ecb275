import type { CoreTeamHome } from '@velferdslab/core/core-team'
import type { StoppedForMe } from '@velferdslab/core/stopped'
import { queryOptions } from '@tanstack/react-query'
import { read } from './api.ts'
import { api } from './paths.ts'

/** What the homes of those who work with families ask for, apart from api.ts: a family's phone never fetches it. */

/** Others send, answer and take over meanwhile: asked for again while somebody looks. */
export const coreTeamQuery = queryOptions({
  queryKey: ['core-team'],
  queryFn: ({ signal }) => read<CoreTeamHome>(api.coreTeam, signal),
  refetchInterval: 30_000,
})

export const stoppedQuery = queryOptions({
  queryKey: ['stopped'],
  queryFn: ({ signal }) => read<StoppedForMe>(api.stopped, signal),
})
