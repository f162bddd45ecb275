import type { Place } from '@velferdslab/core/commands/journey'
import type { AnswerWellbeing, ShareWellbeing } from '@velferdslab/core/commands/wellbeing'
import type { CommandId, FamilyId, WellbeingId } from '@velferdslab/core/ids'
import type { Journey } from '@velferdslab/core/journey'
import type { Wellbeing } from '@velferdslab/core/wellbeing'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** How somebody is doing, and the journey; behind a family's first page, which has no use for it. */
export const getWellbeing = (family: FamilyId, signal?: AbortSignal) => read<Wellbeing>(api.wellbeing(family), signal)
export const getJourney = (family: FamilyId, signal?: AbortSignal) => read<Journey>(api.journey(family), signal)
export const answerWellbeing = (family: FamilyId, input: AnswerWellbeing) =>
  send<{ done: true }>(api.wellbeing(family), input)
export const shareWellbeing = (family: FamilyId, entry: WellbeingId, input: ShareWellbeing) =>
  send<{ done: true }>(api.wellbeingEntry(family, entry, 'share'), input)
export const eraseWellbeing = (family: FamilyId, entry: WellbeingId, input: { commandId: CommandId }) =>
  send<{ done: true }>(api.wellbeingEntry(family, entry, 'erase'), input)
export const place = (family: FamilyId, input: Place) => send<{ done: true }>(api.placements(family), input)

export const wellbeingQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'wellbeing'], queryFn: ({ signal }) => getWellbeing(family, signal) })

export const journeyQuery = (family: FamilyId) =>
  queryOptions({ queryKey: ['family', family, 'journey'], queryFn: ({ signal }) => getJourney(family, signal) })
