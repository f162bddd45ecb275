import { receiveReport, reportAnswer, sendReport, tellReport } from '@velferdslab/core/commands/report'
import { familyId, reportId } from '@velferdslab/core/ids'
import { myReports, reporting } from '@velferdslab/core/report'
import * as rules from '@velferdslab/core/report-rules'
import { asPerson } from '@velferdslab/db/as-person'
import { findMe } from '@velferdslab/db/people'
import { findToday } from '@velferdslab/db/promise'
import * as db from '@velferdslab/db/report'
import { z } from 'zod'
import { runQuietly } from './quiet.ts'
import { route } from './route.ts'

const ofFamily = z.object({ familyId })
const ofReport = z.object({ reportId })
const done = { done: true as const }

/**
 * What is reported by law, outside the family's own. Nothing here takes the family's lock, links to its chain or tells its live room: whoever did not
 * write or receive a report cannot notice that there is one (docs/decisions/0026).
 */
export const reportRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/report',
    summary: 'What somebody who works here needs to report by law',
    params: ofFamily,
    answer: reporting,
    events: 'reads',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await db.findReporting(tx, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/reports',
    summary: 'Report by law, to the named receivers of a service',
    params: ofFamily,
    body: sendReport,
    answer: reportAnswer,
    events: ['report.sent'],
    handle: (lab, { session, params, body }) =>
      runQuietly(lab, session, params.familyId, { id: body.commandId, name: 'report.sent' }, async (tx, me) => {
        const facts = await db.loadReportFacts(tx, params.familyId)
        if (!facts) return { refused: 'not-found' }
        const decided = rules.sendReport(facts, body)
        if ('refused' in decided) return decided
        await db.insertReport(tx, lab.ring, me.municipality.id, params.familyId, body, lab.origin)
        return { answer: done }
      }),
  }),
  route({
    method: 'GET',
    path: '/api/reports',
    summary: 'Reports I wrote, and those I am named to receive',
    answer: myReports,
    events: 'reads',
    handle: (lab, { session }) =>
      asPerson(lab.people, session, null, async (tx) => {
        const [who, today, reports] = await Promise.all([findMe(tx), findToday(tx), db.findMyReports(tx, lab.ring)])
        return who ? { today, reports } : { refused: 'not-signed-in' as const }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/reports/:reportId/receive',
    summary: 'A named receiver takes a report on',
    params: ofReport,
    body: receiveReport,
    answer: reportAnswer,
    events: ['report.received'],
    handle: (lab, { session, params, body }) =>
      runQuietly(lab, session, null, { id: body.commandId, name: 'report.received' }, async (tx) => {
        const received = await db.receiveReport(tx, params.reportId, body.commandId, lab.origin)
        return received ? { answer: done } : { refused: 'not-found' }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/reports/:reportId/tell',
    summary: 'Tell one person of the family of a report, in words for them',
    params: ofReport,
    body: tellReport,
    answer: reportAnswer,
    events: ['report.told'],
    handle: (lab, { session, params, body }) =>
      runQuietly(lab, session, null, { id: body.commandId, name: 'report.told' }, async (tx) => {
        const told = await db.insertTold(tx, lab.ring, params.reportId, body, lab.origin)
        if (told === 'told') return { answer: done }
        return { refused: told === 'already' ? 'report-already-told' : 'not-found' }
      }),
  }),
]
