import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { drawPerson, type Drawing, type Town } from './drawing.ts'
import type { StoredAct } from './world.ts'

const minute = 60_000

/** Times of a break-glass: an hour at most, mostly going on, now and then over or ended at this very moment. */
export function glassTimes({ dice, clock }: Drawing): { from: Date; to: Date } {
  const lasts = (1 + dice.below(60)) * minute
  const way = dice.below(10)
  const to = way === 0 ? clock.now.getTime() : clock.now.getTime() + (way === 1 ? -1 : 1) * (1 + dice.below(lasts))
  return { from: new Date(to - lasts), to: new Date(to) }
}

/** Who looks at break-glass afterwards: managers of a service, and one of the whole town. Some were of a family once, or broke the glass themselves. */
export function drawGlassManagers(drawing: Drawing, town: Town): void {
  const { world, dice, clock } = drawing
  const here = world.facts.families.filter((each) => each.municipality === town.id).map(({ id }) => id)
  for (const [name, party] of [...town.services.map((each) => ['service', each] as const), ['town', null] as const]) {
    if (party && dice.chance(0.4)) continue
    const person = drawPerson(
      drawing,
      town,
      `answers-${name}-${dice.below(1000)}`,
      'answering manager',
      clock.adultBorn(),
    )
    world.facts.roles.push({ person, role: 'manager', ...(party && { party }), ...clock.period() })
    if (dice.chance(0.4)) wasOf(drawing, person, dice.pick(here))
  }
}

/** That somebody belonged to a family, and does no longer. */
export function wasOf({ world, clock }: Drawing, person: PersonId, family: FamilyId): void {
  const to = clock.past()
  world.tiedTo.get(person)?.push(family)
  world.facts.members.push({ family, person, takesPart: true, from: new Date(to.getTime() - 86_400_000), to })
}

/** What is to be looked at: each break-glass of the family that was done for a service. A manager may have done it. */
export function drawGlassReviews(drawing: Drawing, town: Town): void {
  const { world, dice } = drawing
  const here = new Set(world.facts.families.filter((each) => each.municipality === town.id).map(({ id }) => id))
  const managers = [...world.kindOf].filter(
    ([person, kind]) => kind === 'answering manager' && isOf(drawing, person, town),
  )
  for (const act of world.facts.acts.filter((each) => each.kind === 'break_glass' && here.has(each.family))) {
    const reader = managers.length > 0 && dice.chance(0.4) ? dice.pick(managers)[0] : act.person
    world.tiedTo.get(reader)?.push(act.family)
    world.facts.glassReviews.push(reviewOf(drawing, act, reader, town))
  }
}

const reviewOf = ({ dice }: Drawing, act: StoredAct, reader: PersonId, town: Town) => ({
  id: dice.uuid(),
  act: act.id,
  family: act.family,
  reader,
  party: act.party ?? dice.pick(town.services),
})

const isOf = ({ world }: Drawing, person: PersonId, town: Town) =>
  world.facts.persons.some((each) => each.id === person && each.municipality === town.id)
