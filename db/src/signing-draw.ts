import type { Note } from '@velferdslab/core/cloth'
import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { AboutId, FamilyId, MeasureId, PartyId, PersonId, PlanLineId } from '@velferdslab/core/ids'
import { dueDays } from '@velferdslab/core/ledger-rules'
import type { Measure } from '@velferdslab/core/plan'
import { voices, type HeadWords } from '@velferdslab/core/signing'
import {
  canonical,
  drawLines,
  findSigners,
  isBinding,
  type DrawnLine,
  type Signer,
  type Voice,
} from '@velferdslab/core/signing-rules'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { findNotes } from './cloth.ts'
import type { Tx } from './connect.ts'
import type { FamilyKey } from './family-key.ts'
import { findMembers, findSeats } from './people.ts'
import { findPlan } from './plan.ts'

export interface DraftLine extends DrawnLine {
  readonly id: PlanLineId
  readonly binding: boolean
  readonly readers: ReadonlySet<PersonId>
}

/** A promise that sleeps until the version is in force. */
export interface DraftPromise {
  readonly measureId: MeasureId
  readonly due: CalendarDay
  readonly doer: Measure['doer']
  readonly aboutId: AboutId
  readonly area: string
  readonly words: Measure['words']
}

/** A version of the plan before it is sealed: what the signed-in person may see, and who is to sign it. */
export interface DraftVersion {
  readonly who: { readonly isLeader: boolean; readonly isGrownMember: boolean }
  readonly head: HeadWords
  readonly lines: readonly DraftLine[]
  readonly signers: readonly Signer[]
  readonly promises: readonly DraftPromise[]
  /** Of everything in it but its ids, to see whether the plan has changed meanwhile. */
  readonly fingerprint: string
}

/** Draws up the plan as it stands; undefined for whoever may not open the family. */
export async function drawVersion(
  tx: Tx,
  family: FamilyId,
  key: FamilyKey,
  evaluateOn: CalendarDay | null,
): Promise<DraftVersion | undefined> {
  const [plan, members, seats, notes, inForce] = await Promise.all([
    findPlan(tx, family, key),
    findMembers(tx, family),
    findSeats(tx, family),
    findNotes(tx, family, key),
    sql<{ count: number }>`select count(*) as count from lab.plan_in_force f where f.family_id = ${family}`.execute(tx),
  ])
  // A service that keeps only its own decisions draws up nobody's plan.
  if (!plan || plan.family.name === null) return undefined
  const sitting = seats.filter((seat) => seat.active)
  const drawn = drawLines(
    plan,
    voicesIn(notes, new Map(plan.members.map(({ id, calledName }) => [id, calledName]))),
    (at) => dayInOslo(new Date(at)),
  )
  const people = [...members, ...sitting].map((person) => person.id as PersonId)
  const readers = await findReaders(tx, family, drawn, people)
  const readersOf = (line: DrawnLine) => readers.get(cellOf(line)) ?? new Set<PersonId>()
  const { signers, lines } = findSigners(
    drawn,
    {
      members: members.map((member) => ({
        personId: member.id as PersonId,
        age: member.age,
        takesPart: member.takes_part && drawn.some((line) => readersOf(line).has(member.id as PersonId)),
      })),
      seats: sitting.map((seat) => ({
        personId: seat.id as PersonId,
        partyId: seat.party_id as PartyId,
        isLeader: seat.role === 'leader',
      })),
    },
    (line, person) => readersOf(line).has(person),
  )
  const names = new Map<string, string>([...members, ...sitting].map((person) => [person.id, person.name]))
  const services = new Map<string, string>(sitting.map((seat) => [seat.party_id, seat.service]))
  const me = members.find((member) => member.me)
  const mySeat = sitting.find((seat) => seat.me && seat.role === 'leader')
  const head: HeadWords = {
    family: plan.family.name,
    onePerson: plan.family.onePerson,
    number: (inForce.rows[0]?.count ?? 0) + 1,
    madeBy: me?.name ?? mySeat?.name ?? '',
    madeOn: plan.today,
    evaluateOn,
    members: members.map((member) => member.name),
    leader: sitting.find((seat) => seat.role === 'leader')?.name ?? null,
    table: sitting.filter((seat) => seat.role !== 'leader').map(({ name, service }) => ({ name, service })),
    signers: signers.map((signer) => ({
      name: names.get(signer.personId) ?? '',
      as: signer.as,
      service: signer.partyId ? (services.get(signer.partyId) ?? null) : null,
    })),
  }
  const kept = new Set(lines.filter((line) => line.words.kind === 'measure').map((line) => line.words.id))
  return {
    who: { isLeader: mySeat !== undefined, isGrownMember: me !== undefined && me.takes_part && (me.age ?? 0) >= 18 },
    head,
    signers,
    lines: lines.map((line) => ({
      ...line,
      id: randomUUID() as PlanLineId,
      binding: isBinding(line),
      readers: readersOf(line),
    })),
    promises: plan.measures.filter((measure) => kept.has(measure.id)).flatMap(promisesOf),
    fingerprint: canonical({ head, signers, lines: lines.map(({ words, aboutId }) => ({ words, aboutId })) }),
  }
}

function promisesOf(measure: Measure): DraftPromise[] {
  const { id, doer, area, words } = measure
  return dueDays(measure)
    .filter((due) => measure.stoppedOn === null || due <= measure.stoppedOn)
    .map((due) => ({ measureId: id, due, doer, aboutId: measure.about.id, area, words }))
}

/** Notes that speak for people in the plan: what they have laid on the table, never what is somebody's own. */
function voicesIn(notes: readonly Note[], called: ReadonlyMap<string, string>): Voice[] {
  return notes.flatMap((note) => {
    const of = voices.find((voice) => voice === note.cell)
    // Only what members of the family said of themselves.
    const by = called.get(note.author)
    // Nor what no longer counts, or what somebody it is about does not agree with: a paper that all sign says neither.
    if (note.voided || note.corrections.length > 0) return []
    if (!of || !by || note.privacy !== 'table') return []
    return [{ id: note.id, of, area: note.area, about: note.about, text: note.words.text, by }]
  })
}

const cellOf = (line: DrawnLine) => `${line.aboutId} ${line.words.area}`

/** Who of some people may read each cell: the database's own rule, asked once for all. */
async function findReaders(
  tx: Tx,
  family: FamilyId,
  lines: readonly DrawnLine[],
  people: readonly PersonId[],
): Promise<Map<string, ReadonlySet<PersonId>>> {
  const cells = [...new Map(lines.map((line) => [cellOf(line), line])).values()]
  const { rows } = await sql<{ about_id: string; area: string; readers: PersonId[] }>`
    select c.about_id, c.area, array(select lab.audience(${family}, c.about_id, c.area, 'table', ${people}::uuid[])) as readers
    from unnest(${cells.map((line) => line.aboutId)}::uuid[], ${cells.map((line) => line.words.area)}::text[]) as c (about_id, area)`.execute(
    tx,
  )
  return new Map(rows.map((row) => [`${row.about_id} ${row.area}`, new Set(row.readers)]))
}
