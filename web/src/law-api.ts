import type { FamilyLaw, MyActs, SharedByLaw } from '@velferdslab/core/act'
import type { RecordAct } from '@velferdslab/core/commands/act'
import type { SendReport, TellReport } from '@velferdslab/core/commands/report'
import type { MakeShare } from '@velferdslab/core/commands/share'
import type { ActId, CommandId, FamilyId, ReportId, ShareId } from '@velferdslab/core/ids'
import type { MyReports, Reporting } from '@velferdslab/core/report'
import type { Shares, Sharing } from '@velferdslab/core/share'
import { queryOptions } from '@tanstack/react-query'
import { read, send } from './api.ts'
import { api } from './paths.ts'

/** Like api.ts, for what is told or read by law: no first page needs it. */
export const familyLawQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'law'],
    queryFn: ({ signal }) =>
      Promise.all([
        read<Reporting>(api.report(family), signal),
        // Who has no seat of a service there may report all the same.
        read<FamilyLaw>(api.law(family), signal).catch(() => null),
      ]).then(([reporting, law]) => ({ reporting, law })),
  })
export const byLawQuery = queryOptions({
  queryKey: ['by-law'],
  queryFn: ({ signal }) =>
    Promise.all([read<MyReports>(api.myReports, signal), read<MyActs>(api.myActs, signal)]).then(
      ([{ today, reports }, { forMe, byMe }]) => ({ today, reports, forMe, byMe }),
    ),
})
export const sharedQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'shared'],
    queryFn: ({ signal }) => read<SharedByLaw>(api.shared(family), signal),
  })

type Done = { done: true }
export const recordAct = (family: FamilyId, input: RecordAct) => send<Done>(api.acts(family), input)
export const endAct = (act: ActId, input: { commandId: CommandId }) => send<Done>(api.endAct(act), input)
export const sendReport = (family: FamilyId, input: SendReport) => send<Done>(api.reports(family), input)
export const receiveReport = (report: ReportId, input: { commandId: CommandId }) =>
  send<Done>(api.receiveReport(report), input)
export const tellReport = (report: ReportId, input: TellReport) => send<Done>(api.tellReport(report), input)

/** What can be shared, what was, and its paper. Beside paths.ts, which the first page waits for. */
const ofFamily = (family: FamilyId, what: string) => `${api.family(family)}/${what}`

export const sharingQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'sharing'],
    queryFn: ({ signal }) => read<Sharing>(ofFamily(family, 'sharing'), signal),
  })
export const sharesQuery = (family: FamilyId) =>
  queryOptions({
    queryKey: ['family', family, 'shares'],
    queryFn: ({ signal }) => read<Shares>(ofFamily(family, 'shares'), signal),
  })
export const makeShare = (family: FamilyId, input: MakeShare) =>
  send<{ done: true; shareId: ShareId }>(ofFamily(family, 'shares'), input)
export const sharePaper = (family: FamilyId, share: ShareId) => ofFamily(family, `shares/${share}/share.pdf`)
