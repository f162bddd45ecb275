import { addDays, addMonths, type CalendarDay } from '@velferdslab/core/dates'
import { answerDecision, askForMandate, canDecide, checkContent, hearChild } from '@velferdslab/core/decision-rules'
import type { DecidedEvent } from '@velferdslab/core/events'
import type {
  AnswerId,
  DecisionId,
  EntryId,
  FamilyId,
  GoalId,
  MeasureId,
  PartyId,
  PersonId,
} from '@velferdslab/core/ids'
import type { Entry } from '@velferdslab/core/ledger'
import { bookMeeting, dueDays, reverseEntry } from '@velferdslab/core/ledger-rules'
import { addMeasure, makeGoal } from '@velferdslab/core/plan-rules'
import type { Decided } from '@velferdslab/core/refusal'
import { randomUUID } from 'node:crypto'
import { asPerson, type Session } from '../src/as-person.ts'
import { findCell, findNotes } from '../src/cloth.ts'
import { appendEvents } from '../src/command.ts'
import type { Pool, Tx } from '../src/connect.ts'
import { saveDecided } from '../src/decided.ts'
import * as decisions from '../src/decision.ts'
import { insertAsked } from '../src/decision-asked.ts'
import { findFamilyKey, type FamilyKey } from '../src/family-key.ts'
import type { KeyRing } from '../src/key-ring.ts'
import { findDue, findHourPrices, insertEntries, type EntryCell } from '../src/ledger.ts'
import { findOutsideAbout, insertOutside, sealOutside } from '../src/outside.ts'
import * as db from '../src/plan.ts'
import type { Fjordvik } from './fjordvik.ts'
import type { SeedAbout, SeedDecision, SeedGoal, SeedMeasure, SeedPlan } from './fjordvik-plans.ts'
import { tellKept } from './tell-promise.ts'

const ore = (kroner: number) => kroner * 100

/** A family's plan and account, each as themselves: through the same rules and row security as in life. */
export async function tellPlan(
  pool: Pool,
  ring: KeyRing,
  today: CalendarDay,
  town: Fjordvik,
  sessions: Record<string, Session>,
  told: { readonly family: FamilyId; readonly plan: SeedPlan },
): Promise<void> {
  const { family, plan } = told
  const idOf = (persona: string) => town.persons[persona] as PersonId
  const aboutOf = (about: SeedAbout) => (about === 'whole' ? { whole: true as const } : { persons: about.map(idOf) })
  const as = <Result>(persona: string, work: (tx: Tx, key: FamilyKey) => Promise<Result>) =>
    asPerson(pool, sessions[persona] as Session, family, async (tx) => {
      const key = await findFamilyKey(tx, ring, family)
      if (!key) throw new Error(`${persona} cannot open the plan`)
      return work(tx, key)
    })
  const happened = (tx: Tx, events: readonly DecidedEvent[]) => appendEvents(tx, family, events, null, 'seed')
  const inCell = (cell: EntryCell): DecidedEvent['cell'] => ({ about: cell.aboutId, area: cell.area, privacy: 'table' })

  for (const goal of plan.goals) {
    const goalId = await tellGoal(goal)
    for (const measure of goal.measures) {
      const measureId = await tellMeasure(goalId, measure)
      for (const decision of measure.decisions ?? []) await tellDecision(measureId, measure, decision)
      for (const bill of measure.paid ?? [])
        await as(bill.by, async (tx) => {
          const seen = await db.findMeasure(tx, family, measureId)
          const party = measure.costs?.[0]?.party
          if (!seen || !party) throw new Error(`${bill.by} cannot pay for «${measure.words.text}»`)
          const row = { goalId, measureId, payerId: town.parties[party], onDay: addDays(today, bill.day) }
          const entry = realised({ ...row, ore: ore(bill.kroner) })
          await book(tx, 'entry.booked', seen, [entry])
          if (bill.wrong)
            await book(tx, 'entry.reversed', seen, [
              { id: randomUUID() as EntryId, ...sure(reverseEntry(entry, false), bill.by) },
            ])
        })
    }
  }
  for (const outside of plan.outside)
    await as(outside.by, async (tx, key) => {
      const id = randomUUID() as DecisionId
      const partyId = town.parties[outside.party]
      const aboutId = await findOutsideAbout(tx, family, partyId, outside.about.map(idOf))
      if (!aboutId) throw new Error(`${outside.by} cannot tell of «${outside.words.what}»`)
      const { sealed, proof } = sealOutside(key, id, outside.words)
      const row = { id, aboutId, area: outside.area, partyId, on: addDays(today, outside.day) }
      await insertOutside(tx, family, { ...row, sealed })
      const data = { party: partyId, on: row.on, proof }
      await happened(tx, [{ kind: 'decision.outside', subject: id, cell: inCell(row), data }])
    })
  for (const meeting of plan.meetings)
    await as(meeting.by, async (tx) => {
      const onDay = addDays(today, meeting.day)
      const cell = await findCell(tx, family, { about: { whole: true }, area: 'common', privacy: 'table' })
      const price = (await findHourPrices(tx, onDay)).find(({ item }) => item === 'hour_default')
      if (!cell) throw new Error(`${meeting.by} cannot book a meeting`)
      const present = meeting.present.map((party) => ({ payer: town.parties[party], hourOre: price?.ore }))
      const lines = sure(bookMeeting(meeting.minutes, present), meeting.by)
      const rows = lines.map(({ payer, ...time }) => realised({ payerId: payer, onDay, ...time }))
      await book(tx, 'entry.booked', { aboutId: cell.aboutId, area: 'common' }, rows)
    })

  function tellGoal(goal: SeedGoal): Promise<GoalId> {
    return as(goal.by, async (tx, key) => {
      const id = randomUUID() as GoalId
      const said = (await findNotes(tx, family, key)).find((note) => note.words.text === goal.note)
      const source = said && (await db.findSourceNote(tx, family, said.id))
      const cell = await findCell(tx, family, { about: aboutOf(goal.about), area: goal.area, privacy: 'table' })
      if (!source || !cell) throw new Error(`${goal.by} cannot make a goal of «${goal.note}»`)
      const place = { aboutId: cell.aboutId, area: goal.area }
      const { noteId, saidBy } = sure(makeGoal(source, place, cell, idOf(goal.by)), goal.text)
      const { sealed, proof } = db.sealGoal(key, id, { text: goal.text })
      await db.insertGoal(tx, family, { id, noteId, saidBy, term: goal.term, ...place, sealed })
      const data = { term: goal.term, saidBy, proof }
      await happened(tx, [{ kind: 'goal.made', subject: id, cell: inCell(place), data }])
      return id
    })
  }

  function tellMeasure(goalId: GoalId, measure: SeedMeasure): Promise<MeasureId> {
    return as(measure.by, async (tx, key) => {
      const id = randomUUID() as MeasureId
      const cell = await findCell(tx, family, { about: aboutOf(measure.about), area: measure.area, privacy: 'table' })
      const around = await db.findMeasureSurroundings(tx, family, goalId)
      const { doer, monthly } = measure
      const row = {
        goalId,
        area: measure.area,
        words: measure.words,
        doer:
          doer === 'named'
            ? { is: 'named' as const }
            : 'party' in doer
              ? { is: 'party' as const, partyId: town.parties[doer.party] }
              : { is: 'member' as const, personId: idOf(doer.member) },
        due: addDays(today, measure.due),
        monthly: monthly ? { from: addMonths(today, monthly[0]), to: addMonths(today, monthly[1]) } : null,
        costs: (measure.costs ?? []).map((cost) => ({ partyId: town.parties[cost.party], ore: ore(cost.kroner) })),
        estimatedOre: measure.estimatedKroner === undefined ? null : ore(measure.estimatedKroner),
      }
      sure(addMeasure(row, { right: cell, members: around.members, parties: around.parties }), measure.words.text)
      if (!cell || !around.goal) throw new Error(`${measure.by} cannot add «${measure.words.text}»`)
      const place = { aboutId: cell.aboutId, area: measure.area }
      const { sealed, proof } = db.sealMeasure(key, id, measure.words)
      await db.insertMeasure(tx, family, { ...row, id, aboutId: cell.aboutId, sealed })
      const planned = row.costs.flatMap((cost) =>
        dueDays(row).map((onDay) => ({
          ...realised({ goalId, measureId: id, payerId: cost.partyId, onDay, ore: cost.ore }),
          kind: 'planned' as const,
        })),
      )
      await insertEntries(tx, family, place, planned)
      const data = { goal: goalId, doer: row.doer.is, due: row.due, proof }
      await happened(tx, [{ kind: 'measure.added', subject: id, cell: inCell(place), data }])
      return id
    })
  }

  async function tellDecision(measureId: MeasureId, measure: SeedMeasure, told: SeedDecision): Promise<void> {
    const id = randomUUID() as DecisionId
    const version = 1
    const partyId = town.parties[told.party]
    const amountOre = ore(told.kroner)
    const content = { kind: told.kind, amountOre, words: told.words }
    const place = await as(told.by, async (tx, key) => {
      const persons = told.about.map(idOf)
      const cell = await findCell(tx, family, { about: { persons }, area: measure.area, privacy: 'table' })
      sure(checkContent(content), told.words.what)
      if (!cell?.mayWrite) throw new Error(`${told.by} cannot propose «${told.words.what}»`)
      const { sealed, proof } = decisions.sealVersion(key, id, version, told.words)
      const row = { id, measureId, partyId, area: measure.area, aboutId: cell.aboutId }
      await decisions.insertDecision(tx, family, row)
      await decisions.insertVersion(tx, family, { id, version, kind: told.kind, amountOre, sealed })
      const data = { measure: measureId, party: partyId, kind: told.kind, amountOre, version, proof }
      await happened(tx, [{ kind: 'decision.proposed', subject: id, cell: inCell(row), data }])
      return row
    })
    const tell = (tx: Tx, kind: DecidedEvent['kind'], data: DecidedEvent['data']) =>
      happened(tx, [{ kind, subject: id, cell: inCell(place), data }])
    const factsOf = async (tx: Tx) => {
      const seen = await decisions.findDecisions(tx, family, id)
      const [only] = seen.decisions
      if (!only) throw new Error(`«${told.words.what}» is not in sight`)
      return { ...seen, decision: only, facts: only.facts }
    }
    for (const heard of told.heard ?? [])
      await as(heard.by, async (tx) => {
        const { facts } = await factsOf(tx)
        const row = { decisionId: id, version, childId: idOf(heard.child), view: heard.view }
        sure(hearChild(facts, version, row.childId), heard.child)
        await decisions.insertChildView(tx, family, { id: randomUUID(), ...row })
        await tell(tx, 'decision.child_heard', { version, child: row.childId, view: heard.view })
      })
    for (const said of told.said ?? [])
      await as(said.by, async (tx) => {
        const { facts, me } = await factsOf(tx)
        const thinks = typeof said.answer === 'object'
        const answer = thinks ? ('think' as const) : (said.answer as 'yes' | 'no')
        const until = typeof said.answer === 'object' ? addDays(today, said.answer.think) : null
        const input = { version, answer, until, how: 'own_screen' as const, giverId: me }
        for (const given of sure(answerDecision(facts, input, { me, isLeader: false, today }), said.by)) {
          const row = { ...given, id: randomUUID() as AnswerId }
          await decisions.insertAnswer(tx, family, { ...row, ...input, giverId: row.giverId, decisionId: id })
          const data = { decision: id, version, answer, how: 'own_screen', giver: row.giverId, person: row.personId }
          await happened(tx, [{ kind: 'decision.answered', subject: row.id, cell: null, data }])
        }
      })
    const { asked, decidedBy } = told
    if (asked)
      await as(asked.by, async (tx) => {
        const { facts } = await factsOf(tx)
        const row = { version, personId: idOf(asked.whom), by: addDays(today, asked.inDays) }
        sure(askForMandate(facts, row, today), asked.whom)
        await insertAsked(tx, family, { id: randomUUID(), decisionId: id, ...row })
        await tell(tx, 'decision.asked', { version, person: row.personId, by: row.by })
      })
    if (decidedBy)
      await as(decidedBy, async (tx, key) => {
        await decisions.lockDecision(tx, id)
        const { facts, me, decision } = await factsOf(tx)
        const { mandateId } = sure(canDecide(facts, me, version), decidedBy)
        const due = await findDue(tx, id)
        if (!due) throw new Error(`${decidedBy} does not see when it falls due`)
        await saveDecided(tx, decision, { me, version, mandateId, due, key })
        await tell(tx, 'decision.decided', { version, mandate: mandateId, amountOre })
      })
    // What has fallen due is done, but for what is told otherwise.
    const days = measure.monthly
      ? dueDays({
          due: today,
          monthly: { from: addMonths(today, measure.monthly[0]), to: addMonths(today, measure.monthly[1]) },
        })
      : [addDays(today, measure.due)]
    for (const [month, due] of days.entries())
      if (decidedBy && due < today)
        await as(decidedBy, (tx, key) => {
          const not = told.notKept?.find((each) => each.month === month)
          const kept = not ? { ...not, newDue: addDays(today, not.newDay) } : ('done' as const)
          return tellKept(tx, key, today, { text: told.words.what, due }, kept)
        })
  }

  async function book(tx: Tx, kind: DecidedEvent['kind'], cell: EntryCell, rows: readonly Entry[]): Promise<void> {
    await insertEntries(tx, family, cell, rows)
    await happened(
      tx,
      rows.map((row) => {
        const data = { kind: row.kind, payer: row.payerId, on: row.onDay, ore: row.ore, minutes: row.minutes }
        return { kind, subject: row.id, cell: null, data }
      }),
    )
  }
}

function realised(row: Partial<Entry> & { payerId: PartyId; onDay: CalendarDay; ore: number }): Entry {
  return {
    id: randomUUID() as EntryId,
    kind: 'realised',
    goalId: null,
    measureId: null,
    decisionId: null,
    minutes: null,
    hourOre: null,
    reverses: null,
    ...row,
  }
}

/** What a rule allows; the seed tells of nothing that would be refused in life. */
function sure<Done>(decided: Decided<Done>, what: string): Done {
  if ('refused' in decided) throw new Error(`${what}: ${decided.refused}`)
  return decided.done
}
