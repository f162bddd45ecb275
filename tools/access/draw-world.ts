import { consentAreas, type AreaCode } from '@velferdslab/core/areas'
import { addDays, dayInOslo } from '@velferdslab/core/dates'
import type { MunicipalityId, PersonId } from '@velferdslab/core/ids'
import { clockOf } from './clock.ts'
import type { Dice } from './dice.ts'
import { drawFamily } from './draw-family.ts'
import { drawGlassManagers, drawGlassReviews, wasOf } from './draw-glass.ts'
import { drawParty, drawPerson, type Drawing, type Town } from './drawing.ts'
import { emptyWorld, type World } from './world.ts'

/** Two municipalities with families, people of every kind around them, rules in versions, and rows of every privacy. */
export function drawWorld(dice: Dice, now: Date): World {
  const drawing = { world: emptyWorld(now), dice, clock: clockOf(dice, now) }
  // Both municipalities know the same areas, with ages of their own.
  const areas: AreaCode[] = [...dice.shuffled(consentAreas).slice(0, 3), 'common']
  for (const [name, families] of [
    ['a', 2 + dice.below(2)],
    ['b', 1],
  ] as const) {
    const town = drawTown(drawing, name, areas)
    let child: PersonId | undefined
    for (let number = 1; number <= families; number++) {
      child = drawFamily(drawing, town, `${name}${number}`, dice.chance(0.75) ? child : undefined) ?? child
    }
    drawPeopleOutside(drawing, town)
  }
  return drawing.world
}

function drawTown(drawing: Drawing, name: string, areas: AreaCode[]): Town {
  const { world, dice } = drawing
  const id = dice.uuid() as MunicipalityId
  world.names.set(id, `town-${name}`)
  world.areas.push({ municipality: id, codes: areas })
  drawRules(drawing, id, areas)
  const services = ['nav', 'school', 'welfare'].map((each) => drawParty(drawing, id, `${each}-${name}`, 'service'))
  return { id, areas, services, lab: drawParty(drawing, id, `lab-${name}`, 'lab') }
}

/** Ages in versions: one now and then, sometimes from yesterday, today or tomorrow; an area in twenty has none. */
function drawRules({ world, dice, clock }: Drawing, municipality: MunicipalityId, areas: AreaCode[]): void {
  const versions = () => {
    if (dice.chance(0.05)) return []
    const first = clock.versionDay()
    const long = addDays(dayInOslo(clock.now), -2000)
    return dice.chance(0.5) ? [first] : [...new Set([long, first])]
  }
  for (const area of areas) {
    if (area !== 'common') {
      for (const validFrom of versions()) {
        world.facts.consentAges.push({ municipality, area, validFrom, fromAge: dice.pick([12, 15, 16, 18]) })
      }
    }
    for (const subject of ['life', 'words'] as const) {
      const ages = subject === 'life' ? [15, 16, 18] : [12, 15, 16]
      for (const validFrom of versions()) {
        world.facts.childRules.push({ municipality, area, subject, validFrom, parentsUntil: dice.pick(ages) })
      }
    }
  }
}

function drawPeopleOutside(drawing: Drawing, town: Town): void {
  const { world, dice, clock } = drawing
  for (let number = 1; number <= 2; number++) {
    const person = drawPerson(drawing, town, `core-team-${number}`, 'core team')
    const lasts = dice.chance(0.5) ? clock.period() : { from: clock.mostlyPast(0.5), to: clock.end(0.5) }
    world.facts.roles.push({ person, role: 'core_team', ...lasts })
    for (const { id } of world.facts.families.filter((each) => each.municipality === town.id && dice.chance(0.3)))
      world.facts.keepers.push({ family: id, person, endedAt: dice.chance(0.35) ? clock.past() : null })
  }
  const officer = drawPerson(drawing, town, 'privacy-officer', 'privacy officer', clock.adultBorn())
  world.facts.roles.push({ person: officer, role: 'privacy_officer', from: clock.mostlyPast(0.8), to: clock.end(0.8) })
  const home = dice.pick(world.facts.families.filter((each) => each.municipality === town.id))
  if (dice.chance(0.7)) wasOf(drawing, officer, home.id)
  drawGlassManagers(drawing, town)
  drawGlassReviews(drawing, town)
  for (const role of ['councillor', 'economist', 'support', 'administrator', 'investment_leader'] as const) {
    const person = drawPerson(drawing, town, role, 'manager')
    world.facts.roles.push({ person, role, from: clock.past(), to: null })
  }
  drawPerson(drawing, town, 'stranger', 'stranger')
}
