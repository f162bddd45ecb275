import type { ReviewId } from '@velferdslab/core/ids'
import type { AnswerReview } from '@velferdslab/core/commands/trace'
import type { Trace, TraceQuery } from '@velferdslab/core/trace'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Like api.ts, for the privacy officer's page. */
export const traceQueryOf = (query: TraceQuery) =>
  queryOptions({
    queryKey: ['trace', query],
    queryFn: ({ signal }) => read<Trace>(`${api.trace}?${new URLSearchParams(given(query)).toString()}`, signal),
    placeholderData: keepPreviousData,
  })

function given(query: TraceQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

export const answerReview = (review: ReviewId, input: AnswerReview) =>
  send<{ done: true }>(api.answerReview(review), input)
