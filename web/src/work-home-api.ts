import type { CoreTeamHome } from '@velferdslab/core/core-team'
import type { StoppedForMe } from '@velferdslab/core/stopped'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { read } from './api.ts'
import { api } from './paths.ts'

/** What the homes of those who work with families ask for, apart from api.ts: a family's phone never fetches it. */

/** Others send, answer and take over meanwhile: asked for again while somebody looks. */
/** So many parts of each list are on the page. */
export interface HomeParts {
  readonly waiting: number
  readonly leaders: number
}

export const coreTeamQuery = (parts: HomeParts) =>
  queryOptions({
    queryKey: ['core-team', parts],
    queryFn: ({ signal }) => getCoreTeam(parts, signal),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })

/** The home as far as somebody has asked for it, each part from where the one before it ended. */
async function getCoreTeam(parts: HomeParts, signal: AbortSignal): Promise<CoreTeamHome> {
  let home = await read<CoreTeamHome>(api.coreTeam, signal)
  for (let part = 1; part < parts.waiting && home.moreWaiting; part++) {
    const next = await read<CoreTeamHome>(`${api.coreTeam}?waitingAfter=${home.moreWaiting}`, signal)
    home = { ...home, waiting: [...home.waiting, ...next.waiting], moreWaiting: next.moreWaiting }
  }
  for (let part = 1; part < parts.leaders && home.moreLeaders; part++) {
    const next = await read<CoreTeamHome>(`${api.coreTeam}?leadersAfter=${home.moreLeaders}`, signal)
    home = { ...home, leaders: [...home.leaders, ...next.leaders], moreLeaders: next.moreLeaders }
  }
  return home
}

export const stoppedQuery = queryOptions({
  queryKey: ['stopped'],
  queryFn: ({ signal }) => read<StoppedForMe>(api.stopped, signal),
})
