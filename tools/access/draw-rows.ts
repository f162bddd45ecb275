import type { About, Place } from '@velferdslab/core/access/facts'
import { areaCells, cellCodes, isAreaCell, type CellCode, type Privacy } from '@velferdslab/core/cloth'
import type { AreaCode } from '@velferdslab/core/areas'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import type { Dice } from './dice.ts'
import { drawPerson, type Drawing, type Household } from './drawing.ts'
import type {
  StoredAbout,
  StoredHold,
  StoredLink,
  StoredOpening,
  StoredReport,
  StoredSheet,
  StoredSoleConsent,
  StoredWhereabouts,
  World,
} from './world.ts'

/** The sets of people rows are about, then notes, drafts and promises in them, and who has read. */
export function drawRows(drawing: Drawing, household: Household): void {
  const { world, dice, clock } = drawing
  const abouts = drawAbouts(drawing, household)
  const placed = () => drawPlace(dice, dice.pick(abouts), household.town.areas)
  // Half of the rows are written by whom the family is, the rest by anybody around it.
  const writer = () =>
    dice.chance(0.3) ? dice.pick([...household.adults, ...household.children]) : dice.pick(household.tied)

  for (let number = 0; number < 40; number++) {
    const place = placed()
    const author = writer()
    world.notes.push({
      ...place,
      is: 'note',
      id: dice.uuid(),
      cell: drawCell(dice, place.area),
      author,
      writtenBy: dice.chance(0.7) ? author : writer(),
      hasWords: dice.chance(0.96),
      voided: dice.chance(0.25),
      corrected: dice.chance(0.25),
    })
  }
  for (let number = 0; number < 40; number++) {
    const changedAt = new Date(clock.now.getTime() - drawRest(dice))
    world.drafts.push({ ...placed(), is: 'draft', id: dice.uuid(), writer: writer(), changedAt })
  }
  for (let number = 0; number < 20; number++) {
    const boundUntil = dice.chance(0.3) ? null : dice.chance(0.6) ? clock.ahead() : clock.past()
    const party = dice.pick(household.parties)
    const author = dice.pick(household.tied)
    world.promises.push({ ...placed(), privacy: 'table', is: 'promise', id: dice.uuid(), party, author, boundUntil })
  }
  drawLinks(drawing, household)
  for (let number = 0; number < 20; number++) {
    // One in six showed nobody's life; few were read by an act.
    const cells = dice.chance(0.17) ? [] : Array.from({ length: dice.chance(0.7) ? 1 : 3 }, placed)
    const reader = dice.pick(household.tied)
    const byUntoldAct = dice.chance(0.15)
    world.openings.push({ is: 'opening', id: dice.uuid(), family: household.id, reader, cells, byUntoldAct })
  }
  for (let number = 0; number < 6; number++)
    world.holds.push({
      is: 'hold',
      id: dice.uuid(),
      family: household.id,
      person: dice.chance(0.5) ? null : dice.pick([...household.adults, ...household.children]),
      told: dice.chance(0.6),
      placedBy: dice.pick(household.tied),
    })
  for (let number = 0; number < 2; number++) {
    const takenBack = dice.chance(0.3)
    const municipality = household.town.id
    world.sheets.push({ id: dice.uuid(), family: household.id, municipality, waits: !takenBack, takenBack })
  }
}

/** Links to some of the promises, each opened by somebody of no family and no party. */
function drawLinks(drawing: Drawing, household: Household): void {
  const { world, dice, clock } = drawing
  const { id: family, town } = household
  for (const [number, promise] of world.promises
    .filter((each) => each.family === family)
    .slice(0, 6)
    .entries()) {
    const helper = drawPerson(drawing, town, `helper-${world.names.get(family)}-${number}`, 'helper')
    world.tiedTo.get(helper)?.push(family)
    world.links.push({
      id: dice.uuid(),
      family,
      promise,
      helper,
      declaredAt: dice.chance(0.8) ? clock.past() : null,
      endsAt: dice.chance(0.75) ? clock.ahead() : dice.chance(0.5) ? clock.now : clock.past(),
      endedAt: dice.chance(0.2) ? clock.past() : null,
    })
  }
}

function drawAbouts({ world, dice }: Drawing, household: Household): StoredAbout[] {
  const everybody = [...household.adults, ...household.children]
  const sets: PersonId[][] = [[], ...everybody.map((person) => [person])]
  for (let number = 0; number < 3; number++) {
    const several = dice.shuffled(everybody).slice(0, 2 + dice.below(2))
    if (several.length > 1) sets.push(several)
  }
  const unique = new Map(sets.map((persons) => [persons.toSorted().join(), persons.toSorted()]))
  const abouts = [...unique.values()].map((persons) => ({
    id: dice.uuid(),
    family: household.id,
    whole: persons.length === 0,
    persons,
  }))
  world.abouts.push(...abouts)
  return abouts
}

/** A place for a row about somebody. `own` and `child` about several is a mistake the rule must survive: one in twenty. */
export function drawPlace(dice: Dice, stored: StoredAbout, areas: readonly AreaCode[]): Place & { aboutId: string } {
  const { id: aboutId, ...about } = stored
  const mayBePrivate = isSingle(about) || dice.chance(0.05)
  const privacy: Privacy = mayBePrivate ? dice.pick(['table', 'table', 'own', 'child']) : 'table'
  return { family: about.family, aboutId, about, area: dice.pick(areas), privacy }
}

export function drawCell(dice: Dice, area: AreaCode): CellCode {
  return dice.pick(area === 'common' ? cellCodes.filter((cell) => !isAreaCell(cell)) : areaCells)
}

/** How long a draft has rested: mostly far from the thirty seconds it is held for, often exactly at them. */
function drawRest(dice: Dice): number {
  const way = dice.below(10)
  if (way < 4) return dice.below(25_000)
  return way < 6 ? 30_000 + dice.pick([-1, 0, 0, 1]) : 33_000 + dice.below(600_000)
}

function isSingle(about: About): boolean {
  return !about.whole && about.persons.length === 1
}

/** A place in a family; when the answer is to be no, sometimes with a set of persons that belongs to another family of theirs. */
export function drawPlaceIn(world: World, dice: Dice, person: PersonId, family: FamilyId, hopeful: boolean) {
  const municipality = world.facts.families.find((each) => each.id === family)?.municipality
  const areas = world.areas.find((each) => each.municipality === municipality)?.codes ?? []
  const others = (world.tiedTo.get(person) ?? []).filter((each) => each !== family)
  const from = !hopeful && others.length > 0 && dice.chance(0.5) ? dice.pick(others) : family
  const abouts = world.abouts.filter((each) => each.family === from)
  return { ...drawPlace(dice, dice.pick(abouts), areas), family }
}

export const aboutSheet = (sheet: StoredSheet | undefined) => sheet && { is: 'see sheet' as const, sheet }
export const aboutReason = (reason: StoredSoleConsent | undefined) =>
  reason && { is: 'see sole reason' as const, reason }
export const aboutWhere = (whereabouts: StoredWhereabouts | undefined) =>
  whereabouts && { is: 'see whereabouts' as const, whereabouts }
export const aboutHold = (hold: StoredHold | undefined) => hold && { is: 'see hold' as const, hold }
export const aboutLink = (link: StoredLink | undefined) => link && { is: 'see link' as const, link }
export const aboutOpening = (opening: StoredOpening | undefined) => opening && { is: 'see opening' as const, opening }
export const aboutReport = (report: StoredReport | undefined) => report && { is: 'see report' as const, report }

/** What is somebody's own from within whatever family, or no family's: it is asked for in its own only. */
export const isOwnAnywhere = (target: { is: string; hold?: StoredHold }): boolean =>
  ['see consent', 'see act', 'see report', 'see told', 'see sheet'].includes(target.is) ||
  (target.is === 'see hold' && target.hold?.person !== null)
