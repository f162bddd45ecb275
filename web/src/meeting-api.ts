import type { ArriveAtTable } from '@velferdslab/core/commands/table'
import type { BookMeeting } from '@velferdslab/core/commands/ledger'
import type { CommandId, FamilyId, MeetingId } from '@velferdslab/core/ids'
import type { MeetingPage } from '@velferdslab/core/meeting'
import type { Me } from '@velferdslab/core/people'
import type { TableState } from '@velferdslab/core/table'
import { queryOptions } from '@tanstack/react-query'
import { actAs, type Acting } from './acting.ts'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Like api.ts, for the pages of a meeting alone: a family's first page needs none of it. */
export const meetingQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'meeting'],
    queryFn: ({ signal }) => read<MeetingPage>(api.meeting(family), signal),
    staleTime: 0,
  })

/** One press at a meeting: `open`, `pause`, `people/…`. */
export const pressAt = (family: FamilyId, meeting: MeetingId, act: string, input: { commandId: CommandId }) =>
  send<{ done: true; address?: string }>(api.atMeeting(family, meeting, act), input)
export const planMeeting = (family: FamilyId, input: object) => send<{ done: true }>(api.meetings(family), input)
export const bookHours = (family: FamilyId, input: BookMeeting) => send<{ done: true }>(api.meetingHours(family), input)

export const tableQuery = queryOptions({
  queryKey: ['table'],
  queryFn: ({ signal }) => read<TableState>(api.table, signal),
  staleTime: 0,
  retry: false,
})
export const codeQuery = (family: FamilyId, meeting: MeetingId) =>
  queryOptions({
    queryKey: ['table', 'code', meeting],
    queryFn: ({ signal }) =>
      read<{ address: string; changesAt: string }>(api.atMeeting(family, meeting, 'code'), signal),
    staleTime: 0,
  })
export const takeTicket = (code: string) => send<{ ticket: string }>(api.atTable('ticket'), { code })
export const arrive = (input: ArriveAtTable) => send<{ done: true }>(api.atTable('arrive'), input)
export const openScreen = (link: string) => send<{ done: true }>(api.screen, { link })

/** As whoever has signed in on this device, if anybody: a seat is taken by its holder, not by a guest. */
export const getSignedIn = () => asSignedIn('guest', () => read<Me>(api.me))
export const comeByTicket = (commandId: CommandId, ticket: string) =>
  asSignedIn('guest', () => send<{ done: true; familyId: FamilyId }>(api.atTable('come'), { commandId, ticket }))

/** The headers are read when the request is made, so the page is itself again at once. */
function asSignedIn<Answer>(page: Acting, ask: () => Promise<Answer>): Promise<Answer> {
  actAs(null)
  const answer = ask()
  actAs(page)
  return answer
}
