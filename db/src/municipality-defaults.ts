import { areaCodes, domainOfArea, isSensitiveArea, type AreaCode } from '@velferdslab/core/areas'

/** The area list, the consent ages and the child rules a new municipality starts from. Data: its lawyer corrects the rows, not the code. */
export function defaultAreas(municipality: string) {
  return areaCodes.map((code, position) => ({
    municipality_id: municipality,
    code,
    position,
    domain: code === 'common' ? null : domainOfArea[code],
    sensitive: isSensitiveArea(code),
  }))
}

const health: readonly AreaCode[] = ['physical_health', 'mental_health', 'substance']
const rulesFrom = '2000-01-01'

/**
 * From which age a young person alone says yes. Health: 16 (pasient- og brukerrettighetsloven § 4-3). School: 15 (opplæringslova, own choice in
 * upper secondary; unconfirmed). Otherwise 18. None is reviewed by a lawyer yet: reviewed_at is empty until one has.
 */
export function defaultConsentAges(municipality: string) {
  return areaCodes.map((area) => ({
    municipality_id: municipality,
    area,
    valid_from: rulesFrom,
    from_age: health.includes(area) ? 16 : area === 'school' ? 15 : 18,
    source: health.includes(area)
      ? 'pbrl. § 4-3'
      : area === 'school'
        ? 'oppll. 2024 (må kontrolleres)'
        : 'verjemålsloven § 9',
    reviewed_at: null,
  }))
}

/**
 * Until which age those who answer for a child see rows about its life, and what it wrote itself. Own words: until 12 (REQ-15: from 12 not before it has
 * been talked about with the child). Life: until 16 in the health areas (pasient- og brukerrettighetsloven § 3-4), otherwise 18.
 */
export function defaultChildRules(municipality: string) {
  return areaCodes.flatMap((area) => [
    {
      municipality_id: municipality,
      area,
      subject: 'life' as const,
      valid_from: rulesFrom,
      parents_until: health.includes(area) ? 16 : 18,
      source: health.includes(area) ? 'pbrl. § 3-4' : 'barnelova § 30',
      reviewed_at: null,
    },
    {
      municipality_id: municipality,
      area,
      subject: 'words' as const,
      valid_from: rulesFrom,
      parents_until: 12,
      source: 'barnelova §§ 31–33, eget valg i velferdslaben',
      reviewed_at: null,
    },
  ])
}
