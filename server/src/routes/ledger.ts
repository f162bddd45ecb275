import {
  bookCost,
  bookMeeting,
  entriesAnswer,
  reverseEntry,
  type BookCost,
  type BookMeeting,
  type ReverseEntry,
} from '@velferdslab/core/commands/ledger'
import type { EventKind } from '@velferdslab/core/events'
import { entryId, familyId, type EntryId, type FamilyId } from '@velferdslab/core/ids'
import { account, type Entry } from '@velferdslab/core/ledger'
import * as rules from '@velferdslab/core/ledger-rules'
import { asPerson, type Session } from '@velferdslab/db/as-person'
import { findCell } from '@velferdslab/db/cloth'
import * as db from '@velferdslab/db/ledger'
import { findMeasure } from '@velferdslab/db/plan'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Lab } from '../lab.ts'
import { runCommand, type Doing } from './command.ts'
import { route, type Refused } from './route.ts'

const ofFamily = z.object({ familyId })
type Answer = z.input<typeof entriesAnswer>

/** The ledger of one family: its account, hours, costs, and what cancels them. Planned and committed follow from measures and decisions. */
export const ledgerRoutes = [
  route({
    method: 'GET',
    path: '/api/families/:familyId/account',
    summary: 'What was planned, decided and realised, by whom paid, as far as one may see',
    params: ofFamily,
    answer: account,
    events: 'reads',
    opens: 'account',
    handle: (lab, { session, params }) =>
      asPerson(
        lab.people,
        session,
        params.familyId,
        async (tx) => (await db.findAccount(tx, params.familyId)) ?? { refused: 'not-found' as const },
      ),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/entries/meeting',
    summary: 'Book the hours of a meeting for all who were there',
    params: ofFamily,
    body: bookMeeting,
    answer: entriesAnswer,
    events: ['entry.booked'],
    handle: (lab, { session, params, body }) => meeting(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/entries/cost',
    summary: 'Book what a measure cost, parted between its payers',
    params: ofFamily,
    body: bookCost,
    answer: entriesAnswer,
    events: ['entry.booked'],
    handle: (lab, { session, params, body }) => cost(lab, session, params.familyId, body),
  }),
  route({
    method: 'POST',
    path: '/api/families/:familyId/entries/:entryId/reverse',
    summary: 'Cancel an entry exactly; both stay',
    params: z.object({ familyId, entryId }),
    body: reverseEntry,
    answer: entriesAnswer,
    events: ['entry.reversed'],
    handle: (lab, { session, params, body }) => reverse(lab, session, params, body),
  }),
]

/** Saves entries with an event each. The event follows its entry's own rule: a service that sees the cell does not see others' money. */
function book(
  lab: Lab,
  family: FamilyId,
  kind: EventKind,
  cell: db.EntryCell,
  rows: readonly Omit<Entry, 'id'>[],
): Doing<Answer> {
  const entries = rows.map((row) => ({ ...row, id: randomUUID() as EntryId }))
  return {
    answer: { done: true, entryIds: entries.map((entry) => entry.id) },
    events: entries.map((entry) => ({
      kind,
      subject: entry.id,
      cell: null,
      data: { kind: entry.kind, payer: entry.payerId, on: entry.onDay, ore: entry.ore, minutes: entry.minutes },
    })),
    save: (tx) => [db.insertEntries(tx, family, cell, entries)],
    tell: (seq) => lab.live.sightChanged(family, seq, entries.length),
  }
}

const realised = (entry: Pick<Entry, 'payerId' | 'onDay' | 'ore'> & Partial<Entry>): Omit<Entry, 'id'> => ({
  kind: 'realised',
  goalId: null,
  measureId: null,
  decisionId: null,
  minutes: null,
  hourOre: null,
  reverses: null,
  ...entry,
})

function meeting(lab: Lab, session: Session, family: FamilyId, body: BookMeeting): Promise<Answer | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'entry.booked' },
    (tx) =>
      Promise.all([
        findCell(tx, family, { about: { whole: true }, area: 'common', privacy: 'table' }),
        db.findHourPrices(tx, body.onDay),
        db.findBookers(tx, family),
      ]),
    ([cell, prices, bookers]) => {
      if (!cell?.mayWrite) return { refused: 'plan-area-not-open' }
      if (!bookers.isLeader && body.present.some((each) => !bookers.parties.includes(each.partyId)))
        return { refused: 'entry-not-yours-to-book' }
      const decided = rules.bookMeeting(
        body.minutes,
        body.present.map((each) => ({
          payer: each.partyId,
          hourOre: prices.find((price) => price.item === each.item)?.ore,
        })),
      )
      if ('refused' in decided) return decided
      const rows = decided.done.map(({ payer, ...time }) => realised({ payerId: payer, onDay: body.onDay, ...time }))
      return book(lab, family, 'entry.booked', { aboutId: cell.aboutId, area: 'common' }, rows)
    },
  )
}

function cost(lab: Lab, session: Session, family: FamilyId, body: BookCost): Promise<Answer | Refused> {
  return runCommand(
    lab,
    session,
    family,
    { id: body.commandId, name: 'entry.booked' },
    (tx) =>
      Promise.all([
        findMeasure(tx, family, body.measureId),
        db.findPayers(tx, body.measureId),
        db.findBookers(tx, family),
      ]),
    ([measure, payers, bookers]) => {
      if (!measure) return { refused: 'not-found' }
      if (payers.length === 0) return { refused: 'entry-without-payer' }
      if (!bookers.isLeader && payers.some((payer) => !bookers.parties.includes(payer.partyId)))
        return { refused: 'entry-not-yours-to-book' }
      const parts = rules.shareOut(
        body.ore,
        payers.map((payer) => payer.ore),
      )
      const rows = payers.map((payer, index) =>
        realised({
          payerId: payer.partyId,
          goalId: measure.goalId,
          measureId: measure.id,
          onDay: body.onDay,
          ore: parts[index] ?? 0,
        }),
      )
      return book(lab, family, 'entry.booked', measure, rows)
    },
  )
}

function reverse(
  lab: Lab,
  session: Session,
  params: { familyId: FamilyId; entryId: EntryId },
  body: ReverseEntry,
): Promise<Answer | Refused> {
  return runCommand(
    lab,
    session,
    params.familyId,
    { id: body.commandId, name: 'entry.reversed' },
    (tx) => Promise.all([db.findEntry(tx, params.familyId, params.entryId), db.findBookers(tx, params.familyId)]),
    ([found, bookers]) => {
      if (!found) return { refused: 'not-found' }
      if (!bookers.isLeader && !bookers.parties.includes(found.entry.payerId))
        return { refused: 'entry-not-yours-to-book' }
      const decided = rules.reverseEntry(found.entry, found.isReversed)
      if ('refused' in decided) return decided
      return book(lab, params.familyId, 'entry.reversed', found.cell, [decided.done])
    },
  )
}
