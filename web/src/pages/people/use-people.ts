import type { CommandId, FamilyId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCommandId } from '../../command-id.ts'
import { familyKey, meQuery } from '../../queries.ts'

/** Sends one command about who belongs, and fetches anew what it changed; a refusal may mean that somebody was there first. */
export function usePeople<Input>(
  family: FamilyId,
  send: (input: Input & { commandId: CommandId }) => Promise<unknown>,
  onDone?: () => void,
) {
  const queryClient = useQueryClient()
  const command = useCommandId()
  return useMutation({
    mutationFn: (input: Input) => send({ ...input, commandId: command.idFor(input) }),
    onSuccess: async () => {
      command.done()
      onDone?.()
      await queryClient.invalidateQueries({ queryKey: familyKey(family) })
    },
    onError: () => queryClient.invalidateQueries({ queryKey: familyKey(family) }),
    // Who has moved out has a family less.
    onSettled: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  })
}
