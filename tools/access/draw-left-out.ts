import type { ConsentFact } from '@velferdslab/core/access/facts'
import type { PersonId } from '@velferdslab/core/ids'
import { usualPurpose } from '@velferdslab/core/purpose'
import type { Drawing, Household } from './drawing.ts'

/**
 * One of two parents, where the other's yes is to be enough. Of many children everything else is right, so that it hangs on just this: whether
 * the reason for it stands, has ended, or is a sibling's; and whether the one left out has said anything.
 */
export type LeftOut = { readonly holder: PersonId; readonly reason: 'stands' | 'ended' | 'for a sibling' }

/** How a consent was given, and who was there. */
export type Channel = Pick<ConsentFact, 'channel' | 'recorder' | 'heardBy' | 'witnesses' | 'coded'>

export function onScreen(giver: PersonId): Channel {
  return { channel: 'digital', recorder: giver, heardBy: null, witnesses: [] }
}

/** By the child. */
export function someLeftOut({ world, dice }: Drawing, everybody: PersonId[]): ReadonlyMap<PersonId, LeftOut> {
  const parental = world.facts.responsibilities.filter((each) => each.kind === 'parental')
  const reasons = ['stands', 'stands', 'ended', 'for a sibling'] as const
  return new Map(
    dice.some(everybody, 0.5).flatMap((person): [PersonId, LeftOut][] => {
      const holders = parental.filter((each) => each.person === person).map((each) => each.holder)
      return holders.length > 1 ? [[person, { holder: dice.pick(holders), reason: dice.pick(reasons) }]] : []
    }),
  )
}

/**
 * Everybody else who answers for them says yes to everything. The one left out says nothing; or, where the reason stands, often a no, or a yes
 * that was taken back: then the others' must not be enough.
 */
export function answersWithOneLeftOut(
  { world, dice, clock }: Drawing,
  { id: family, town }: Household,
  { holder, reason }: LeftOut,
  party: ConsentFact['party'],
  person: PersonId,
): void {
  const areas = town.areas.filter((area) => area !== 'common')
  const said = (giver: PersonId, answer: Pick<ConsentFact, 'answer' | 'areas' | 'persons'>, ended = false) =>
    world.facts.consents.push({
      ...{ id: dice.uuid(), family, giver, party, purpose: usualPurpose },
      ...answer,
      ...{
        from: clock.past(),
        to: answer.answer === 'no' ? null : clock.ahead(),
        endedAt: ended ? clock.past() : null,
      },
      ...onScreen(giver),
    })
  const yes = { answer: 'yes', areas, persons: [person] } as const
  const answering = world.facts.responsibilities.filter((each) => each.person === person).map((each) => each.holder)
  for (const giver of new Set(answering)) if (giver !== holder) said(giver, yes)
  const word = reason === 'stands' ? dice.pick(['nothing', 'no', 'yes, and took it back'] as const) : 'nothing'
  if (word === 'no') said(holder, { answer: 'no', areas: [], persons: [] })
  if (word === 'yes, and took it back') said(holder, yes, true)
}

export function drawReason(
  { world, dice, clock }: Drawing,
  household: Household,
  person: PersonId,
  { holder, reason }: LeftOut,
): void {
  const siblings = household.children.filter((each) => each !== holder && each !== person)
  world.facts.soleConsents.push({
    id: dice.uuid(),
    family: household.id,
    person: reason === 'for a sibling' && siblings.length > 0 ? dice.pick(siblings) : person,
    without: holder,
    ...(dice.chance(0.8) ? { from: clock.past(), to: clock.ahead() } : clock.bounded()),
    // What is ended has ended: no end of a reason lies ahead.
    endedAt: reason === 'ended' || dice.chance(0.05) ? clock.end(0) : null,
  })
}
