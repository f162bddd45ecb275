import { longestConsentMonths, offeredConsentMonths, type ConsentPicture } from '@velferdslab/core/consent'
import { addMonths, type CalendarDay } from '@velferdslab/core/dates'

export interface End {
  until: CalendarDay
  /** Months from today, for the ends everybody is offered. */
  months: (typeof offeredConsentMonths)[number] | null
}

/** The ends to choose among: those everybody is offered, and the wished one when it is another. None is chosen beforehand. */
export function endsToChoose(picture: ConsentPicture, wished: CalendarDay | undefined): End[] {
  const ends: End[] = offeredConsentMonths.map((months) => ({ until: addMonths(picture.today, months), months }))
  const longest = addMonths(picture.today, longestConsentMonths)
  const last = lastOfMandates(picture)
  if (last && last < longest) {
    const within = ends.filter(({ until }) => until < last)
    return [...within, { until: last, months: null }]
  }
  const other = wished && wished >= picture.today && wished <= longest && !ends.some(({ until }) => until === wished)
  return other ? [...ends, { until: wished, months: null }].sort((a, b) => a.until.localeCompare(b.until)) : ends
}

/** Who answers as guardian alone is asked about no day after the first of their mandates is over. */
function lastOfMandates({ persons }: ConsentPicture): CalendarDay | null {
  const ends = persons.map(({ asGuardian }) => asGuardian?.until ?? null).filter((day) => day !== null)
  return persons.every(({ asGuardian }) => asGuardian !== null) ? (ends.sort()[0] ?? null) : null
}
