import type { AreaCode } from '@velferdslab/core/areas'
import i18next from 'i18next'
import { areaInSentence, areaName } from '../../areas.ts'
import { inList } from '../../texts/format.ts'

/** An area as one says it at the table; the shared cells have a name of their own. */
export function openName(area: AreaCode): string {
  return area === 'common' ? i18next.t('meeting:common') : areaName(area)
}

export function openInSentence(area: AreaCode): string {
  const name = openName(area)
  return area === 'common' ? name.charAt(0).toLocaleLowerCase(i18next.language) + name.slice(1) : areaInSentence(area)
}

export function areasInSentence(areas: readonly AreaCode[]): string {
  return inList(areas.map(openInSentence))
}
