import type { RecordSoleConsent } from './commands/sole-consent.ts'
import { addDays, dayInOslo } from './dates.ts'
import type { DecidedEvent } from './events.ts'
import type { SoleConsentId } from './ids.ts'
import type { Decided } from './refusal.ts'
import type { SoleConsents } from './sole-consent.ts'

type Told = Decided<{ readonly groundFrom: string; readonly events: readonly DecidedEvent[] }>

/**
 * The leader writes down that the yes of one parent is enough for a child, on a ground of the list, for as long as the ground allows. It lets nobody
 * say more than before: somebody who answers for the child must still have said yes, and who has said no is heard (access/consents.ts).
 */
export function recordSoleConsent(home: SoleConsents | undefined, input: RecordSoleConsent, now: Date): Told {
  if (!home?.form) return { refused: 'not-found' }
  const today = dayInOslo(now)
  const child = home.form.children.find(({ id }) => id === input.personId)
  if (!child?.parents.some(({ id }) => id === input.withoutId)) return { refused: 'sole-consent-not-of-two' }
  const ground = home.form.grounds.find(({ code }) => code === input.ground)
  if (!ground) return { refused: 'sole-consent-ground-unknown' }
  if (input.documentOn > today || input.until < today) return { refused: 'sole-consent-days' }
  const longest = addDays(today, ground.longestDays)
  if (input.until > longest) return { refused: 'sole-consent-too-long', values: { day: longest } }
  const isThere = home.recorded.some(
    ({ person, without, counts }) => counts && person.id === input.personId && without.id === input.withoutId,
  )
  if (isThere) return { refused: 'sole-consent-already-there' }
  const data = { child: input.personId, ground: ground.code, until: input.until }
  return {
    done: {
      groundFrom: ground.validFrom,
      events: [{ kind: 'consent.one_enough', subject: input.soleConsentId, cell: null, data }],
    },
  }
}

/** Both are needed again, from now. */
export function endSoleConsent(
  home: SoleConsents | undefined,
  id: SoleConsentId,
): Decided<{ readonly events: readonly DecidedEvent[] }> {
  const standing = home?.form && home.recorded.find((each) => each.id === id)
  if (!standing) return { refused: 'not-found' }
  if (!standing.counts) return { refused: 'consent-already-ended' }
  return { done: { events: [{ kind: 'consent.both_needed', subject: id, cell: null, data: {} }] } }
}
