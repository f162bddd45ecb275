import type { CommandId, FamilyId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCommandId } from '../../command-id.ts'
import { familyKey } from '../../queries.ts'

/** One command about the phase. Everything of the family is fetched anew afterwards, also when it was refused: what refused it is then on the screen. */
export function usePhaseCommand<Input extends object>(
  family: FamilyId,
  send: (input: Input, commandId: CommandId) => Promise<unknown>,
  onDone?: () => void,
) {
  const queryClient = useQueryClient()
  const command = useCommandId()
  const fetchAnew = () => queryClient.invalidateQueries({ queryKey: familyKey(family) })
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
