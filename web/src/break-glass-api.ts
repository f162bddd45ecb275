import type { BreakGlass } from '@velferdslab/core/break-glass'
import type { AnswerGlass, GlassOpened, OpenGlass } from '@velferdslab/core/commands/break-glass'
import type { ActId, CommandId, FamilyId, GlassReviewId } from '@velferdslab/core/ids'
import type { Me } from '@velferdslab/core/people'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'
import { meQuery } from './queries.ts'

/** Like api.ts, for break-glass: few have to do with it. */
export const breakGlassQuery = queryOptions({
  queryKey: ['break-glass'],
  queryFn: ({ signal }) => read<BreakGlass>(api.breakGlass, signal),
})

/** Whose work it can be: who may open, and managers, who look at it afterwards. */
export const hasToDoWithGlass = ({ roles }: Pick<Me, 'roles'>): boolean =>
  roles.includes('break_glass') || roles.includes('manager')

/** Whether a family is open to the reader by break-glass now. Asked of nobody who could not. */
export function useByGlass(family: FamilyId): boolean {
  const { data: me } = useQuery(meQuery)
  const { data } = useQuery({ ...breakGlassQuery, enabled: me?.roles.includes('break_glass') === true })
  return data?.open?.family.id === family
}

/** Whether the reader comes by that alone: then no page offers them to write anything. */
export function useReadsOnly(family: FamilyId): boolean {
  const { data: me } = useQuery(meQuery)
  const { data } = useQuery({ ...breakGlassQuery, enabled: me?.roles.includes('break_glass') === true })
  return data?.open?.family.id === family && data.open.alone
}

type Done = { done: true }
export const openGlass = (input: OpenGlass) => send<GlassOpened>(api.breakGlass, input)
export const closeGlass = (act: ActId, input: { commandId: CommandId }) => send<Done>(api.closeGlass(act), input)
export const answerGlass = (review: GlassReviewId, input: AnswerGlass) => send<Done>(api.answerGlass(review), input)
