import type { CalendarDay } from '@velferdslab/core/dates'
import type { Phase } from '@velferdslab/core/family'
import type { FamilyId, PhaseMoveId } from '@velferdslab/core/ids'
import { nextPhases, type FamilyPhase } from '@velferdslab/core/phase'
import type { PhaseFacts } from '@velferdslab/core/phase-rules'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { findMembers } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

function placeOf(key: FamilyKey, row: string): Place {
  return { municipality: key.municipality, family: key.family, table: 'phase_move', column: 'sealed', row }
}

interface MoveRow {
  id: PhaseMoveId
  from_phase: Phase
  to_phase: Phase
  sealed: Buffer
  by: string
  asked_on: CalendarDay
  outcome: 'moved' | 'no' | 'replaced' | null
  settled_on: CalendarDay | null
  mine: 'yes' | 'no' | null
  waits_for: string[]
}

/** The phase and what is asked about it, as far as the reader may know; undefined for whoever may not open the family. */
async function findStanding(tx: Tx, family: FamilyId) {
  const [row, voice, moves] = await Promise.all([
    findFamily(tx, family),
    sql<{ speaks: boolean }>`select v.speaks from lab.my_voice() v where v.family_id = ${family}`.execute(tx),
    sql<MoveRow>`
      select m.id, m.from_phase, m.to_phase, m.sealed, coalesce(p.called_name, '') as by, (m.asked_at at time zone 'Europe/Oslo')::date as asked_on,
        m.outcome, (m.settled_at at time zone 'Europe/Oslo')::date as settled_on,
        (select a.answer from lab.phase_answer a where a.move_id = m.id and a.person_id = lab.current_person()
          order by a.answered_at desc, a.id limit 1) as mine,
        array(select lab.phase_waits_for(m.id)) as waits_for
      from lab.phase_move m left join lab.person p on p.id = m.asked_by
      where m.family_id = ${family} order by m.asked_at, m.id`.execute(tx),
  ])
  if (!row) return undefined
  const speaks = voice.rows[0]?.speaks ?? false
  const asked = moves.rows.find(({ outcome }) => outcome === null)
  return { row, speaks, leads: row.ways.includes('leader'), moves: moves.rows, asked }
}

/** What the rules need. */
export async function loadPhaseFacts(tx: Tx, family: FamilyId): Promise<PhaseFacts | undefined> {
  const standing = await findStanding(tx, family)
  if (!standing) return undefined
  const { row, speaks, leads, asked } = standing
  return {
    phase: row.phase,
    leads,
    speaks,
    asked: asked
      ? { id: asked.id, to: asked.to_phase, mine: asked.mine, waitsFor: speaks ? asked.waits_for.length : null }
      : null,
  }
}

export async function findPhase(tx: Tx, family: FamilyId, key: FamilyKey): Promise<FamilyPhase | undefined> {
  const [standing, members] = await Promise.all([findStanding(tx, family), findMembers(tx, family)])
  if (!standing) return undefined
  const { row, speaks, leads, asked, moves } = standing
  const last = moves.findLast(({ outcome }) => outcome !== 'replaced')
  return {
    family: { id: row.id, name: row.name, onePerson: members.length === 1 },
    today: row.today,
    phase: row.phase,
    mayAsk: leads ? [...nextPhases[row.phase]] : [],
    speaks,
    asked: asked
      ? {
          id: asked.id,
          from: asked.from_phase,
          to: asked.to_phase,
          why: String(openWords(key.key, placeOf(key, asked.id), asked.sealed).words),
          by: asked.by,
          on: asked.asked_on,
          mine: asked.mine,
          waitsFor: speaks ? asked.waits_for : null,
        }
      : null,
    notNow: last?.outcome === 'no' && last.settled_on ? { to: last.to_phase, on: last.settled_on } : null,
    moved: moves.flatMap(({ outcome, to_phase: to, settled_on: on }) =>
      outcome === 'moved' && on ? [{ to, on }] : [],
    ),
  }
}

export async function insertPhaseMove(
  tx: Tx,
  key: FamilyKey,
  move: { readonly id: PhaseMoveId; readonly from: Phase; readonly to: Phase; readonly why: string },
): Promise<void> {
  const { sealed } = sealWords(key.key, placeOf(key, move.id), move.why)
  await sql`insert into lab.phase_move (municipality_id, id, family_id, from_phase, to_phase, sealed, asked_by)
    values (lab.current_municipality(), ${move.id}, ${key.family}, ${move.from}, ${move.to}, ${sealed}, lab.current_person())`.execute(
    tx,
  )
}

/** The database settles what comes of it (lab.settle_phase_move). */
export async function insertPhaseAnswer(
  tx: Tx,
  family: FamilyId,
  move: PhaseMoveId,
  answer: 'yes' | 'no',
): Promise<void> {
  await sql`insert into lab.phase_answer (municipality_id, id, move_id, family_id, person_id, answer)
    values (lab.current_municipality(), ${randomUUID()}, ${move}, ${family}, lab.current_person(), ${answer})`.execute(
    tx,
  )
}
