import type { RecordConsent, RecordRefusal } from './commands/consent-record.ts'
import type { RecordState } from './consent-record.ts'
import { longestConsentMonths } from './consent.ts'
import {
  decidesAlone,
  giveConsent,
  mayAnswerFor,
  type ConsentChange,
  type ConsentFacts,
  type NewConsent,
} from './consent-rules.ts'
import { addDays, addMonths, dayInOslo, endOfDayInOslo, type CalendarDay } from './dates.ts'
import type { DecidedEvent } from './events.ts'
import type { Ward } from './guardianship.ts'
import type { ConsentId, PartyId, PersonId } from './ids.ts'
import type { Decided } from './refusal.ts'

interface Known {
  readonly id: PersonId
  readonly calledName: string
  readonly born: CalendarDay
}

/** What the leader may know of who can say yes, and who can have heard it. */
export interface RecordFacts {
  readonly givers: readonly (Known & { readonly persons: readonly (Known & Ward)[] })[]
  readonly decidesFromAge: ConsentFacts['decidesFromAge']
  /** Who can receive; those the leader sits for are not among them: nobody writes down a yes to themself. */
  readonly parties: readonly PartyId[]
  readonly witnesses: readonly { readonly id: PersonId; readonly partyId: PartyId }[]
  /** For so many days what was said aloud counts before its giver has confirmed it (consent_term). */
  readonly confirmDays: number
}

export interface Recorded {
  readonly consent: NewConsent & { readonly giverId: PersonId; readonly channel: 'paper' | 'oral' }
  readonly saidOn: CalendarDay
  readonly until: CalendarDay
  readonly witnessId: PersonId | null
  readonly events: readonly DecidedEvent[]
}

/**
 * The leader writes down a yes. A signed paper counts from when it is written down. What was said aloud needs a second person who heard it, and
 * lasts only for the days its giver has to confirm it (docs/decisions/0028).
 */
export function recordConsent(
  facts: RecordFacts | undefined,
  input: RecordConsent,
  now: Date,
  newId: () => ConsentId,
): Decided<Recorded> {
  if (!facts) return { refused: 'not-found' }
  const today = dayInOslo(now)
  const giver = facts.givers.find(({ id }) => id === input.giverId)
  if (!giver) return { refused: 'consent-giver-unknown' }
  if (!facts.parties.includes(input.partyId)) return { refused: 'consent-recorder-receives' }
  if (input.saidOn > today) return { refused: 'consent-said-day-to-come' }
  if (input.until < today) return { refused: 'consent-end-passed' }
  if (input.until > addMonths(input.saidOn, longestConsentMonths)) return { refused: 'consent-too-long' }
  const persons = [...new Set(input.persons)]
  const areas = [...new Set(input.areas)]
  for (const id of persons) {
    const person = giver.persons.find((known) => known.id === id)
    if (!person) return { refused: 'consent-needs-person-they-answer-for', values: { name: giver.calledName } }
    if (id === giver.id && !areas.every((area) => decidesAlone(person.born, area, facts, today)))
      return { refused: 'consent-giver-too-young', values: { name: giver.calledName } }
    const refused = id === giver.id ? null : mayAnswerFor(person, areas, { ...facts, today, until: input.until })
    if (refused) return refused
  }
  const heard = input.witnessId !== null
  const confirmBy = addDays(input.saidOn, facts.confirmDays)
  if (heard) {
    const witness = facts.witnesses.find(({ id }) => id === input.witnessId)
    if (!witness || witness.partyId === input.partyId || witness.id === giver.id)
      return { refused: 'consent-witness-unknown' }
    if (confirmBy < today) return { refused: 'consent-said-too-long-ago', values: { days: String(facts.confirmDays) } }
  }
  const ends = heard && confirmBy < input.until ? confirmBy : input.until
  const id = newId()
  return {
    done: {
      consent: {
        id,
        giverId: giver.id,
        partyId: input.partyId,
        areas,
        persons,
        validTo: endOfDayInOslo(ends),
        said: { textVersion: input.textVersion, language: input.language },
        channel: heard ? 'oral' : 'paper',
      },
      saidOn: input.saidOn,
      until: input.until,
      witnessId: input.witnessId,
      events: [
        recorded(id, {
          answer: 'yes',
          channel: heard ? 'oral' : 'paper',
          giver: giver.id,
          party: input.partyId,
          areas,
          persons,
          until: input.until,
          textVersion: input.textVersion,
          language: input.language,
        }),
      ],
    },
  }
}

/** A no on paper or aloud. It needs nobody who heard it: it can only show less, and its giver sees it at once. */
export function recordRefusal(
  facts: RecordFacts | undefined,
  input: RecordRefusal,
  now: Date,
  id: ConsentId,
): Decided<{ readonly events: readonly DecidedEvent[] }> {
  if (!facts) return { refused: 'not-found' }
  if (!facts.givers.some((giver) => giver.id === input.giverId)) return { refused: 'consent-giver-unknown' }
  if (!facts.parties.includes(input.partyId)) return { refused: 'consent-recorder-receives' }
  if (input.saidOn > dayInOslo(now)) return { refused: 'consent-said-day-to-come' }
  const { channel, giverId: giver, partyId: party } = input
  return { done: { events: [recorded(id, { answer: 'no', channel, giver, party })] } }
}

/** A second person says that they heard it. From now on the yes counts, and takes the place of what its giver said before. */
export function hearConsent(
  waiting: readonly ConsentId[],
  consent: ConsentId,
): Decided<{ readonly events: readonly DecidedEvent[] }> {
  if (!waiting.includes(consent)) return { refused: 'not-found' }
  return { done: { events: [{ kind: 'consent.heard', subject: consent, cell: null, data: {} }] } }
}

/** Its giver says on the own screen what was written down for them: a sentence of their own, to the day they said, in place of the old. */
export function confirmConsent(
  facts: ConsentFacts,
  input: { readonly consentId: ConsentId } & Pick<
    Parameters<typeof giveConsent>[1],
    'commandId' | 'language' | 'textVersion'
  >,
  now: Date,
  newId: () => ConsentId,
): Decided<ConsentChange> {
  const spoken = facts.standing.find(({ id }) => id === input.consentId)
  if (!spoken?.saidUntil) return { refused: 'consent-nothing-to-confirm' }
  const { partyId } = spoken
  return giveConsent(
    { ...facts, standing: facts.standing.filter((each) => each.partyId === partyId) },
    {
      commandId: input.commandId,
      partyId,
      purpose: 'make_and_follow_plan',
      areas: [...spoken.areas],
      persons: [...spoken.persons],
      until: spoken.saidUntil,
      language: input.language,
      textVersion: input.textVersion,
    },
    now,
    newId,
  )
}

/** How far something that was written down has come. */
export function recordStateOf(record: {
  readonly answer: 'yes' | 'no'
  readonly channel: 'paper' | 'oral'
  readonly ended: boolean
  readonly over: boolean
  readonly heard: boolean
  /** What its giver answered with a code, if anything. */
  readonly coded?: 'yes' | 'no' | null
}): RecordState {
  if (record.answer === 'no' || record.coded === 'no') return 'refused'
  if (record.coded === 'yes') return 'confirmed'
  if (record.ended) return 'ended'
  if (record.over) return record.channel === 'oral' ? 'lapsed' : 'ended'
  if (record.channel === 'paper') return 'counts'
  return record.heard ? 'waits-for-giver' : 'waits-for-witness'
}

function recorded(id: ConsentId, data: DecidedEvent['data']): DecidedEvent {
  return { kind: 'consent.recorded', subject: id, cell: null, data }
}
