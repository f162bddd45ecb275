import { z } from 'zod'

/**
 * The one list of life areas, for consents, notes, goals and measures: the nine of the cloth, then upbringing and network,
 * and `common` for cells without an area. A municipality's own list is data; these codes are what the list starts from.
 */
export const areaCodes = [
  'work',
  'housing',
  'physical_health',
  'mental_health',
  'economy',
  'school',
  'leisure',
  'voluntarism',
  'substance',
  'upbringing',
  'network',
  'common',
] as const

export const areaCode = z.enum(areaCodes)
export type AreaCode = z.infer<typeof areaCode>

/** Areas a person can tick in a consent. `common` follows from any consent and is never ticked. */
export const consentAreas = areaCodes.filter((area) => area !== 'common')
export const consentArea = areaCode.exclude(['common'])
export type ConsentArea = z.infer<typeof consentArea>

/** Always ticked by themselves and asked last: never carried along with another area (docs/domain.md). */
export const sensitiveAreas = ['mental_health', 'substance'] as const satisfies readonly AreaCode[]

export function isSensitiveArea(area: AreaCode): boolean {
  return (sensitiveAreas as readonly AreaCode[]).includes(area)
}

/** The six domains of the investment journey. */
export const journeyDomains = ['housing', 'work_education', 'network', 'economy', 'health', 'upbringing'] as const
export type JourneyDomain = (typeof journeyDomains)[number]

/** Which journey domain an area counts towards; `common` counts towards none. */
export const domainOfArea: Record<ConsentArea, JourneyDomain> = {
  housing: 'housing',
  work: 'work_education',
  school: 'work_education',
  economy: 'economy',
  physical_health: 'health',
  mental_health: 'health',
  substance: 'health',
  network: 'network',
  leisure: 'network',
  voluntarism: 'network',
  upbringing: 'upbringing',
}
