import { daysBetween } from '@velferdslab/core/dates'
import type { FamilyHome } from '@velferdslab/core/family'
import { useTranslation } from 'react-i18next'
import { clockTime, countWord, dayOf, longDay, nearDay } from '../../texts/format.ts'

/** How much lies on the cloth, and when it last changed. */
export function ClothWords({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('home')
  const { count, lastChangedAt } = home.notes
  const changed = (at: string) => {
    const day = dayOf(at)
    const near = nearDay(day, home.today)
    return daysBetween(day, home.today) <= 1
      ? t('clothChangedNear', { near, clock: clockTime(at) })
      : t('clothChanged', { near, day: longDay(day, home.today) })
  }
  return (
    <>
      <p>{t('clothNotes', { count, words: countWord(count) })}</p>
      {lastChangedAt && <p className="small">{changed(lastChangedAt)}</p>}
    </>
  )
}
