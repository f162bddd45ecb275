import type { AnswerTask, GiveTaskLink } from '@velferdslab/core/commands/task-link'
import type { CommandId, FamilyId, PromiseId, TaskLinkId } from '@velferdslab/core/ids'
import type { Task } from '@velferdslab/core/task-link'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Like api.ts, for links to one promise alone: a family's first page needs none of it. */
export const giveTaskLink = (family: FamilyId, promise: PromiseId, input: GiveTaskLink) =>
  send<{ done: true; address: string }>(api.taskLink(family, promise), input)
export const stopTaskLink = (family: FamilyId, link: TaskLinkId, input: { commandId: CommandId }) =>
  send<{ done: true }>(api.stopTaskLink(family, link), input)

export const taskQuery = queryOptions({
  queryKey: ['task'],
  queryFn: ({ signal }) => read<Task>(api.task, signal),
  staleTime: 0,
  retry: false,
})
export const openTask = (code: string) => send<{ done: true }>(api.atTask('open'), { code })
export const declareTask = (commandId: CommandId) =>
  send<{ done: true }>(api.atTask('declare'), { commandId, promise: true })
export const answerTask = (input: AnswerTask) => send<{ done: true }>(api.atTask('answer'), input)
