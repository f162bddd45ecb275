import type { ConsentFact } from '@velferdslab/core/access/facts'
import { ageOf } from '@velferdslab/core/access/people'
import { readPurposes } from '@velferdslab/core/purpose'
import { always, inTime, onlyInTime } from './in-time.ts'
import type { World, WorldFacts } from './world.ts'

/**
 * The same world with one sort of condition lifted. A question that is answered no in the world and yes in a generous one hangs on
 * just that condition: such a no says most about whether the condition is there.
 */
export const generosities: Readonly<Record<string, (world: World) => World>> = {
  inTime: (world) => withFacts(world, inTime(world.facts)),
  ...Object.fromEntries(
    Object.entries(onlyInTime).map(([list, lift]) => [
      `${list} in time`,
      (world: World) => withFacts(world, lift(world.facts)),
    ]),
  ),
  inOneHousehold,
  withoutLimits,
  forEveryPurpose,
  asGuests,
  ofNoFamily,
  withoutNoes,
  nothingTakenBack,
  withReasonsForAll,
  allMayBeFound,
  heardByOthers,
  forOneAnother,
  fromAnyService,
  toEveryService,
}

/** Who answers for a child belongs to every household the child belongs to, and everybody takes part. */
function inOneHousehold(world: World): World {
  const { facts } = world
  const households = facts.responsibilities.flatMap(({ person, holder }) =>
    facts.members.filter((each) => each.person === person).map(({ family }) => ({ family, person: holder })),
  )
  const members = [...facts.members, ...households].map((each) => ({ ...always, ...each, takesPart: true }))
  return withFacts(world, { members })
}

/** Every consent is about everything, from everybody who can give it, every seat is the leader's, no age and no area closes. */
function withoutLimits(world: World): World {
  const { facts } = world
  const everyArea = world.areas.flatMap((each) => each.codes)
  return withFacts(world, {
    seats: facts.seats.map((each) => ({ ...each, role: 'leader' as const })),
    consents: facts.consents.map((each) => ({ ...each, answer: 'yes' as const, areas: everyArea })),
    responsibilities: facts.responsibilities.map((each) => ({ ...each, mandate: each.mandate && everyArea })),
    childRules: facts.childRules.map((each) => ({ ...each, parentsUntil: 18 })),
    openAreas: facts.openAreas.flatMap((each) => everyArea.map((area) => ({ ...each, area }))),
    acts: facts.acts.map((each) => ({ ...each, areas: everyArea })),
  })
}

/** What was said yes to for one purpose counts for every other. */
function forEveryPurpose(world: World): World {
  const consents = world.facts.consents.flatMap((each) => readPurposes.map((purpose) => ({ ...each, purpose })))
  return withFacts(world, { consents })
}

/** The large screen is a guest like any other. */
function asGuests(world: World): World {
  return withFacts(world, { screens: [] })
}

/** Nobody is of a family: who looks after what was read there may be of it. */
function ofNoFamily(world: World): World {
  return withFacts(world, { members: [] })
}

/** Nobody has said no: where one of two is enough, or a guardian speaks, that is what the other no hangs on. */
function withoutNoes(world: World): World {
  return withFacts(world, { consents: world.facts.consents.filter((each) => each.answer === 'yes') })
}

/** Nobody has ever said a yes that they took back. */
function nothingTakenBack(world: World): World {
  return withFacts(world, { consents: world.facts.consents.filter((each) => each.endedAt === null) })
}

/** Every reason for asking one of two counts for all whom the other answers for. */
function withReasonsForAll(world: World): World {
  const { facts } = world
  const soleConsents = facts.soleConsents.flatMap((each) =>
    facts.responsibilities.filter(({ holder }) => holder === each.without).map(({ person }) => ({ ...each, person })),
  )
  return withFacts(world, { soleConsents })
}

/** Nobody's address is protected. */
function allMayBeFound(world: World): World {
  return withFacts(world, { protections: [] })
}

/** Who is said to have heard a yes has not said so yet: somebody else has. */
function heardByOthers(world: World): World {
  const { facts } = world
  const other = (each: ConsentFact) =>
    facts.persons.find(({ id }) => ![each.giver, each.recorder, each.heardBy].includes(id))?.id
  const consents = facts.consents.map((each) => ({
    ...each,
    witnesses: each.witnesses.map((witness) => ({ ...witness, person: other(each) ?? witness.person })),
  }))
  return withFacts(world, { consents })
}

/** All who are grown in a family are guardian for one another. */
function forOneAnother(world: World): World {
  const { facts } = world
  const mandate = world.areas.flatMap((each) => each.codes)
  const grown = facts.members.filter(({ person }) => (ageOf(facts, person, world.now) ?? 0) >= 18)
  const guardians = grown.flatMap(({ family, person }) =>
    grown
      .filter((each) => each.family === family && each.person !== person)
      .map((each) => ({ person, holder: each.person, kind: 'guardian' as const, mandate, ...always })),
  )
  return withFacts(world, { responsibilities: [...facts.responsibilities, ...guardians] })
}

/** No yes names the services it is from. */
function fromAnyService(world: World): World {
  return withFacts(world, { consents: world.facts.consents.map((each) => ({ ...each, giving: [] })) })
}

/** What was said to one service was said to all who sit there. */
function toEveryService(world: World): World {
  const { facts } = world
  const others = facts.consents.flatMap((each) =>
    facts.seats
      .filter((seat) => seat.family === each.family && seat.party !== each.party && each.answer === 'yes')
      .map(({ party }) => ({ ...each, party })),
  )
  return withFacts(world, { consents: [...facts.consents, ...others] })
}

function withFacts(world: World, changed: Partial<WorldFacts>): World {
  return { ...world, facts: { ...world.facts, ...changed } }
}
