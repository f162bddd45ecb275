import type { Generated } from 'kysely'

/** The tables of 0010_referral.sql, 0015_check_list.sql and 0016_seats.sql, and the rules of 0025_review.sql, as the query builder sees them (tables.ts). */
export interface DoorTables {
  'lab.referral': {
    municipality_id: string
    id: string
    family_id: string
    person_id: string
    sent_by: string
    party_id: string | null
    yes_how: 'spoken' | 'written'
    yes_on: string
    language: string
    reach: 'sms' | 'call' | 'letter' | 'sender'
    wrapped: Buffer
    sealed: Buffer
    received_at: Generated<Date>
    answered_at: Date | null
  }
  'lab.question': {
    municipality_id: string
    id: string
    asked_by: string
    party_id: string | null
    wrapped: Buffer
    sealed: Buffer
    sealed_answer: Buffer | null
    asked_at: Generated<Date>
    answered_by: string | null
    answered_at: Date | null
  }
  'lab.notice': {
    municipality_id: string
    id: string
    family_id: string
    person_id: string
    channel: 'sms'
    sealed: Buffer | null
    made_at: Generated<Date>
    tries: Generated<number>
    next_try_at: Generated<Date>
    sent_at: Date | null
    failed_at: Date | null
  }
  'lab.check_question': {
    municipality_id: string
    code: string
    valid_from: string
    valid_to: string | null
    position: number
    text_nb: string
    text_en: string
    needs_yes: Generated<boolean>
    source: string
    reviewed_at: string | null
  }
  'lab.check_answer': { municipality_id: string; id: string; family_id: string }
  'lab.retention_rule': {
    municipality_id: string
    category: string
    valid_from: string
    amount: number | null
    unit: string | null
    action: string
    statute: string
    paragraph: string
    source: string
  }
  'lab.review_rule': {
    municipality_id: string
    code: string
    valid_from: string
    counts: boolean
    from_hour: number | null
    to_hour: number | null
    above: number | null
    source: string
  }
}
