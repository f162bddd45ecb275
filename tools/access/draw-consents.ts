import type { ConsentFact } from '@velferdslab/core/access/facts'
import { ageOf } from '@velferdslab/core/access/people'
import type { PersonId } from '@velferdslab/core/ids'
import { usualPurpose, yesPurposes } from '@velferdslab/core/purpose'
import { answersWithOneLeftOut, drawReason, onScreen, someLeftOut, type Channel } from './draw-left-out.ts'
import { someAreas, type Drawing, type Household } from './drawing.ts'

/**
 * What a family has answered: mostly the yeses that add up, and among them those that do not: one of two parents, somebody who
 * answers for nobody, a no, too late, not yet, stopped.
 */
export function drawConsents(drawing: Drawing, household: Household): void {
  const { world, dice } = drawing
  const everybody = [...household.adults, ...household.children]
  const leftOut = someLeftOut(drawing, everybody)
  const seated = new Set(world.facts.seats.filter((seat) => seat.family === household.id).map((seat) => seat.party))
  for (const party of household.parties) {
    // What was said to those who never came matters least.
    if (dice.chance(seated.has(party) ? 0.05 : 0.5)) continue
    for (const person of dice.some(everybody, 0.85)) {
      const out = leftOut.get(person)
      if (out) answersWithOneLeftOut(drawing, household, out, party, person)
      else for (const giver of givers(drawing, person, everybody)) drawConsent(drawing, household, giver, party, person)
    }
  }
  for (const { person, holder } of world.facts.responsibilities.filter(({ person }) => everybody.includes(person))) {
    const out = leftOut.get(person)
    if (out?.holder === holder) drawReason(drawing, household, person, out)
    else if (dice.chance(0.2)) drawReason(drawing, household, person, { holder, reason: 'stands' })
  }
}

function givers({ world, dice, clock }: Drawing, person: PersonId, everybody: PersonId[]): PersonId[] {
  const answering = world.facts.responsibilities.filter((each) => each.person === person)
  const parents = answering.filter((each) => each.kind === 'parental').map((each) => each.holder)
  const guardians = dice
    .some(answering, 0.6)
    .filter((each) => each.kind === 'guardian')
    .map((each) => each.holder)
  const age = ageOf(world.facts, person, clock.now) ?? 0
  const themself = age >= 18 || dice.chance(age >= 11 ? 0.5 : 0.05) ? [person] : []
  const all = [...new Set([...themself, ...parents, ...guardians])]
  if (dice.chance(0.12)) return all.slice(1)
  return dice.chance(0.05) ? [...all, dice.pick(everybody)] : all
}

function drawConsent(
  { world, dice, clock }: Drawing,
  household: Household,
  giver: PersonId,
  party: ConsentFact['party'],
  person: PersonId,
): void {
  const about = { id: dice.uuid(), family: household.id, giver, party }
  // Mostly to make and follow the plan; one in twelve to something else.
  const purpose = dice.chance(0.92) ? usualPurpose : dice.pick(yesPurposes)
  if (dice.chance(0.12)) {
    const from = clock.past()
    const no = { purpose, answer: 'no', areas: [], persons: [], from, to: null, endedAt: null } as const
    world.facts.consents.push({ ...about, ...no, ...onScreen(giver) })
    return
  }
  const consentable = household.town.areas.filter((area) => area !== 'common')
  const areas = dice.chance(0.7) ? consentable : someAreas({ world, dice, clock }, consentable, 0.6)
  const persons = dice.chance(0.1) ? [person, dice.pick(household.adults)] : [person]
  const unique = [...new Set(persons)]
  world.facts.consents.push({
    ...about,
    answer: 'yes',
    purpose,
    areas,
    persons: unique,
    // Some name the services they are from.
    giving: dice.chance(0.3) ? [dice.pick(household.parties)] : [],
    ...clock.bounded(),
    endedAt: clock.end(0.95),
    ...(dice.chance(0.12)
      ? byCode({ world, dice, clock }, giver)
      : dice.chance(0.35)
        ? writtenDown({ world, dice, clock }, household, giver)
        : onScreen(giver)),
  })
}

/** Said with a code: mostly answered with a yes by now; among them one that is not answered, answered later, or with a no. */
function byCode({ dice, clock }: Drawing, giver: PersonId): Channel {
  const coded = dice.chance(0.2)
    ? null
    : { answer: dice.chance(0.85) ? ('yes' as const) : ('no' as const), at: clock.mostlyPast(0.75) }
  return { channel: 'code', recorder: giver, heardBy: null, witnesses: [], coded }
}

/** Paper counts as it is. What was said aloud mostly has a witness; among them nobody, who wrote it down, its giver, and one who speaks later. */
function writtenDown({ world, dice, clock }: Drawing, household: Household, giver: PersonId): Channel {
  const seated = world.facts.seats.filter((seat) => seat.family === household.id).map((seat) => seat.person)
  const around = [...seated, ...household.tied]
  const recorder = dice.pick(around.length > 0 ? around : [giver])
  if (dice.chance(0.25)) return { channel: 'paper', recorder, heardBy: null, witnesses: [] }
  const heardBy = dice.chance(0.8) && seated.length > 0 ? dice.pick(seated) : dice.pick([...around, giver])
  if (dice.chance(0.4)) return { channel: 'oral', recorder, heardBy, witnesses: [] }
  const person = dice.chance(0.7) ? heardBy : dice.pick([recorder, giver])
  return { channel: 'oral', recorder, heardBy, witnesses: [{ person, at: clock.mostlyPast(0.75) }] }
}
