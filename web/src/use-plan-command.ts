import type { CommandId, FamilyId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCommandId } from './command-id.ts'

/**
 * One command of the plan: sent with an id that a retry keeps. Afterwards plan and account are fetched anew, also when it was refused: what
 * refused it is then on the screen.
 */
export function usePlanCommand<Input extends object>(
  family: FamilyId,
  send: (input: Input, commandId: CommandId) => Promise<unknown>,
  onDone?: () => void,
) {
  const queryClient = useQueryClient()
  const command = useCommandId()
  const fetchAnew = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['family', family, 'plan'] }),
      queryClient.invalidateQueries({ queryKey: ['family', family, 'account'] }),
    ])
  return useMutation({
    mutationFn: (input: Input) => send(input, command.idFor(input)),
    onSuccess: async () => {
      command.done()
      await fetchAnew()
      onDone?.()
    },
    onError: fetchAnew,
  })
}
