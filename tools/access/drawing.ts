import type { AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, MunicipalityId, PartyId, PersonId } from '@velferdslab/core/ids'
import type { Clock } from './clock.ts'
import type { Dice } from './dice.ts'
import type { Kind, World } from './world.ts'

/** What is being drawn into, and where everything random comes from. */
export type Drawing = { readonly world: World; readonly dice: Dice; readonly clock: Clock }

/** One municipality being drawn: its areas and its parties. */
export type Town = {
  readonly id: MunicipalityId
  readonly areas: AreaCode[]
  readonly services: PartyId[]
  readonly lab: PartyId
}

/** A family being drawn: what its consents and rows are drawn from. */
export type Household = {
  readonly id: FamilyId
  readonly town: Town
  readonly adults: PersonId[]
  readonly children: PersonId[]
  /** Parties that sit here, have sat here, or only got a consent. */
  readonly parties: PartyId[]
  /** Everybody who has something to do with the family, of whatever kind. */
  readonly tied: PersonId[]
}

export function drawPerson(
  { world, dice, clock }: Drawing,
  town: Town,
  name: string,
  kind: Kind | 'manager' | 'stranger',
  born: CalendarDay | null = null,
): PersonId {
  const id = dice.uuid() as PersonId
  world.facts.persons.push({ id, municipality: town.id, born })
  world.names.set(id, name)
  world.kindOf.set(id, kind)
  world.tiedTo.set(id, [])
  world.tokens.set(id, {
    live: `live-${dice.uuid()}`,
    expired: `expired-${dice.uuid()}`,
    ended: `ended-${dice.uuid()}`,
    expiredAt: clock.past(),
    endedAt: clock.past(),
  })
  return id
}

export function drawParty(
  { world, dice }: Drawing,
  town: Town['id'],
  name: string,
  kind: 'service' | 'lab' | 'private',
): PartyId {
  const id = dice.uuid() as PartyId
  const declarationRequired = kind === 'private' || (kind === 'service' && dice.chance(0.35))
  world.facts.parties.push({ id, municipality: town, kind, declarationRequired })
  world.names.set(id, name)
  return id
}

/** At least one of the areas, each with a probability. */
export function someAreas({ dice }: Drawing, areas: readonly AreaCode[], share: number): AreaCode[] {
  const some = dice.some(areas, share)
  return some.length > 0 ? some : [dice.pick(areas)]
}
