import type { CommandId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCommandId } from '../../command-id.ts'

/** One command by law: tried again with the same id, and what is shown of it fetched anew when it is done. */
export function useLaw<Input>(
  key: readonly unknown[],
  run: (input: Input, commandId: CommandId) => Promise<unknown>,
  onDone?: (input: Input) => void,
) {
  const queryClient = useQueryClient()
  const command = useCommandId()
  return useMutation({
    mutationFn: (input: Input) => run(input, command.idFor(input)),
    onSuccess: async (_, input) => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: [...key] })
      onDone?.(input)
    },
  })
}
