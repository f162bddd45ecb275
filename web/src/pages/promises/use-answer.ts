import type { AnswerPromise } from '@velferdslab/core/commands/promise'
import type { PromiseCard } from '@velferdslab/core/promise'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerPromise, owedQuery } from '../../signing-api.ts'
import { useCommandId } from '../../command-id.ts'
import { familyKey } from '../../queries.ts'

type Said = Omit<AnswerPromise, 'commandId'>

/** Says to the server that a promise is done, or why not; every list it stands in is fetched again. */
export function useAnswer(promise: PromiseCard) {
  const queryClient = useQueryClient()
  const command = useCommandId()
  const answering = useMutation({
    mutationFn: (said: Said) =>
      answerPromise(promise.familyId, promise.id, { ...said, commandId: command.idFor(said) }),
    onSuccess: async () => {
      command.done()
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: familyKey(promise.familyId) }),
        queryClient.invalidateQueries({ queryKey: owedQuery.queryKey }),
      ])
    },
  })
  const send = (said: Said, onDone?: () => void) => answering.mutate(said, onDone ? { onSuccess: onDone } : {})
  return { answering, send }
}
