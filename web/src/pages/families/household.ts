import type { FamilyList } from '@velferdslab/core/family'
import i18next from 'i18next'
import { atStart, countWord } from '../../texts/format.ts'

/** "To voksne, tre barn", "Én voksen", "Ung voksen, 19 år". */
export function householdWords({ adults, children, onlyAge }: FamilyList['families'][number]): string {
  const t = i18next.getFixedT(null, 'families')
  if (onlyAge !== null) return t('youngAdult', { count: onlyAge })
  const grown = t('adults', { count: adults, Words: atStart(countWord(adults)) })
  return children === 0
    ? grown
    : t('household', { adults: grown, children: t('children', { count: children, words: countWord(children) }) })
}
