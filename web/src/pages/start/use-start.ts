import type { CommandId, FamilyId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCommandId } from '../../command-id.ts'
import { familyKey } from '../../queries.ts'

/** Sends one command about a family's course, and fetches anew what it changed: also when it was refused, for then somebody was there first. */
export function useStart<Input>(
  family: FamilyId,
  send: (input: Input & { commandId: CommandId }) => Promise<unknown>,
  onDone?: (input: Input) => void,
) {
  const queryClient = useQueryClient()
  const command = useCommandId()
  return useMutation({
    mutationFn: (input: Input) => send({ ...input, commandId: command.idFor(input) }),
    onSuccess: async (_done, input) => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: familyKey(family) })
      onDone?.(input)
    },
    onError: () => queryClient.invalidateQueries({ queryKey: familyKey(family) }),
  })
}
