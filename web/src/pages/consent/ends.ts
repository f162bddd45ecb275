import { longestConsentMonths, offeredConsentMonths, type ConsentPicture } from '@velferdslab/core/consent'
import { addMonths, type CalendarDay } from '@velferdslab/core/dates'

export interface End {
  until: CalendarDay
  /** Months from today, for the ends everybody is offered. */
  months: (typeof offeredConsentMonths)[number] | null
}

/**
 * The ends to choose among: those everybody is offered; the wished one, and the last day of what one is guardian for, when they are others. None is chosen
 * beforehand. Who answers as guardian alone is asked about no later day.
 */
export function endsToChoose(picture: ConsentPicture, wished: CalendarDay | undefined): End[] {
  const offered: End[] = offeredConsentMonths.map((months) => ({ until: addMonths(picture.today, months), months }))
  const longest = addMonths(picture.today, longestConsentMonths)
  const mandate = firstEndOfMandates(picture)
  const others = [wished, mandate].filter(
    (day): day is CalendarDay =>
      !!day && day >= picture.today && day <= longest && !offered.some(({ until }) => until === day),
  )
  const ends = [...offered, ...[...new Set(others)].map((until): End => ({ until, months: null }))].sort((a, b) =>
    a.until.localeCompare(b.until),
  )
  const onlyGuardian = picture.persons.every(({ asGuardian }) => asGuardian !== null)
  return onlyGuardian && mandate ? ends.filter(({ until }) => until <= mandate) : ends
}

function firstEndOfMandates({ persons }: ConsentPicture): CalendarDay | null {
  const ends = persons.map(({ asGuardian }) => asGuardian?.until ?? null).filter((day) => day !== null)
  return ends.sort()[0] ?? null
}
