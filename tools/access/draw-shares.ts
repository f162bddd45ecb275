import { personsAbout } from '@velferdslab/core/access/people'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import type { Dice } from './dice.ts'
import type { Drawing, Household } from './drawing.ts'
import type { StoredShare, World } from './world.ts'

/** Things that were handed over on what was said, or by an act: mostly as one should, and among them what no longer rests on its ground. */
export function drawShares({ world, dice, clock }: Drawing, household: Household): void {
  const { id: family } = household
  for (const seat of world.facts.seats.filter((each) => each.family === family))
    // Who sits for a service works there, mostly, and once in a while no longer.
    if (isService(world, seat.party) && dice.chance(0.9))
      world.facts.roles.push({
        person: seat.person,
        role: 'caseworker',
        party: seat.party,
        from: clock.past(),
        to: dice.chance(0.9) ? null : clock.past(),
      })
  const givers = household.tied.filter((person) => ['service', 'leader'].includes(world.kindOf.get(person) ?? ''))
  for (let number = 0; number < 30; number++) {
    const share = drawHandingOver(world, dice, dice.pick(givers), family, dice.chance(0.8))
    const { thing } = share ?? {}
    const standing = thing?.privacy === 'table' && (thing.is === 'promise' || (thing.hasWords && !thing.voided))
    if (share && standing && thing.family === family) world.shares.push(share)
  }
}

/** A share as somebody would make it. @param hopeful of what is at the table, within a ground there, from where they sit */
export function drawHandingOver(
  world: World,
  dice: Dice,
  person: PersonId,
  family: FamilyId,
  hopeful: boolean,
): StoredShare | undefined {
  const { facts } = world
  const seats = facts.seats.filter((seat) => seat.family === family && (!hopeful || seat.person === person))
  const acts = facts.acts.filter(
    (act) => act.family === family && act.party !== null && (!hopeful || act.recordedBy === person),
  )
  const seat = seats.length > 0 ? dice.pick(seats) : undefined
  const consents = facts.consents.filter(
    (each) => each.family === family && (!hopeful || (each.answer === 'yes' && each.endedAt === null)),
  )
  const act = acts.length > 0 && dice.chance(0.3) ? dice.pick(acts) : undefined
  const own = consents.filter((each) => each.party === seat?.party)
  const yes =
    own.length > 0 && dice.chance(0.3) ? dice.pick(own) : consents.length > 0 ? dice.pick(consents) : undefined
  const ground = act ?? yes
  const from = (act && hopeful ? act.recordedParty : null) ?? seat?.party
  const to = act ? act.party : yes?.party
  if (!ground || !from || !to) return undefined
  const toSelf = from === to
  const rows = [...world.notes, ...world.promises].filter((row) => row.family === family)
  const fitting = rows.filter((row) => {
    if (!hopeful) return true
    if (row.privacy !== 'table' || (row.is === 'note' && (row.voided || !row.hasWords))) return false
    if (toSelf && row.is === 'promise' && row.party === from) return true
    const persons = personsAbout(facts, row.about, world.now)
    return (
      ground.areas.includes(row.area) && (act !== undefined || persons.every((each) => yes?.persons.includes(each)))
    )
  })
  if (fitting.length === 0) return undefined
  const thing = dice.pick(fitting)
  return {
    is: 'share',
    id: dice.uuid(),
    itemId: dice.uuid(),
    family,
    actor: hopeful || dice.chance(0.9) ? person : dice.pick(seats).person,
    from,
    to,
    ground: { by: act ? 'act' : 'consent', id: ground.id },
    thing,
    persons: personsAbout(facts, thing.about, world.now),
  }
}

/** Somebody has something to do with it: they gave it, sit where it went, are named by its act, or belong to the family. */
export function isNearShare(world: World, person: PersonId, share: StoredShare): boolean {
  const { facts } = world
  return (
    share.actor === person ||
    facts.seats.some((seat) => seat.person === person && seat.family === share.family && seat.party === share.to) ||
    facts.acts.some((act) => act.id === share.ground.id && act.person === person) ||
    share.persons.includes(person) ||
    facts.responsibilities.some((each) => each.holder === person && share.persons.includes(each.person))
  )
}

function isService(world: World, party: string): boolean {
  return world.facts.parties.some((each) => each.id === party && each.kind !== 'private')
}

export const aboutShare = (share: StoredShare | undefined) => share && { is: 'see share' as const, share }
export const handedOver = (share: StoredShare | undefined) => share && { is: 'hand over' as const, share }
