import { columnsOf, hashOf, itemColumns, shareColumns } from './ask.ts'
import { municipalityOf, type World } from './world.ts'

/** Of a world, the rows of a life, what stands beside them, and who has read them. */
export function rowTablesOf(world: World): [string, Record<string, unknown>[]][] {
  const ofFamily = (family: World['facts']['families'][number]['id']) => municipalityOf(world, family)
  return [
    [
      'note',
      world.notes.map((row) => ({
        ...columnsOf(world, row),
        bright: false,
        version: 1,
        created_at: world.now,
        changed_at: world.now,
      })),
    ],
    [
      'note_void',
      world.notes
        .filter((row) => row.voided)
        .map((row) => ({
          municipality_id: ofFamily(row.family),
          note_id: row.id,
          family_id: row.family,
          reason: 'wrong_words',
          voided_by: row.author,
          voided_at: world.now,
        })),
    ],
    [
      'correction',
      world.notes
        .filter((row) => row.corrected)
        .map((row) => ({
          municipality_id: ofFamily(row.family),
          id: row.id,
          family_id: row.family,
          note_id: row.id,
          // By nobody who is asked about, and of no version that is: a correction of one's own stops no other.
          note_version: 2,
          person_id: row.author,
          sealed: '\\x00',
          at: world.now,
        })),
    ],
    ['draft', world.drafts.map((row) => columnsOf(world, row))],
    ['promise', world.promises.map((row) => ({ ...columnsOf(world, row), created_at: world.now }))],
    [
      'task_link',
      world.links.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.family,
        promise_id: each.promise.id,
        name: 'Hjelper',
        code_hash: hashOf(each.id),
        sealed: '\\x00',
        declaration_required: true,
        given_by: each.helper,
        given_at: world.now,
        ends_at: each.endsAt,
        person_id: each.helper,
        opened_at: world.now,
        declared_at: each.declaredAt,
        ended_at: each.endedAt,
        ended_by: each.endedAt && each.helper,
      })),
    ],
    [
      'legal_hold',
      world.holds.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.person === null ? each.family : null,
        person_id: each.person,
        because: 'investigation',
        told: each.told,
        placed_by: each.placedBy,
        placed_at: world.now,
      })),
    ],
    ['share', sharesOf(world).map((each) => shareColumns(world, each))],
    ['share_item', sharesOf(world).map((each) => itemColumns(world, each))],
    [
      'share_reason',
      sharesOf(world).map((each) => ({
        municipality_id: ofFamily(each.family),
        share_id: each.id,
        family_id: each.family,
        sealed: '\\x00',
      })),
    ],
    [
      'self_referral',
      world.sheets.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        code_hash: `\\x${each.id.replaceAll('-', '')}`,
        wrapped: each.takenBack ? null : '\\x00',
        sealed: each.takenBack ? null : '\\x00',
        received_at: world.now,
        taken_back_at: each.takenBack ? world.now : null,
      })),
    ],
    [
      'opening',
      world.openings.map((each) => ({
        municipality_id: ofFamily(each.family),
        id: each.id,
        family_id: each.family,
        person_id: each.reader,
        page: 'cloth',
        purpose: 'make_and_follow_plan',
        ground: each.byUntoldAct ? 'exception' : 'consent',
        bare: each.cells.length === 0,
        request_id: each.id,
        from_at: world.now,
        to_at: world.now,
      })),
    ],
    [
      'opening_cell',
      world.openings.flatMap((each) =>
        [...new Map(each.cells.map((cell) => [`${cell.aboutId} ${cell.area} ${cell.privacy}`, cell])).values()].map(
          (cell) => ({
            municipality_id: ofFamily(each.family),
            opening_id: each.id,
            family_id: each.family,
            about_id: cell.aboutId,
            area: cell.area,
            privacy: cell.privacy,
          }),
        ),
      ),
    ],
  ]
}

/** What was handed over on a ground that stands in the world: where grounds are left out, so is what rests on them. */
function sharesOf({ shares, facts }: World) {
  const there = new Set([...facts.consents, ...facts.acts].map(({ id }) => id))
  return shares.filter(({ ground }) => there.has(ground.id))
}
