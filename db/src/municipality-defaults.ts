import { productSource, productTexts, productValidFrom, productVersion, textKeys } from '@velferdslab/core/text-version'
import { defaultPrivacyWords } from '@velferdslab/core/privacy-word'
import { areaCodes, domainOfArea, isSensitiveArea, type AreaCode } from '@velferdslab/core/areas'
import { changeKinds } from '@velferdslab/core/change'
import type { Tx } from './connect.ts'

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
 * From which age a young person alone says yes. Health: 16 (pasient- og brukerrettighetsloven § 4-3). School: 15 (barnelova § 32, own choice of
 * education; whether it reaches this yes is unconfirmed). Otherwise 18. None is reviewed by a lawyer yet: reviewed_at is empty until one has.
 */
export function defaultConsentAges(municipality: string) {
  return areaCodes.map((area) => ({
    municipality_id: municipality,
    area,
    valid_from: rulesFrom,
    from_age: health.includes(area) ? 16 : area === 'school' ? 15 : 18,
    source: health.includes(area)
      ? 'pasient- og brukerrettighetsloven § 4-3'
      : area === 'school'
        ? 'barnelova § 32'
        : 'verjemålsloven § 9',
    reviewed_at: null,
  }))
}

/** What in the trace of who has read is worth a look (REQ-66): all rules count, night is from 22 to 6, many families a day are more than thirty. */
export function defaultReviewRules(municipality: string) {
  const rule = (code: string, more: { from_hour?: number; to_hour?: number; above?: number } = {}) => ({
    municipality_id: municipality,
    code,
    valid_from: rulesFrom,
    counts: true,
    from_hour: null,
    to_hour: null,
    above: null,
    source: 'eget valg i velferdslaben',
    ...more,
  })
  return [
    rule('own_family'),
    rule('same_name'),
    rule('colleague'),
    rule('no_assignment', { above: 3 }),
    rule('night', { from_hour: 22, to_hour: 6 }),
    rule('volume', { above: 30 }),
  ]
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
      source: health.includes(area) ? 'pasient- og brukerrettighetsloven § 3-4' : 'barnelova § 30',
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

/** The words texts are asked about before more than their writer reads them. */
function defaultWords(municipality: string, id: () => string) {
  const source = 'Velferdslab, egen liste; må vurderes av kommunen'
  return defaultPrivacyWords.map((each) => ({ municipality_id: municipality, id: id(), ...each, source }))
}

/** The words people say yes to and sign, in the languages that are written. */
function defaultTexts(municipality: string) {
  return Object.entries(productTexts).flatMap(([language, texts]) =>
    textKeys.map((key) => ({
      municipality_id: municipality,
      key,
      version: productVersion,
      language,
      words: texts[key].join('\n'),
      valid_from: productValidFrom,
      source: productSource,
      approved_by: null,
    })),
  )
}

/** How many days what was said aloud counts before it is confirmed, and how many days before its end a consent reminds of itself (REQ-06). */
function defaultConsentTerms(municipality: string) {
  const source = 'Velferdslabens eget valg; må vurderes av kommunens jurist'
  return {
    municipality_id: municipality,
    valid_from: rulesFrom,
    confirm_days: 14,
    remind_days: 30,
    source,
    reviewed_at: null,
  }
}

/**
 * What a second administrator must say yes to before it stands: ages in law, rules of law, of watching and of keeping, settings, mandates above 100 000 kroner for one family, and the roles that open
 * more than others. The municipality's own register from then on.
 */
export function defaultApprovalRules(municipality: string) {
  const two = new Set(['setting', 'consent_age', 'child_rule', 'statute_rule', 'review_rule', 'retention_rule'])
  const roles = ['administrator', 'key_administrator', 'privacy_officer', 'break_glass', 'core_team']
  const kinds = changeKinds.filter((kind) => kind !== 'approval')
  return kinds.map((kind) => ({
    municipality_id: municipality,
    kind,
    valid_from: rulesFrom,
    needs:
      kind === 'mandate' || kind === 'role' ? ('some' as const) : two.has(kind) ? ('two' as const) : ('one' as const),
    above_ore: kind === 'mandate' ? 10_000_000 : null,
    roles: kind === 'role' ? roles : null,
    source: 'Velferdslabens utgangspunkt. Kommunen bestemmer selv.',
  }))
}

/**
 * The qualifying check list, after the method as the pilot tried it: who it is for, several needs at once, over time, what was tried, and that the family itself
 * wants it. Questions are asked together with the family, so they speak to it. A municipality puts its own in their place.
 */
export function defaultCheckQuestions(municipality: string) {
  const method = 'Asker velferdslab, sjekkliste for inntak (piloten 2016–2017)'
  return [
    {
      code: 'voluntary',
      text_nb: 'Vet dere at det er frivillig, og at dere kan slutte når dere vil?',
      text_en: 'Do you know that this is voluntary, and that you can stop whenever you like?',
      needs_yes: true,
    },
    {
      code: 'wants_change',
      text_nb: 'Vil dere selv at noe skal bli annerledes?',
      text_en: 'Do you yourselves want something to be different?',
      needs_yes: true,
    },
    {
      code: 'wants_part',
      text_nb: 'Vil dere være med på møtene og i planen?',
      text_en: 'Do you want to be part of the meetings and the plan?',
      needs_yes: true,
    },
    {
      code: 'target_group',
      text_nb: 'Bor det barn hos dere, eller er du ung og trenger noen på laget?',
      text_en: 'Do children live with you, or are you young and in need of people on your side?',
    },
    {
      code: 'several_services',
      text_nb: 'Trenger dere hjelp fra flere på en gang?',
      text_en: 'Do you need help from several at once?',
    },
    {
      code: 'over_time',
      text_nb: 'Har det vært vanskelig lenge, eller kan det bli det?',
      text_en: 'Has it been difficult for long, or may it become so?',
    },
    {
      code: 'plan_helps',
      text_nb: 'Kan det hjelpe med én felles plan over lengre tid?',
      text_en: 'Could one shared plan over a longer time help?',
    },
    {
      code: 'tried_before',
      text_nb: 'Har dere prøvd annen hjelp før?',
      text_en: 'Have you tried other help before?',
    },
  ].map((question, position) => ({
    municipality_id: municipality,
    valid_from: rulesFrom,
    valid_to: null,
    position,
    needs_yes: false,
    source: question.needs_yes ? 'Velferdslabens regel: ingen beslutning om meg uten meg' : method,
    reviewed_at: null,
    ...question,
  }))
}

/** What consents are said with and for how long, and the words texts are asked about: rows a municipality begins with. */
export async function insertConsentDefaults(tx: Tx, municipality: string, id: () => string): Promise<void> {
  await tx.insertInto('lab.consent_term').values(defaultConsentTerms(municipality)).execute()
  await tx.insertInto('lab.text_version').values(defaultTexts(municipality)).execute()
  await tx.insertInto('lab.privacy_word').values(defaultWords(municipality, id)).execute()
}
