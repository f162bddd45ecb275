import { dayInOslo } from '@velferdslab/core/dates'
import type { FamilyId, MeetingId, PartyId, PersonId } from '@velferdslab/core/ids'
import type { SeatFact } from '@velferdslab/core/access/facts'
import { drawConsents } from './draw-consents.ts'
import { glassTimes } from './draw-glass.ts'
import { drawRows } from './draw-rows.ts'
import { drawParty, drawPerson, someAreas, type Drawing, type Household, type Town } from './drawing.ts'
import { drawShares } from './draw-shares.ts'
import type { Kind } from './world.ts'

/**
 * One family with everybody around its table.
 *
 * @param shared a child that lives in the family before this one too
 * @returns a child that the next family may share
 */
export function drawFamily(
  drawing: Drawing,
  town: Town,
  name: string,
  shared: PersonId | undefined,
): PersonId | undefined {
  const { world, dice } = drawing
  const id = dice.uuid() as FamilyId
  world.facts.families.push({ id, municipality: town.id })
  world.names.set(id, `family-${name}`)
  const household: Household = { id, town, adults: [], children: [], parties: [], tied: [] }

  drawMembers(drawing, household, name, shared)
  drawGuardians(drawing, household, name)
  drawSeats(drawing, household, name)
  drawMeetings(drawing, household, name)
  drawActs(drawing, household, name)
  drawReports(drawing, household)
  drawSecondLives(drawing, household)
  drawWhereabouts(drawing, household)
  drawConsents(drawing, household)
  drawRows(drawing, household)
  drawShares(drawing, household)
  return household.children[0]
}

function drawMembers(drawing: Drawing, household: Household, name: string, shared: PersonId | undefined): void {
  const { world, dice, clock } = drawing
  for (let number = 1; number <= 1 + dice.below(3); number++) {
    household.adults.push(drawPerson(drawing, household.town, `adult-${name}-${number}`, 'member', clock.adultBorn()))
  }
  for (let number = 1; number <= dice.below(4); number++) {
    household.children.push(drawPerson(drawing, household.town, `child-${name}-${number}`, 'member', clock.childBorn()))
  }
  if (shared) {
    household.children.push(shared)
    // Parents of the other household have a tie to this one, and no sight of its table by it.
    const parents = world.facts.responsibilities.filter((each) => each.person === shared && each.kind === 'parental')
    for (const parent of new Set(parents.map((each) => each.holder))) tie(drawing, household, parent)
  }
  for (const person of [...household.adults, ...household.children]) {
    tie(drawing, household, person)
    world.facts.members.push({ family: household.id, person, takesPart: dice.chance(0.85), ...clock.period() })
  }
  for (const child of household.children) {
    const holders = dice.chance(0.08) ? [] : dice.shuffled(household.adults).slice(0, dice.pick([1, 2, 2]))
    if (dice.chance(0.15)) {
      const away = drawPerson(drawing, household.town, `away-${name}`, 'parent', clock.adultBorn())
      holders.push(away)
      tie(drawing, household, away)
    }
    for (const holder of holders) {
      if (world.kindOf.get(holder) === 'member') world.kindOf.set(holder, 'parent')
      world.facts.responsibilities.push({ person: child, holder, kind: 'parental', mandate: null, ...clock.period() })
    }
  }
}

function drawGuardians(drawing: Drawing, household: Household, name: string): void {
  const { world, dice, clock } = drawing
  for (let number = 1; number <= 1 + dice.below(2); number++) {
    const holder = drawPerson(drawing, household.town, `guardian-${name}-${number}`, 'guardian')
    tie(drawing, household, holder)
    for (const person of dice.shuffled([...household.adults, ...household.children]).slice(0, 1 + dice.below(2))) {
      const mandate = someAreas(drawing, household.town.areas, 0.6)
      world.facts.responsibilities.push({ person, holder, kind: 'guardian', mandate, ...clock.period() })
    }
  }
}

function drawSeats(drawing: Drawing, household: Household, name: string): void {
  const { dice, clock } = drawing
  const { town } = household
  const ownParty = drawParty(drawing, town.id, `trusted-party-${name}`, 'private')
  const sit = (personName: string, kind: Kind, party: PartyId, role: SeatFact['role'], endedAt?: Date) => {
    const person = drawPerson(drawing, town, personName, kind)
    tie(drawing, household, person)
    drawSeat(drawing, household, person, party, role, endedAt)
  }
  sit(`worker-${name}-1`, 'service', dice.pick(town.services), 'member')
  sit(`worker-${name}-2`, 'service', dice.pick(town.services), 'member')
  sit(`leader-${name}`, 'leader', town.lab, 'leader')
  sit(`trusted-${name}`, 'private', ownParty, dice.pick(['trusted', 'volunteer']))
  // Who has left has left: what remains is what the law binds.
  sit(`former-${name}`, 'work', dice.pick(town.services), 'member', clock.past())
  household.parties.push(...town.services, town.lab, ownParty)
}

function drawSeat(
  { world, dice, clock }: Drawing,
  { id: family }: Household,
  person: PersonId,
  party: PartyId,
  role: SeatFact['role'],
  endedAt = clock.end(0.93),
) {
  world.facts.seats.push({
    id: dice.uuid(),
    family,
    person,
    party,
    role,
    approvedAt: dice.chance(0.94) ? clock.mostlyPast(0.95) : null,
    declaredAt: dice.chance(0.85) ? clock.mostlyPast(0.93) : null,
    from: clock.mostlyPast(0.95),
    to: clock.end(0.93),
    endedAt,
  })
}

function drawMeetings(drawing: Drawing, household: Household, name: string): void {
  const { world, dice, clock } = drawing
  const guests = [1, 2].map((number) => drawPerson(drawing, household.town, `guest-${name}-${number}`, 'table'))
  const screen = drawPerson(drawing, household.town, `screen-${name}`, 'screen')
  world.facts.screens.push(screen)
  for (const comer of [...guests, screen]) tie(drawing, household, comer)
  for (let number = 1; number <= 1 + dice.below(2); number++) {
    const meeting = dice.uuid() as MeetingId
    world.names.set(meeting, `meeting-${name}-${number}`)
    world.facts.meetings.push({
      id: meeting,
      family: household.id,
      startedAt: dice.chance(0.95) ? clock.mostlyPast(0.93) : null,
      endedAt: clock.end(0.9),
    })
    for (const person of dice.some([...guests, screen], 0.85)) {
      const [declaredAt, admittedAt] = [clock.mostlyPast(0.95), clock.mostlyPast(0.95)]
      world.facts.admissions.push({ meeting, person, declaredAt, admittedAt, leftAt: clock.end(0.9) })
    }
    for (const area of dice.some(household.town.areas, 0.65)) {
      world.facts.openAreas.push({ meeting, area, openedAt: clock.mostlyPast(0.93), closedAt: clock.end(0.9) })
    }
  }
}

function drawActs(drawing: Drawing, household: Household, name: string): void {
  const { world, clock } = drawing
  for (let number = 1; number <= 2; number++) {
    const person = drawPerson(drawing, household.town, `act-${name}-${number}`, 'act')
    tie(drawing, household, person)
    const areas = someAreas(drawing, household.town.areas, 0.6)
    const staff = household.tied.filter((each) => ['service', 'leader'].includes(world.kindOf.get(each) ?? ''))
    const recordedBy = drawing.dice.chance(0.8) ? drawing.dice.pick(staff) : null
    const toldAt = drawing.dice.chance(0.7) ? clock.mostlyPast(0.85) : null
    const kind = drawing.dice.chance(0.5) ? ('break_glass' as const) : ('exception' as const)
    const lasts = { ...(kind === 'break_glass' ? glassTimes(drawing) : clock.bounded()), endedAt: clock.end(0.9) }
    const work = (of: PersonId | null): PartyId | null => {
      if (!of || drawing.dice.chance(0.5)) return null
      const party = drawing.dice.pick(household.town.services)
      if (drawing.dice.chance(0.8)) world.facts.roles.push({ person: of, role: 'caseworker', party, ...clock.period() })
      return party
    }
    const party = work(person)
    // Who lacks the role for it holds another one, or holds it for another service.
    if (kind === 'break_glass') {
      const role = drawing.dice.chance(0.75) ? 'break_glass' : 'support'
      const of = drawing.dice.chance(0.85) ? party : drawing.dice.pick(household.town.services)
      world.facts.roles.push({ person, role, ...(of && { party: of }), ...clock.period() })
    }
    world.facts.acts.push({
      id: drawing.dice.uuid(),
      family: household.id,
      person,
      kind,
      areas,
      recordedBy,
      toldAt,
      party,
      recordedParty: work(recordedBy),
      ...lasts,
    })
  }
}

/** Reports about the family, who is named to receive for the services, and whom at home they were told to. */
function drawReports({ world, dice, clock }: Drawing, household: Household): void {
  const workers = household.tied.filter((person) => world.kindOf.get(person) === 'service')
  for (const person of workers) {
    const party = dice.pick(household.town.services)
    if (dice.chance(0.7)) world.facts.receivers.push({ party, person, ...clock.period() })
    if (dice.chance(0.8)) world.facts.roles.push({ person, role: 'caseworker', party, ...clock.period() })
  }
  // Whoever lives there may work where it is dealt with.
  if (dice.chance(0.5)) {
    const work = {
      person: dice.pick(household.adults),
      party: dice.pick(household.town.services),
      from: clock.past(),
      to: null,
    }
    world.facts.receivers.push(work)
    world.facts.roles.push({ ...work, role: 'caseworker' })
  }
  for (let number = 0; number < 3; number++) {
    const told = dice.some([...household.adults, ...household.children], 0.4)
    world.facts.reports.push({
      id: dice.uuid(),
      family: household.id,
      writtenBy: dice.pick(workers),
      fromParty: dice.pick(household.town.services),
      toParty: dice.pick(household.town.services),
      told,
      tellings: told.map((person) => ({ id: dice.uuid(), person })),
    })
  }
}

/** Where somebody can be found, of every sort; in every other family somebody's address is protected, and one or two are named to know it. */
function drawWhereabouts(drawing: Drawing, household: Household): void {
  const { world, dice, clock } = drawing
  const { id: family } = household
  for (const what of ['meeting_place', 'referral_contact', 'address', 'school', 'kindergarten', 'workplace'] as const)
    world.whereabouts.push({ id: dice.uuid(), family, what })
  if (dice.chance(0.5)) {
    const person = dice.pick([...household.adults, ...household.children])
    if (!world.facts.protections.some((each) => each.person === person))
      world.facts.protections.push({
        person,
        isStrict: dice.chance(0.5),
        from: dice.chance(0.4) ? dayInOslo(clock.now) : clock.versionDay(),
        endedAt: dice.chance(0.2) ? clock.past() : null,
      })
  }
  const may = household.tied.filter(
    (person) => !['table', 'screen', 'work'].includes(world.kindOf.get(person) ?? 'table'),
  )
  for (const person of new Set(dice.some(may, 0.4)))
    world.facts.keepers.push({ family, person, endedAt: dice.chance(0.15) ? clock.past() : null })
}

/** Some people are several things at once, and what each gives must not mix with the other. */
function drawSecondLives(drawing: Drawing, household: Household): void {
  const { world, dice, clock } = drawing
  const { id: family, town } = household
  for (let number = 0; number < 2; number++) {
    const person = dice.pick(household.tied)
    const before = world.facts.seats.length
    const way = dice.below(4)
    if (way === 0)
      drawSeat(drawing, household, person, dice.pick([...town.services, town.lab]), dice.pick(['member', 'leader']))
    if (way === 1) {
      world.facts.acts.push({
        id: dice.uuid(),
        family,
        person,
        kind: 'exception',
        recordedBy: null,
        party: null,
        recordedParty: null,
        toldAt: dice.chance(0.5) ? clock.mostlyPast(0.8) : null,
        areas: someAreas(drawing, town.areas, 0.5),
        ...clock.bounded(),
        endedAt: clock.end(),
      })
    }
    if (way === 2) {
      const meeting = world.facts.meetings.find((each) => each.family === family)
      const isThere = world.facts.admissions.some((each) => each.meeting === meeting?.id && each.person === person)
      if (!meeting || isThere) continue
      const moments = { declaredAt: clock.past(), admittedAt: clock.past(), leftAt: clock.end() }
      world.facts.admissions.push({ meeting: meeting.id, person, ...moments })
    }
    if (way === 3) {
      const ward = dice.pick([...household.adults, ...household.children])
      if (ward === person) continue
      const mandate = someAreas(drawing, town.areas, 0.5)
      world.facts.responsibilities.push({ person: ward, holder: person, kind: 'guardian', mandate, ...clock.period() })
    }
    if (way !== 0 || world.facts.seats.length > before) world.kindOf.set(person, 'several')
  }
}

function tie({ world }: Drawing, household: Household, person: PersonId): void {
  household.tied.push(person)
  world.tiedTo.get(person)?.push(household.id)
}
