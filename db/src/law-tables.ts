/** The lists of 0026_a_law.sql as the query builder sees them (tables.ts). */
interface Reviewed {
  source: string
  reviewed_by: string | null
  reviewed_at: string | null
}
interface Titled {
  title_nb: string
  title_nn: string
  title_en: string
}
export interface LawTables {
  'lab.sector_of_type': Reviewed & { municipality_id: string; service_type: string; valid_from: string; sector: string }
  'lab.statute_rule': Reviewed &
    Titled & {
      municipality_id: string
      code: string
      valid_from: string
      valid_to: string | null
      position: number
      statute: string
      paragraph: string
      kind: 'exception' | 'report' | 'avert'
      sectors: string[]
      longest_days: number | null
      may_delay: boolean
    }
  'lab.confidentiality_rule': Reviewed &
    Titled & {
      municipality_id: string
      sector: string
      code: string
      valid_from: string
      valid_to: string | null
      statute: string
      paragraph: string
    }
  'lab.legal_basis': Reviewed & {
    municipality_id: string
    code: string
    valid_from: string
    valid_to: string | null
    processing_nb: string
    processing_nn: string
    processing_en: string
    article_6: string
    article_9: string | null
    national_law: string
  }
  'lab.report_receiver': {
    municipality_id: string
    id: string
    party_id: string
    person_id: string
    valid_from: Date
    valid_to: Date | null
  }
}
