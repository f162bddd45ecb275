import type { AnswerPhase, AskPhase } from '@velferdslab/core/commands/phase'
import type { FamilyId, PhaseMoveId } from '@velferdslab/core/ids'
import type { FamilyPhase } from '@velferdslab/core/phase'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Like api.ts, for what asks about the phase: a family's first page needs none of it before it stands there. Others answer meanwhile. */
export const phaseQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'phase'],
    queryFn: ({ signal }) => read<FamilyPhase>(api.phase(family), signal),
    refetchInterval: 20_000,
  })

export const askPhase = (family: FamilyId, input: AskPhase) => send<{ done: true }>(api.phase(family), input)
export const answerPhase = (family: FamilyId, move: PhaseMoveId, input: AnswerPhase) =>
  send<{ done: true }>(api.answerPhase(family, move), input)
