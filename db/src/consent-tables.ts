import type { Generated } from 'kysely'

/** What consents are said with and for how long, as the query builder sees them (tables.ts). */
export interface ConsentTables {
  'lab.privacy_word': {
    municipality_id: string
    id: string
    word: string
    kind: string
    listed: Generated<boolean>
    source: string
    changed_by: string | null
    changed_at: Generated<Date>
  }
  'lab.text_version': {
    municipality_id: string
    key: string
    version: string
    language: string
    words: string
    valid_from: string
    source: string
    approved_by: string | null
  }
  'lab.consent_term': {
    municipality_id: string
    valid_from: string
    confirm_days: number
    remind_days: number
    source: string
    reviewed_at: string | null
  }
  'lab.consent_term_now': { municipality_id: string; confirm_days: number; remind_days: number }
  'lab.consent_age': {
    municipality_id: string
    area: string
    valid_from: string
    from_age: number
    source: string
    reviewed_at: string | null
  }
  'lab.sole_consent_ground': {
    municipality_id: string
    code: string
    valid_from: string
    valid_to: string | null
    position: number
    statute: string
    paragraph: string
    longest_days: number
    title_nb: string
    title_nn: string
    title_en: string
    without_nb: string | null
    without_nn: string | null
    without_en: string | null
    source: string
    reviewed_by: string | null
    reviewed_at: string | null
  }
  'lab.consent_age_now': { municipality_id: string; area: string; from_age: number }
}
