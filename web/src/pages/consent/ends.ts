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
  const other = wished && wished >= picture.today && wished <= longest && !ends.some(({ until }) => until === wished)
  return other ? [...ends, { until: wished, months: null }].sort((a, b) => a.until.localeCompare(b.until)) : ends
}
