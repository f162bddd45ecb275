import type { AreaCode } from '@velferdslab/core/areas'
import { dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { ActId, ConsentId, FamilyId, PartyId, PersonId, PromiseId } from '@velferdslab/core/ids'
import { whyNotShared } from '@velferdslab/core/share-rules'
import type { SharedWords, ShareableThing, Sharing, StandingGround } from '@velferdslab/core/share'
import { sql } from 'kysely'
import { ruleOf } from './act.ts'
import { findNotes } from './cloth.ts'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { findMembers } from './people.ts'
import { findPlan } from './plan.ts'
import { openPromise } from './promise.ts'

/** What somebody at the table can hand over, and on what. Undefined for everybody who sits for no service there. */
export async function findSharing(tx: Tx, family: FamilyId, key: FamilyKey): Promise<Sharing | undefined> {
  const [row, mine, grounds, services] = await Promise.all([
    findFamily(tx, family),
    sql<{ id: PartyId }>`select m as id from lab.my_sharing(${family}) m`.execute(tx),
    findGrounds(tx, family),
    findServices(tx),
  ])
  if (!row || mine.rows.length === 0) return undefined
  const things = await findThings(tx, family, key)
  const known = (ids: ReadonlySet<PartyId>) => services.filter(({ partyId }) => ids.has(partyId))
  return {
    family: { id: row.id, name: row.name },
    today: row.today,
    mine: known(new Set(mine.rows.map(({ id }) => id))),
    services: known(new Set(grounds.map(({ to }) => to))),
    things: things.map((thing) => ({ ...thing, notShared: whyNotShared(thing, grounds) })),
    grounds,
  }
}

export async function findServices(tx: Tx) {
  const { rows } = await sql<{ partyId: PartyId; name: string; inSentence: string }>`
    select p.id as "partyId", p.name, p.in_sentence as "inSentence" from lab.party p where p.kind <> 'private' order by p.position, p.id`.execute(
    tx,
  )
  return rows
}

interface GroundRow {
  from_party: PartyId
  to_party: PartyId
  consent_id: ConsentId | null
  act_id: ActId | null
  since: CalendarDay
  covers: { personId: PersonId; area: AreaCode }[]
  rule: Parameters<typeof ruleOf>[0] | null
}

async function findGrounds(tx: Tx, family: FamilyId): Promise<StandingGround[]> {
  const { rows } = await sql<GroundRow>`
    select g.from_party, g.to_party, g.consent_id, g.act_id, g.since,
      json_agg(json_build_object('personId', g.person_id, 'area', g.area) order by g.person_id, g.area) as covers,
      (select to_json(r) from lab.act a join lab.statute_rule r on r.municipality_id = a.municipality_id and r.code = a.rule_code and r.valid_from = a.rule_from
        where a.id = g.act_id) as rule
    from lab.my_share_grounds(${family}) g group by g.from_party, g.to_party, g.consent_id, g.act_id, g.since
    order by g.since desc, g.consent_id, g.act_id, g.to_party`.execute(tx)
  return rows.map((row) => ({
    ground: row.consent_id ? { by: 'consent', id: row.consent_id } : { by: 'act', id: row.act_id as ActId },
    from: row.from_party,
    to: row.to_party,
    since: row.since,
    rule: row.rule && ruleOf(row.rule),
    covers: row.covers,
  }))
}

const nothingMore: Omit<SharedWords, 'text'> = {
  why: null,
  ground: null,
  who: null,
  due: null,
  on: null,
  corrections: [],
}

/** Everything at the table in the signed-in person's sight that can be handed over at all, in the order of the plan: never what is somebody's own. */
export async function findThings(tx: Tx, family: FamilyId, key: FamilyKey): Promise<ShareableThing[]> {
  const [notes, plan, promises, sets, members, named] = await Promise.all([
    findNotes(tx, family, key),
    findPlan(tx, family, key),
    sql<{
      id: PromiseId
      about_id: string
      area: AreaCode
      due: CalendarDay
      party_id: PartyId | null
      sealed: Buffer
      who: string | null
    }>`
      select p.id, p.about_id, p.area, p.due, p.party_id, p.sealed, coalesce(y.name, w.called_name) as who from lab.promise p
      left join lab.party y on y.id = p.party_id left join lab.person w on w.id = p.person_id
      where p.family_id = ${family} and p.cut_on is null order by p.due, p.id`.execute(tx),
    sql<{ about_id: string; person_id: PersonId; whole: boolean }>`
      select p.about_id, p.person_id, coalesce(a.whole, false) as whole from lab.my_share_persons(${family}) p left join lab.about a on a.id = p.about_id
      order by p.person_id`.execute(tx),
    findMembers(tx, family),
    sql<{ id: PersonId; name: string }>`select p.id, p.called_name as name from lab.person p`.execute(tx),
  ])
  const names = new Map(
    [...named.rows, ...members.map((each) => ({ id: each.id as PersonId, name: each.called_name }))].map(
      ({ id, name }) => [id, name],
    ),
  )
  const nameOf = (id: PersonId) => names.get(id) ?? null
  const wholes = new Set(sets.rows.filter(({ whole }) => whole).map(({ about_id }) => about_id))
  const about = (id: string) => {
    const persons = sets.rows.filter((each) => each.about_id === id).map(({ person_id }) => person_id)
    return { persons, about: wholes.has(id) ? [] : persons.flatMap((person) => nameOf(person) ?? []) }
  }
  const partyName = (id: PartyId) => plan?.parties.find((each) => each.id === id)?.name ?? null
  return [
    ...notes
      .filter((note) => note.privacy === 'table' && !note.voided)
      .map((note) => ({
        kind: 'note' as const,
        id: note.id,
        area: note.area,
        ...about(note.about.id),
        partyId: null,
        words: {
          ...nothingMore,
          text: note.words.text,
          who: nameOf(note.author),
          due: note.due,
          corrections: note.corrections.map((each) => each.text),
        },
      })),
    ...(plan?.goals ?? [])
      .filter((goal) => !goal.thread?.voided)
      .map((goal) => ({
        kind: 'goal' as const,
        id: goal.id,
        area: goal.area,
        ...about(goal.about.id),
        partyId: null,
        words: { ...nothingMore, text: goal.words.text },
      })),
    ...(plan?.measures ?? [])
      .filter((measure) => measure.stoppedOn === null)
      .map((measure) => ({
        kind: 'measure' as const,
        id: measure.id,
        area: measure.area,
        ...about(measure.about.id),
        partyId: null,
        words: {
          ...nothingMore,
          text: measure.words.text,
          who:
            measure.words.who ??
            (measure.doer.is === 'party'
              ? partyName(measure.doer.partyId)
              : measure.doer.is === 'member'
                ? nameOf(measure.doer.personId)
                : null),
          due: measure.due,
        },
      })),
    ...(plan?.decisions ?? []).flatMap((decision) =>
      decision.decided
        ? [
            {
              kind: 'decision' as const,
              id: decision.id,
              area: decision.area,
              ...about(decision.about.id),
              partyId: decision.partyId,
              words: {
                ...nothingMore,
                text: decision.words.what,
                why: decision.words.why ?? null,
                ground: decision.words.ground ?? null,
                who: partyName(decision.partyId),
                on: dayInOslo(new Date(decision.decided.at)),
              },
            },
          ]
        : [],
    ),
    ...promises.rows.map((promise) => {
      const words = openPromise(key, promise.id, promise.sealed)
      return {
        kind: 'promise' as const,
        id: promise.id,
        area: promise.area,
        ...about(promise.about_id),
        partyId: promise.party_id,
        words: { ...nothingMore, text: words.text, who: words.who ?? promise.who, due: promise.due },
      }
    }),
  ]
}
