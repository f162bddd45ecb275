import { addDays, startOfDayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, GoalId, MeasureId, PersonId, PlanVersionId } from '@velferdslab/core/ids'
import type { Doer } from '@velferdslab/core/plan'
import { makeGoal } from '@velferdslab/core/plan-rules'
import { signPlan } from '@velferdslab/core/signing-rules'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { asPerson, type Session } from '../src/as-person.ts'
import { findCell, findNotes } from '../src/cloth.ts'
import { appendEvents } from '../src/command.ts'
import type { Pool, Tx } from '../src/connect.ts'
import { findFamilyKey } from '../src/family-key.ts'
import type { KeyRing } from '../src/key-ring.ts'
import { findSourceNote, insertGoal, insertMeasure, sealGoal, sealMeasure } from '../src/plan.ts'
import { drawVersion } from '../src/signing-draw.ts'
import { mineOf } from '../src/signing-view.ts'
import {
  findVersions,
  insertSignature,
  insertVersion,
  sealDrawing,
  sealVersion,
  type SetPaper,
} from '../src/signing.ts'
import type { SeedSignedPlan } from './fjordvik-promises.ts'
import type { Fjordvik } from './fjordvik.ts'
import { tellKept } from './tell-promise.ts'

interface Telling {
  readonly pool: Pool
  readonly ring: KeyRing
  readonly today: CalendarDay
  readonly town: Fjordvik
  readonly sessions: Record<string, Session>
  readonly family: FamilyId
  readonly told: SeedSignedPlan
}

/** A family's plan, its signatures and its promises, each as themselves: through the same rules and row security as in life. */
export async function tellSigning(telling: Telling, setPaper: SetPaper | undefined): Promise<void> {
  await tellGoals(telling)
  // Only the server can set paper; without it nobody can have signed.
  if (!setPaper) return
  const { today, told } = telling
  const versionId = randomUUID() as PlanVersionId
  await as(telling, telling.told.signers[0]?.persona ?? '', async (tx) => {
    const key = await getKey(telling, tx)
    const draft = await drawVersion(tx, telling.family, key, addDays(today, told.evaluateIn))
    if (!draft) throw new Error('nobody can put this plan up')
    // It was put up some weeks ago, and so it says.
    const head = { ...draft.head, madeOn: addDays(today, told.signed) }
    const version = await sealVersion(key, versionId, { ...draft, head }, setPaper)
    await insertVersion(tx, telling.family, version)
    const data = { number: 1, content: version.contentSha256 }
    await appendEvents(
      tx,
      telling.family,
      [{ kind: 'plan.put_up', subject: versionId, cell: null, data }],
      null,
      'seed',
    )
  })
  for (const signer of told.signers) await as(telling, signer.persona, (tx) => sign(telling, tx, versionId, signer))
  for (const goal of told.goals)
    for (const measure of goal.measures)
      if (measure.done !== undefined && measure.doneBy)
        await as(telling, measure.doneBy, async (tx) => {
          const promised = { text: measure.text, due: addDays(today, measure.due) }
          await tellKept(tx, await getKey(telling, tx), today, promised, 'done')
        })
}

const as = <Result>({ pool, sessions, family }: Telling, persona: string, work: (tx: Tx) => Promise<Result>) =>
  asPerson(pool, sessions[persona] as Session, family, work)

async function getKey({ ring, family }: Telling, tx: Tx) {
  const key = await findFamilyKey(tx, ring, family)
  if (!key) throw new Error('the seed cannot open a family it lays')
  return key
}

async function tellGoals(telling: Telling): Promise<void> {
  const { family, town, today } = telling
  const whom = { persons: [town.persons[telling.told.signers[0]?.persona ?? ''] as PersonId] }
  for (const goal of telling.told.goals)
    await as(telling, goal.by, async (tx) => {
      const key = await getKey(telling, tx)
      const note = (await findNotes(tx, family, key)).find(({ words }) => words.text.startsWith(goal.from))
      const cell = await findCell(tx, family, { about: whom, area: goal.area, privacy: 'table' })
      const source = note && (await findSourceNote(tx, family, note.id))
      if (!source || !cell) throw new Error(`${goal.by} cannot make «${goal.text}»`)
      const decided = makeGoal(
        source,
        { aboutId: cell.aboutId, area: goal.area },
        cell,
        town.persons[goal.by] as PersonId,
      )
      if ('refused' in decided) throw new Error(`${goal.by}: ${decided.refused} «${goal.text}»`)
      const id = randomUUID() as GoalId
      const words = sealGoal(key, id, { text: goal.text })
      const place = { about: cell.aboutId, area: goal.area, privacy: 'table' }
      await insertGoal(tx, family, {
        id,
        ...decided.done,
        term: goal.term,
        area: goal.area,
        aboutId: cell.aboutId,
        sealed: words.sealed,
      })
      const made = { term: goal.term, saidBy: decided.done.saidBy, proof: words.proof }
      await appendEvents(tx, family, [{ kind: 'goal.made', subject: id, cell: place, data: made }], null, 'seed')
      for (const measure of goal.measures) {
        const measureId = randomUUID() as MeasureId
        const doer: Doer =
          'party' in measure.doer
            ? { is: 'party', partyId: town.parties[measure.doer.party] }
            : 'member' in measure.doer
              ? { is: 'member', personId: town.persons[measure.doer.member] as PersonId }
              : { is: 'named' }
        const sealed = sealMeasure(key, measureId, {
          text: measure.text,
          ...('who' in measure.doer ? { who: measure.doer.who } : {}),
        })
        const due = addDays(today, measure.due)
        await insertMeasure(tx, family, {
          id: measureId,
          goalId: id,
          area: goal.area,
          aboutId: cell.aboutId,
          doer,
          due,
          monthly: null,
          costs: (measure.costs ?? []).map(({ party, kroner }) => ({
            partyId: town.parties[party],
            ore: kroner * 100,
          })),
          estimatedOre: null,
          sealed: sealed.sealed,
        })
        const data = { goal: id, doer: doer.is, due, proof: sealed.proof }
        await appendEvents(tx, family, [{ kind: 'measure.added', subject: measureId, cell: place, data }], null, 'seed')
      }
    })
}

async function sign(
  telling: Telling,
  tx: Tx,
  versionId: PlanVersionId,
  signer: SeedSignedPlan['signers'][number],
): Promise<void> {
  const key = await getKey(telling, tx)
  const { me, versions } = await findVersions(tx, telling.family, key, versionId)
  const version = versions[0]
  if (!version) throw new Error(`${signer.persona} cannot see the plan`)
  const { row, missing } = version
  const mine = mineOf(version, me)
  const read = { contentSha256: row.content_sha256, paperSha256: mine.paperSha256 ?? '' }
  const decided = signPlan(
    { contentSha256: row.content_sha256, mine, inForceAt: null, isVoid: row.voided !== null, missing },
    read,
    me,
  )
  if ('refused' in decided) throw new Error(`${signer.persona}: ${decided.refused}`)
  const drawn = signer.drawing ? sealDrawing(key, versionId, me, signer.drawing) : null
  await insertSignature(tx, telling.family, { versionId, ...read, drawn })
  const data = { content: read.contentSha256, paper: read.paperSha256, how: drawn ? 'drawn' : 'button' }
  await appendEvents(tx, telling.family, [{ kind: 'plan.signed', subject: versionId, cell: null, data }], null, 'seed')
  if (decided.done.inForce)
    await appendEvents(
      tx,
      telling.family,
      [{ kind: 'plan.in_force', subject: versionId, cell: null, data: { number: row.number } }],
      null,
      'seed',
    )
}

/**
 * What was signed and done today was so some weeks ago: the owner, who lays the demo before the server listens, puts the days back. The
 * chain of events keeps the day it was written.
 */
export async function putDaysBack(tx: Tx, family: FamilyId, told: SeedSignedPlan, today: CalendarDay): Promise<void> {
  const at = (days: number) => new Date(startOfDayInOslo(addDays(today, days)).getTime() + 10 * 3_600_000)
  const signed = at(told.signed)
  await sql`update lab.plan_version set made_at = ${signed} where family_id = ${family}`.execute(tx)
  await sql`update lab.plan_signature set signed_at = ${signed} where family_id = ${family}`.execute(tx)
  await sql`update lab.plan_in_force set at = ${signed} where family_id = ${family}`.execute(tx)
  await sql`update lab.promise set awake_at = ${signed}
    where family_id = ${family} and version_id is not null and awake_at is not null`.execute(tx)
  for (const { due, done } of told.goals.flatMap((goal) => goal.measures))
    if (done !== undefined)
      await sql`update lab.promise_answer a set at = ${at(done)} from lab.promise p
        where p.id = a.promise_id and p.family_id = ${family} and p.due = ${addDays(today, due)}`.execute(tx)
}
