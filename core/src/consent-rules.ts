import type { AreaCode, ConsentArea } from './areas.ts'
import { longestConsentMonths, type ConsentSquare } from './consent.ts'
import type { GiveConsent, StopSquare } from './commands/consent.ts'
import { addDays, addMonths, ageOn, dayInOslo, daysBetween, endOfDayInOslo, type CalendarDay } from './dates.ts'
import type { DecidedEvent } from './events.ts'
import { answersForThere, lastDayOfMandate, type Ward } from './guardianship.ts'
import type { ConsentId, PartyId, PersonId } from './ids.ts'
import type { Decided, RefusalReason } from './refusal.ts'

/** A standing yes, as stored. */
export interface StandingConsent {
  readonly id: ConsentId
  readonly giverId: PersonId
  readonly partyId: PartyId
  readonly areas: readonly ConsentArea[]
  readonly persons: readonly PersonId[]
  readonly validTo: Date
  readonly said: Wording
  /** The last day that was said aloud, where somebody else wrote it down and it waits to be confirmed (consent-record-rules.ts). */
  readonly saidUntil?: CalendarDay | null
  /** Said aloud, and nobody has said yet that they heard it: it counts for nothing. */
  readonly unheard?: boolean
}

/** The words a person read before they said yes: which version of the sentence, in which language (REQ-01). */
export type Wording = Pick<GiveConsent, 'textVersion' | 'language'>

/** What the rules on consent need to know. */
export interface ConsentFacts {
  /** Null: I belong to no family here, and answer as guardian alone. */
  readonly me: PersonId | null
  /** Myself and those I answer for, with birth days: as a parent, or as guardian within a mandate. */
  readonly persons: readonly ({ readonly id: PersonId; readonly calledName: string } & Ward)[]
  /** From this age a person alone decides, per area. An area without a rule cannot be consented to by others. */
  readonly decidesFromAge: Readonly<Partial<Record<AreaCode, number>>>
  /** My own standing yeses to the party in question. */
  readonly standing: readonly StandingConsent[]
}

/** A new sentence to store. */
export interface NewConsent {
  readonly id: ConsentId
  readonly partyId: PartyId
  readonly areas: readonly ConsentArea[]
  readonly persons: readonly PersonId[]
  /** First instant at which it no longer counts. */
  readonly validTo: Date
  readonly said: Wording
}

export interface ConsentChange {
  readonly end: readonly { readonly id: ConsentId; readonly how: 'withdrawn' | 'narrowed' | 'replaced' }[]
  readonly give: readonly NewConsent[]
  readonly events: readonly DecidedEvent[]
}

/** May this person alone decide about an area at this age? (consent_age: law as data) */
export function decidesAlone(
  born: CalendarDay,
  area: AreaCode,
  facts: Pick<ConsentFacts, 'decidesFromAge'>,
  today: CalendarDay,
): boolean {
  const from = facts.decidesFromAge[area]
  return from === undefined || ageOn(born, today) >= from
}

/**
 * A yes to one sentence. It takes the place of my earlier sentences to the same service: what counts is always the last one I read.
 *
 * @param newId makes the id of the consent (the rule itself draws nothing)
 */
export function giveConsent(
  facts: ConsentFacts,
  input: GiveConsent,
  now: Date,
  newId: () => ConsentId,
): Decided<ConsentChange> {
  const today = dayInOslo(now)
  if (input.until < today) return { refused: 'consent-end-passed' }
  if (input.until > addMonths(today, longestConsentMonths)) return { refused: 'consent-too-long' }
  const persons = [...new Set(input.persons)]
  const areas = [...new Set(input.areas)]
  for (const id of persons) {
    const person = facts.persons.find((known) => known.id === id)
    if (!person) return { refused: 'consent-needs-person-you-answer-for' }
    const refused = id === facts.me ? null : mayAnswerFor(person, areas, { ...facts, today, until: input.until })
    if (refused) return refused
  }
  const consent: NewConsent = {
    id: newId(),
    partyId: input.partyId,
    areas,
    persons,
    validTo: endOfDayInOslo(input.until),
    said: { textVersion: input.textVersion, language: input.language },
  }
  const replaced = facts.standing.map((old) => ({ id: old.id, how: 'replaced' as const }))
  return {
    done: {
      end: replaced,
      give: [consent],
      events: [
        ...replaced.map((old) => aboutConsent('consent.replaced', old.id)),
        aboutConsent('consent.given', consent.id, {
          party: consent.partyId,
          areas: consent.areas,
          persons: consent.persons,
          until: input.until,
          textVersion: input.textVersion,
          language: input.language,
        }),
      ],
    },
  }
}

/** Whether one sentence may be said for somebody else: refused with the first reason why not (guardianship.ts). */
export function mayAnswerFor(
  person: { readonly calledName: string } & Ward,
  areas: readonly ConsentArea[],
  at: Parameters<typeof answersForThere>[2],
): { readonly refused: RefusalReason; readonly values: Record<string, string> } | null {
  const { calledName: name, asGuardian } = person
  for (const area of areas) {
    const why = answersForThere(person, area, at)
    if (why === 'decides-alone') return { refused: 'consent-person-decides-alone', values: { name } }
    if (why === 'outside-mandate') return { refused: 'consent-outside-mandate', values: { name } }
    const day = asGuardian && lastDayOfMandate(asGuardian, area)
    if (why === 'after-mandate') return { refused: 'consent-mandate-ends', values: { name, day: day ?? '' } }
  }
  return null
}

/**
 * One press lets a sentence that is near its end go on: the same areas and persons, said again to a later day. Other sentences to the same
 * service stand. What was said aloud is confirmed instead (consent-record-rules.ts).
 */
export function extendConsent(
  facts: ConsentFacts,
  input: { readonly consentId: ConsentId } & Pick<GiveConsent, 'commandId' | 'until' | 'language' | 'textVersion'>,
  now: Date,
  newId: () => ConsentId,
): Decided<ConsentChange> {
  const standing = facts.standing.find(({ id }) => id === input.consentId)
  if (!standing || standing.saidUntil) return { refused: 'consent-already-ended' }
  if (endOfDayInOslo(input.until) <= standing.validTo) return { refused: 'consent-end-passed' }
  const { partyId } = standing
  const areas = [...standing.areas]
  const persons = [...standing.persons]
  const { commandId, until, language, textVersion } = input
  return giveConsent(
    { ...facts, standing: [standing] },
    { commandId, partyId, purpose: 'make_and_follow_plan', areas, persons, until, language, textVersion },
    now,
    newId,
  )
}

/**
 * Until when one press lets a sentence go on: as long again as it was to last, and a year at most. Counted from today; from its end where
 * that would be no later day, as for what was said today.
 */
export function extendedUntil(from: CalendarDay, until: CalendarDay, today: CalendarDay): CalendarDay {
  const lasted = Math.max(daysBetween(from, until), 1)
  const fromToday = addDays(today, lasted)
  const again = fromToday > until ? fromToday : addDays(until, lasted)
  const longest = addMonths(today, longestConsentMonths)
  return again < longest ? again : longest
}

/**
 * What a yes should remind of now (REQ-06): its half time, or that it is near its end. The end is told once and ends the matter; where half time
 * falls among the last days, or was missed until then, it is left out. A yes shorter than those days reminds of nothing: its end was just read.
 */
export function reminderDue(
  consent: {
    readonly from: Date
    readonly to: Date
    readonly remindDays: number
    readonly sent: readonly ('half' | 'end')[]
  },
  now: Date,
): 'half' | 'end' | null {
  const [from, to] = [consent.from.getTime(), consent.to.getTime()]
  const near = to - consent.remindDays * 86_400_000
  if (now.getTime() >= to || near <= from || consent.sent.includes('end')) return null
  if (now.getTime() >= near) return 'end'
  return now.getTime() >= from + (to - from) / 2 && !consent.sent.includes('half') ? 'half' : null
}

/** Stops one sentence, or all my sentences to a service. As easy as saying yes, and never asked why (REQ-02). */
export function withdrawConsents(standing: readonly StandingConsent[]): Decided<ConsentChange> {
  if (standing.length === 0) return { refused: 'consent-already-ended' }
  return {
    done: {
      end: standing.map((consent) => ({ id: consent.id, how: 'withdrawn' })),
      give: [],
      events: standing.map((consent) => aboutConsent('consent.withdrawn', consent.id)),
    },
  }
}

/**
 * Stops one area for one person. What is left of each sentence is said again as at most two narrower ones with the same end;
 * together they cover exactly the old squares but that one, never more. They keep the words that were read: nobody has read others.
 *
 * @param isMine whether I still answer for somebody there: of what has left a guardian's mandate meanwhile, nothing is said again
 */
export function stopSquare(
  standing: readonly StandingConsent[],
  input: Pick<StopSquare, 'area' | 'personId'>,
  newId: () => ConsentId,
  isMine: (person: PersonId, area: ConsentArea) => boolean = () => true,
): Decided<ConsentChange> {
  const touched = standing.filter(
    (consent) => consent.areas.includes(input.area) && consent.persons.includes(input.personId),
  )
  if (touched.length === 0) return { refused: 'consent-already-ended' }
  // What never counted leaves nothing behind: nobody has said yes to the rest of it.
  const give = touched.flatMap((consent) =>
    (consent.unheard
      ? []
      : [
          { areas: consent.areas.filter((area) => area !== input.area), persons: consent.persons },
          { areas: [input.area], persons: consent.persons.filter((person) => person !== input.personId) },
        ]
    )
      .map((rest) => ({
        ...rest,
        persons: rest.persons.filter((person) => rest.areas.every((area) => isMine(person, area))),
      }))
      .filter((rest) => rest.areas.length > 0 && rest.persons.length > 0)
      .map((rest) => ({
        ...rest,
        id: newId(),
        partyId: consent.partyId,
        validTo: consent.validTo,
        said: consent.said,
      })),
  )
  return {
    done: {
      end: touched.map((consent) => ({ id: consent.id, how: 'narrowed' })),
      give,
      events: [
        ...touched.map((consent) =>
          aboutConsent('consent.narrowed', consent.id, { area: input.area, person: input.personId }),
        ),
        ...give.map((consent) =>
          aboutConsent('consent.given', consent.id, {
            party: consent.partyId,
            areas: consent.areas,
            persons: consent.persons,
          }),
        ),
      ],
    },
  }
}

/** Whether I answer for somebody in an area as things stand: a guardian within the mandate, a parent everywhere (age is asked when it is said). */
export function stillMine({ me, persons }: Pick<ConsentFacts, 'me' | 'persons'>) {
  return (id: PersonId, area: ConsentArea): boolean => {
    const asGuardian = persons.find((person) => person.id === id)?.asGuardian
    return (
      id === me ||
      !asGuardian ||
      asGuardian.isParentToo ||
      asGuardian.mandates.some(({ areas }) => areas.includes(area))
    )
  }
}

function aboutConsent(kind: DecidedEvent['kind'], id: ConsentId, data: DecidedEvent['data'] = {}): DecidedEvent {
  return { kind, subject: id, cell: null, data }
}

/** An event for a no: the service and nothing else. */
export function refusedEvent(id: ConsentId, partyId: PartyId): DecidedEvent {
  return aboutConsent('consent.refused', id, { party: partyId })
}

/** Whether a yes to this last day is near its end, as pages and reminders mean it. */
export function isNearEnd(
  until: CalendarDay,
  { today, remindDays }: { today: CalendarDay; remindDays: number },
): boolean {
  return until <= addDays(today, remindDays)
}

/** What a square of the picture says, from what counts and what I have said. */
export function squareState(square: {
  readonly effective: boolean
  /** Last day of my own standing yes that covers it, if any. */
  readonly mineUntil: CalendarDay | null
  readonly stoppedByMe: boolean
  readonly today: CalendarDay
  /** So many days before its end a yes is near it (consent_term). */
  readonly remindDays: number
}): ConsentSquare['state'] {
  if (square.effective) return square.mineUntil !== null && isNearEnd(square.mineUntil, square) ? 'soon' : 'yes'
  if (square.mineUntil !== null) return 'awaiting'
  return square.stoppedByMe ? 'stopped' : 'no'
}
