import { areaCodes, type AreaCode } from '@velferdslab/core/areas'
import i18next from 'i18next'
import type { IconName } from './ui/icon.tsx'

/** The drawing of each life area; always beside its word. */
export const areaIcon: Record<AreaCode, IconName> = {
  work: 'work',
  housing: 'housing',
  physical_health: 'body',
  mental_health: 'mind',
  economy: 'economy',
  school: 'school',
  leisure: 'leisure',
  voluntarism: 'voluntarism',
  substance: 'substance',
  upbringing: 'family',
  network: 'friends',
  common: 'public',
}

/** Families and staff say some areas differently: "folk rundt oss" is "nettverk" at work. */
export type Speaker = 'family' | 'work'

/** An area as a heading: "Fysisk helse". */
export function areaName(area: AreaCode, speaker: Speaker = 'family'): string {
  return area === 'network' && speaker === 'work' ? i18next.t('areas:network_at_work') : i18next.t(`areas:${area}`)
}

/** An area inside a sentence: "fysisk helse". */
export function areaInSentence(area: AreaCode, speaker: Speaker = 'family'): string {
  const name = areaName(area, speaker)
  return name.charAt(0).toLocaleLowerCase(i18next.language) + name.slice(1)
}

/** Areas in the order of the one list, without the shared cells, which are no area of life. */
export function inAreaOrder(areas: readonly AreaCode[]): AreaCode[] {
  return areaCodes.filter((area) => area !== 'common' && areas.includes(area))
}
