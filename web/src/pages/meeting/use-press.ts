import type { FamilyId, MeetingId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCommandId } from '../../command-id.ts'
import { meetingQuery, pressAt } from '../../meeting-api.ts'

export interface Press {
  readonly act: string
  readonly input?: object
}

/** What is pressed at a meeting: the page asks anew as soon as it is answered, whatever the stream says. */
export function usePress(family: FamilyId, meeting: MeetingId) {
  const queryClient = useQueryClient()
  const command = useCommandId()
  const pressing = useMutation({
    mutationFn: ({ act, input = {} }: Press) =>
      pressAt(family, meeting, act, { commandId: command.idFor([act, input]), ...input }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: meetingQuery(family).queryKey }),
    onSuccess: () => command.done(),
  })
  return {
    press: (act: string, input?: object) => {
      // Another press is never swallowed by one that is on its way; the same one twice has the same id.
      pressing.mutate(input ? { act, input } : { act })
    },
    error: pressing.error,
    busy: pressing.isPending,
  }
}
export type Pressing = ReturnType<typeof usePress>
