import type { AnswerSeat, AskLeader, AskService, BringTrusted, TakeSeat } from '@velferdslab/core/commands/seat'
import type { CommandId, FamilyId, SeatId } from '@velferdslab/core/ids'
import type { AskedSeats, Seats } from '@velferdslab/core/seat'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Who is asked to sit at the table, and says yes or no; behind a family's first page, which has no use for it. */
export const getSeats = (family: FamilyId, signal?: AbortSignal) => read<Seats>(api.seats(family), signal)
export const askLeader = (family: FamilyId, input: AskLeader) =>
  send<{ done: true }>(api.askSeat(family, 'leader'), input)
export const askService = (family: FamilyId, input: AskService) =>
  send<{ done: true }>(api.askSeat(family, 'service'), input)
export const bringTrusted = (family: FamilyId, input: BringTrusted) =>
  send<{ done: true }>(api.askSeat(family, 'trusted'), input)
export const answerSeat = (family: FamilyId, seat: SeatId, input: AnswerSeat) =>
  send<{ done: true }>(api.seat(family, seat, 'answer'), input)
export const endSeat = (family: FamilyId, seat: SeatId, input: { commandId: CommandId }) =>
  send<{ done: true }>(api.seat(family, seat, 'end'), input)
export const getAskedSeats = (signal?: AbortSignal) => read<AskedSeats>(api.askedSeats, signal)
export const takeSeat = (seat: SeatId, input: TakeSeat) => send<{ done: true }>(api.takeSeat(seat), input)

export const seatsQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'seats'],
    queryFn: ({ signal }) => getSeats(family, signal),
    refetchInterval: 5_000,
  })

export const askedSeatsQuery = queryOptions({
  queryKey: ['asked-seats'],
  queryFn: ({ signal }) => getAskedSeats(signal),
})
