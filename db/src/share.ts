import type { StatuteRule } from '@velferdslab/core/act'
import type { AreaCode } from '@velferdslab/core/areas'
import type { MakeShare } from '@velferdslab/core/commands/share'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { CommandId, PartyId, PersonId, ShareId, ShareItemId } from '@velferdslab/core/ids'
import { sharedWords, type KeptShare, type SharedKind, type ShareableThing, type Shares } from '@velferdslab/core/share'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { ruleOf } from './act.ts'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import { findMembers } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'
import { findServices } from './sharing.ts'

const placeOf = (key: FamilyKey, table: 'share_item' | 'share_reason', row: string): Place => ({
  municipality: key.municipality,
  family: key.family,
  table,
  column: 'sealed',
  row,
})

/**
 * Stores a share with a copy of each thing as it is now. Where a thing lies and about whom it is the database reads from its own row; row security and the
 * guards refuse whatever does not rest on the ground, whatever was asked before.
 */
export async function insertShare(
  tx: Tx,
  key: FamilyKey,
  share: Omit<MakeShare, 'commandId' | 'things'>,
  things: readonly ShareableThing[],
): Promise<void> {
  const ground = {
    consent: share.ground.by === 'consent' ? share.ground.id : null,
    act: share.ground.by === 'act' ? share.ground.id : null,
  }
  await sql`insert into lab.share (municipality_id, id, family_id, actor_id, from_party, to_party, consent_id, act_id)
    values (lab.current_municipality(), ${share.shareId}, ${key.family}, lab.current_person(), ${share.from}, ${share.to}, ${ground.consent}, ${ground.act})`.execute(
    tx,
  )
  for (const thing of things) {
    const id = randomUUID()
    const { sealed } = sealWords(key.key, placeOf(key, 'share_item', id), thing.words)
    await sql`insert into lab.share_item (municipality_id, id, share_id, family_id, kind, item_id, sealed)
      values (lab.current_municipality(), ${id}, ${share.shareId}, ${key.family}, ${thing.kind}, ${thing.id}, ${sealed})`.execute(
      tx,
    )
  }
  const { sealed } = sealWords(key.key, placeOf(key, 'share_reason', share.shareId), { text: share.necessity })
  await sql`insert into lab.share_reason (municipality_id, share_id, family_id, sealed)
    values (lab.current_municipality(), ${share.shareId}, ${key.family}, ${sealed})`.execute(tx)
}

/** What a share by an act leaves in the act's own chain, and in the family's once it is told. @returns the number there; null while it is not told */
export async function tellShare(tx: Tx, share: ShareId, command: CommandId, origin: string): Promise<number | null> {
  const { rows } = await sql<{ seq: number | null }>`
    select lab.tell_share(${share}, ${command}, ${origin}) as seq`.execute(tx)
  return rows[0]?.seq ?? null
}

interface ShareRow {
  id: ShareId
  seen_as: KeptShare['seenAs']
  by: string | null
  from_party: PartyId
  to_party: PartyId
  shared_at: Date
  is_act: boolean
  rule: Parameters<typeof ruleOf>[0] | null
  is_mine: boolean | null
  given_by: string | null
  given_on: CalendarDay | null
  over_on: CalendarDay | null
  reason: Buffer | null
}

interface ItemRow {
  id: ShareItemId
  share_id: ShareId
  kind: SharedKind
  area: AreaCode
  whole: boolean
  persons: PersonId[]
  sealed: Buffer
}

/** What was handed over, as its reader may see it, newest first. Undefined for whoever has nothing to do with the family. */
export async function findShares(tx: Tx, key: FamilyKey): Promise<Shares | undefined> {
  const family = key.family
  const [row, members, services, kept, items, names] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    findServices(tx),
    // Of a yes that the reader may not see, only that there was one: row security leaves its row out of the join.
    sql<ShareRow>`
      select s.id, v.seen_as, p.called_name as by, s.from_party, s.to_party, s.shared_at, s.act_id is not null as is_act,
        (select to_json(r) from lab.act a join lab.statute_rule r on r.municipality_id = a.municipality_id and r.code = a.rule_code and r.valid_from = a.rule_from
          where a.id = s.act_id) as rule,
        c.giver_id = lab.current_person() as is_mine, g.called_name as given_by, (c.valid_from at time zone 'Europe/Oslo')::date as given_on,
        case when c.ended_at <= now() then (c.ended_at at time zone 'Europe/Oslo')::date
          when c.valid_to <= now() then (c.valid_to at time zone 'Europe/Oslo')::date end as over_on, w.sealed as reason
      from lab.share s
      join (select i.share_id, min(array_position(array['giver', 'receiver', 'family'], i.seen_as)) as nearest from lab.my_share_items() i group by 1) n on n.share_id = s.id
      cross join lateral (select (array['giver', 'receiver', 'family'])[n.nearest] as seen_as) v
      left join lab.person p on p.municipality_id = s.municipality_id and p.id = s.actor_id
      left join lab.consent c on c.municipality_id = s.municipality_id and c.id = s.consent_id
      left join lab.person g on g.municipality_id = c.municipality_id and g.id = c.giver_id
      left join lab.share_reason w on w.municipality_id = s.municipality_id and w.share_id = s.id
      where s.family_id = ${family} order by s.shared_at desc, s.id`.execute(tx),
    sql<ItemRow>`
      select i.id, i.share_id, i.kind, i.area, coalesce(a.whole, cardinality(i.persons) > 1 and not exists (
          select 1 from lab.member m where m.family_id = i.family_id and (m.valid_to is null or m.valid_to > now()) and m.person_id <> all (i.persons))) as whole,
        i.persons, i.sealed
      from lab.share_item i left join lab.about a on a.municipality_id = i.municipality_id and a.id = i.about_id
      where i.family_id = ${family} order by i.kind, i.id`.execute(tx),
    sql<{ id: PersonId; name: string }>`select p.id, p.called_name as name from lab.person p`.execute(tx),
  ])
  if (!row) return undefined
  const nameOf = new Map(names.rows.map(({ id, name }) => [id, name]))
  const serviceOf = (party: PartyId) =>
    services.find(({ partyId }) => partyId === party) ?? { partyId: party, name: '', inSentence: '' }
  return {
    family: { id: row.id, name: row.name, onePerson: members.length === 1 },
    today: row.today,
    shares: kept.rows.map((each) => ({
      id: each.id,
      seenAs: each.seen_as,
      by: each.by,
      from: serviceOf(each.from_party),
      to: serviceOf(each.to_party),
      at: each.shared_at.toISOString(),
      ground: each.is_act ? { by: 'act', rule: ruleFound(each.rule) } : yesOf(each),
      things: items.rows
        .filter((item) => item.share_id === each.id)
        .map((item) => ({
          id: item.id,
          kind: item.kind,
          area: item.area,
          about: item.whole ? [] : item.persons.flatMap((person) => nameOf.get(person) ?? []),
          words: sharedWords.parse(openWords(key.key, placeOf(key, 'share_item', item.id), item.sealed).words),
        })),
      necessity: each.reason
        ? (openWords(key.key, placeOf(key, 'share_reason', each.id), each.reason).words as { text: string }).text
        : null,
    })),
  }
}

const ruleFound = (rule: ShareRow['rule']): StatuteRule | null => rule && ruleOf(rule)

const yesOf = (row: ShareRow) => ({
  by: 'consent' as const,
  isMine: row.is_mine ?? false,
  givenBy: row.given_by,
  on: row.given_on,
  overOn: row.over_on,
})
