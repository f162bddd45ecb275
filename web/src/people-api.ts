import type { AnswerDuplicate } from '@velferdslab/core/commands/duplicate'
import type { Duplicates, Found } from '@velferdslab/core/duplicate'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Who somebody is and who belongs where; behind the first page, which has no use for it. */
export const duplicatesQuery = queryOptions({
  queryKey: ['duplicates'],
  queryFn: ({ signal }) => read<Duplicates>(api.duplicates, signal),
})
export const answerDuplicate = (input: AnswerDuplicate) => send<{ done: true }>(api.answerDuplicate, input)
export const searchPeople = (name: string) => send<Found>(api.searchPeople, { name })
