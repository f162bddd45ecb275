import type { WorldFacts } from './world.ts'

export const always = { from: new Date(0), to: null }
const since = new Date(0)

/** Nothing of one sort is too early or too late, unapproved, undeclared, stopped or left. Each by itself: an end that has just come is easily one among many. */
export const onlyInTime: Readonly<Record<string, (facts: WorldFacts) => Partial<WorldFacts>>> = {
  members: (facts) => ({ members: facts.members.map((each) => ({ ...each, ...always })) }),
  responsibilities: (facts) => ({ responsibilities: facts.responsibilities.map((each) => ({ ...each, ...always })) }),
  roles: (facts) => ({ roles: facts.roles.map((each) => ({ ...each, ...always })) }),
  seats: (facts) => ({
    seats: facts.seats.map((each) => ({ ...each, ...always, approvedAt: since, declaredAt: since, endedAt: null })),
  }),
  consents: (facts) => ({
    consents: facts.consents.map((each) => ({
      ...each,
      ...always,
      endedAt: null,
      witnesses: each.witnesses.map((witness) => ({ ...witness, at: since })),
    })),
  }),
  soleConsents: (facts) => ({
    soleConsents: facts.soleConsents.map((each) => ({ ...each, ...always, endedAt: null })),
  }),
  meetings: (facts) => ({
    meetings: facts.meetings.map((each) => ({ ...each, startedAt: since, endedAt: null })),
    admissions: facts.admissions.map((each) => ({ ...each, declaredAt: since, admittedAt: since, leftAt: null })),
    openAreas: facts.openAreas.map((each) => ({ ...each, openedAt: since, closedAt: null })),
  }),
  acts: (facts) => ({
    acts: facts.acts.map((each) => ({ ...each, ...always, endedAt: null, toldAt: since })),
    receivers: facts.receivers.map((each) => ({ ...each, ...always })),
  }),
  keepers: (facts) => ({ keepers: facts.keepers.map((each) => ({ ...each, endedAt: null })) }),
}

/** All of it together. */
export function inTime(facts: WorldFacts): Partial<WorldFacts> {
  return Object.assign({}, ...Object.values(onlyInTime).map((lift) => lift(facts))) as Partial<WorldFacts>
}
