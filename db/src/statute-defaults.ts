import type { serviceTypes } from '@velferdslab/core/change'
import type { Tx } from './connect.ts'
import { laySoleGrounds } from './sole-consent-defaults.ts'
import { acts, everySector, lovdata, statuteRules } from './statutes.ts'

/** All of it, for a municipality that begins. */
export async function layStatutes(tx: Tx, municipality: string): Promise<void> {
  await tx.insertInto('lab.sector_of_type').values(defaultSectors(municipality)).execute()
  await tx.insertInto('lab.statute_rule').values(defaultStatuteRules(municipality)).execute()
  await tx.insertInto('lab.confidentiality_rule').values(defaultConfidentialityRules(municipality)).execute()
  await laySoleGrounds(tx, municipality)
  await tx.insertInto('lab.legal_basis').values(defaultLegalBases(municipality)).execute()
}

const typesOf: Readonly<Record<(typeof everySector)[number], readonly ((typeof serviceTypes)[number] | 'lab')[]>> = {
  lab: ['lab'],
  nav: ['nav'],
  child_welfare: ['child_welfare'],
  school: ['school', 'school_support'],
  kindergarten: ['kindergarten'],
  health: ['health_clinic', 'mental_health', 'doctor', 'specialist_health'],
  other: ['citizen_square', 'family_unit', 'work_leisure_relief', 'integration', 'county', 'other'],
}

/** Which rules each kind of service has. Voluntary and business have none: they are no public body, and tell nothing by these. */
const defaultSectors = (municipality: string) =>
  everySector.flatMap((sector) =>
    typesOf[sector].map((service_type) => ({
      municipality_id: municipality,
      service_type,
      valid_from: '2000-01-01',
      sector,
      source: 'Velferdslabens utgangspunkt; må vurderes av kommunens jurist',
      reviewed_by: null,
      reviewed_at: null,
    })),
  )

const defaultStatuteRules = (municipality: string) =>
  statuteRules.map((rule, position) => ({
    municipality_id: municipality,
    code: rule.code,
    valid_from: rule.from,
    valid_to: null,
    position,
    statute: acts[rule.act].name,
    paragraph: `§ ${rule.paragraph}`,
    kind: rule.kind,
    sectors: [...rule.sectors],
    longest_days: rule.days ?? null,
    may_delay: rule.mayDelay ?? false,
    title_nb: rule.title.nb,
    title_nn: rule.title.nn,
    title_en: rule.title.en,
    source: lovdata(acts[rule.act].id, rule.paragraph),
    reviewed_by: null,
    reviewed_at: null,
  }))

const confidential: readonly { sectors: readonly string[]; act: keyof typeof acts; paragraph: string; from: string }[] =
  [
    { sectors: everySector, act: 'fvl', paragraph: '13', from: '1978-01-01' },
    { sectors: ['health'], act: 'hpl', paragraph: '21', from: '2001-01-01' },
    { sectors: ['child_welfare'], act: 'bvl', paragraph: '13-1', from: '2023-01-01' },
    { sectors: ['school'], act: 'oppl', paragraph: '24-1', from: '2024-08-01' },
    { sectors: ['kindergarten'], act: 'bhl', paragraph: '44', from: '2021-01-01' },
    { sectors: ['nav'], act: 'sotjl', paragraph: '44', from: '2010-01-01' },
    { sectors: ['nav'], act: 'nav', paragraph: '7', from: '2006-07-01' },
  ]

/** Who must keep what confidential, by which law (REQ-08). */
const defaultConfidentialityRules = (municipality: string) =>
  confidential.flatMap(({ sectors, act, paragraph, from }) =>
    sectors.map((sector) => ({
      municipality_id: municipality,
      sector,
      code: `${act}_${paragraph.replaceAll('-', '_')}`,
      valid_from: from,
      valid_to: null,
      statute: acts[act].name,
      paragraph: `§ ${paragraph}`,
      title_nb: 'Taushetsplikt om personlige forhold',
      title_nn: 'Teieplikt om personlege forhold',
      title_en: 'Confidentiality about personal matters',
      source: lovdata(acts[act].id, paragraph),
      reviewed_by: null,
      reviewed_at: null,
    })),
  )

/** What the municipality processes on. Never a family's consent: that one lifts confidentiality and nothing else (REQ-07). */
const defaultLegalBases = (municipality: string) => [
  {
    municipality_id: municipality,
    code: 'help_and_plan',
    valid_from: '2018-07-20',
    valid_to: null,
    processing_nb: 'Å hjelpe familien og lage og følge opp planen sammen',
    processing_nn: 'Å hjelpe familien og lage og følgje opp planen saman',
    processing_en: 'Helping the family, and making and following the plan together',
    article_6: '6 (1) e',
    article_9: '9 (2) h',
    national_law: 'Helse- og omsorgstjenesteloven kapittel 3 og 7, sosialtjenesteloven kapittel 4',
    source: 'https://lovdata.no/dokument/NL/lov/2018-06-15-38',
    reviewed_by: null,
    reviewed_at: null,
  },
  {
    municipality_id: municipality,
    code: 'trace_and_archive',
    valid_from: '2018-07-20',
    valid_to: null,
    processing_nb: 'Å vise hvem som har lest, og ta vare på det loven krever',
    processing_nn: 'Å vise kven som har lese, og ta vare på det lova krev',
    processing_en: 'Showing who has read, and keeping what the law demands',
    article_6: '6 (1) c',
    article_9: '9 (2) g',
    national_law: 'Arkivloven, personopplysningsloven',
    source: 'https://lovdata.no/dokument/NL/lov/2018-06-15-38',
    reviewed_by: null,
    reviewed_at: null,
  },
]
