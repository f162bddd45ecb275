import type { AskMember, NameKeeper, RecordProtection, RecordResponsibility } from './commands/household.ts'
import { ageOn, dayInOslo } from './dates.ts'
import type { DecidedEvent, EventKind } from './events.ts'
import type { Household, HouseholdMember } from './household.ts'
import type { Decided } from './refusal.ts'

const grownFromAge = 18
/** Nobody has lived longer: a year typed wrong. */
const oldest = 122

type Told = Decided<{ readonly events: readonly DecidedEvent[] }>

const told = (kind: EventKind, subject: string, data: DecidedEvent['data'] = {}): Told => ({
  done: { events: [{ kind, subject, cell: null, data }] },
})

/**
 * Somebody moves out: themself when grown, or the leader writes down that they did. Who is alone in the family does not move out of it: the course ends, which
 * is another thing.
 */
export function moveOut(home: Household | undefined, personId: string): Told {
  const member = home?.members.find(({ id }) => id === personId)
  if (!home || !member?.mayMoveOut) return { refused: 'not-found' }
  if (home.members.length === 1) return { refused: 'member-last' }
  return told('member.moved_out', personId)
}

/** Somebody is to be of the family: who speaks for it, or its leader, asks. */
export function askMember(home: Household | undefined, input: AskMember, now: Date): Told {
  if (!home || (!home.iLead && !home.iSpeak)) return { refused: 'not-found' }
  const { personId, who } = input
  if (who === null) {
    const before = home.earlier.find(({ id }) => id === personId)
    if (!before?.mayComeBack) return { refused: 'not-found' }
  } else {
    const today = dayInOslo(now)
    const age = ageOn(who.born, today)
    if (who.born > today || age > oldest) return { refused: 'referral-born-unlikely' }
    if (age < grownFromAge) return { refused: 'member-not-grown' }
  }
  const name = who?.name.toLocaleLowerCase('nb')
  if (home.asked.some((each) => each.name.toLocaleLowerCase('nb') === name)) return { refused: 'member-already-asked' }
  return told('member.asked', input.proposalId, { relation: input.relation })
}

/** What one says for the family: once. */
export function answerMember(home: Household | undefined, proposalId: string, answer: 'yes' | 'no'): Told {
  const asked = home?.asked.find(({ id }) => id === proposalId)
  if (!home?.iSpeak || !asked) return { refused: 'not-found' }
  if (!asked.mayAnswer) return { refused: 'member-already-answered' }
  return told('member.answered', proposalId, { answer })
}

/** Those of a family and who answers for them, and whether it is mine to write down: the leader's, or the core team's at the door. */
export interface Answering {
  readonly mayTell: boolean
  readonly members: readonly Pick<HouseholdMember, 'id' | 'age' | 'calledName' | 'answersFor'>[]
}

export const byLeader = (home: Household | undefined): Answering | undefined =>
  home && { mayTell: home.iLead, members: home.members }

/** Who answers for somebody is written down with where it is known from. */
export function recordResponsibility(home: Answering | undefined, input: RecordResponsibility, now: Date): Told {
  const member = home?.members.find(({ id }) => id === input.personId)
  if (!home?.mayTell || !member) return { refused: 'not-found' }
  if (input.holderId === input.personId) return { refused: 'responsibility-holder-unknown' }
  if (input.holderName === null && !home.members.some(({ id }) => id === input.holderId))
    return { refused: 'responsibility-holder-unknown' }
  if (input.kind === 'parental' && (member.age === null || member.age >= grownFromAge))
    return { refused: 'responsibility-grown' }
  const today = dayInOslo(now)
  if ((input.until !== null && input.until < today) || (input.documentOn !== null && input.documentOn > today))
    return { refused: 'responsibility-over' }
  const holder = home.members.find(({ id }) => id === input.holderId)?.calledName ?? input.holderName?.split(/\s+/)[0]
  if (member.answersFor.some((each) => each.kind === input.kind && each.holder === holder))
    return { refused: 'responsibility-already-there' }
  return told('responsibility.recorded', input.responsibilityId, { kind: input.kind, source: input.source })
}

export function endResponsibility(home: Answering | undefined, id: string): Told {
  const known = home?.members.some(({ answersFor }) => answersFor.some((each) => each.id === id))
  return home?.mayTell && known ? told('responsibility.ended', id) : { refused: 'not-found' }
}

/** That an address is protected: the leader writes it down, as it stands in the register or as the police or the person says. */
export function recordProtection(home: Household | undefined, input: RecordProtection, now: Date): Told {
  const member = home?.members.find(({ id }) => id === input.personId)
  if (!home?.iLead || !member) return { refused: 'not-found' }
  if (member.protection) return { refused: 'protection-already-there' }
  if (input.from > dayInOslo(now)) return { refused: 'protection-not-yet' }
  return told('protection.recorded', input.protectionId)
}

export function endProtection(home: Household | undefined, id: string): Told {
  const known = home?.members.some(({ protection }) => protection?.id === id)
  return home?.iLead && known ? told('protection.ended', id) : { refused: 'not-found' }
}

/** Who else may know where the family can be found: who speaks for it, or its leader, names somebody who sits at its table. */
export function nameKeeper(home: Household | undefined, input: NameKeeper): Told {
  if (!home?.guarded || (!home.iLead && !home.iSpeak)) return { refused: 'not-found' }
  const isKeeper = home.keepers.some(({ id }) => id === input.personId)
  const could = home.couldKeep.some(({ id }) => id === input.personId)
  if (input.may ? !could || isKeeper : !isKeeper) return { refused: 'not-found' }
  return told(input.may ? 'address_keeper.named' : 'address_keeper.ended', input.personId)
}

export function tellWhereabouts(home: Household | undefined, personId: string): Told {
  if (!home || (!home.iLead && !home.iSpeak) || !home.members.some(({ id }) => id === personId))
    return { refused: 'not-found' }
  return told('whereabouts.told', personId)
}

/** The young person has seen to what is theirs to answer now. */
export function seeToAge(home: Household | undefined, age: number): Told {
  const me = home?.members.find(({ isMe }) => isMe)
  if (!me?.cameOfAge || me.cameOfAge.age !== age || me.cameOfAge.answered) return { refused: 'not-found' }
  return told('member.saw_to_age', me.id, { age })
}
