import type { Generated } from 'kysely'
import type { AdministrationTables } from './administration-tables.ts'
import type { ConsentTables } from './consent-tables.ts'
import type { DoorTables } from './door-tables.ts'
import type { LawTables } from './law-tables.ts'

/** The tables of db/migrations as the query builder sees them: Buffers, Dates, days 'YYYY-MM-DD', øre. The migrations are the authority. */
export interface Tables extends DoorTables, AdministrationTables, LawTables, ConsentTables {
  'lab.municipality': { id: string; name: string; slug: string; phone: string }
  'lab.area': {
    municipality_id: string
    code: string
    position: number
    domain: string | null
    sensitive: Generated<boolean>
  }
  'lab.party': {
    municipality_id: string
    id: string
    kind: 'service' | 'lab' | 'private'
    organisation_id: string | null
    name: string
    in_sentence: string
    declaration_required: Generated<boolean>
    service_type: Generated<string | null>
    position: Generated<number>
  }
  'lab.child_rule': {
    municipality_id: string
    area: string
    subject: 'life' | 'words'
    valid_from: string
    parents_until: number
    source: string
    reviewed_at: string | null
  }
  'lab.person': { municipality_id: string; id: string; name: string; called_name: string; initials: string }
  'lab.birth': { municipality_id: string; person_id: string; born: string }
  'lab.person_identity': {
    municipality_id: string
    person_id: string
    issuer: 'citizen' | 'staff'
    blind_index: Buffer
    sealed: Buffer
  }
  'lab.session': {
    token_hash: Buffer
    municipality_id: string
    person_id: string
    issuer: 'citizen' | 'staff'
    acr: string
    provider_session: string | null
    created_at: Generated<Date>
    expires_at: Date
    ended_at: Date | null
  }
  'lab.family': {
    municipality_id: string
    id: string
    name: string
    phase: 'capture' | 'invest' | 'maintain' | 'exit'
    target_group: 'a' | 'b' | 'c'
    cloth_started_on: string
    areas: string[]
  }
  'lab.family_key': { municipality_id: string; family_id: string; wrapped: Buffer }
  'lab.member': {
    municipality_id: string
    family_id: string
    person_id: string
    relation: string
    takes_part: Generated<boolean>
    mark: number
    position: number
    valid_from: Date
    valid_to: Date | null
  }
  'lab.responsibility': {
    municipality_id: string
    id: string
    person_id: string
    holder_id: string
    kind: 'parental' | 'guardian'
    areas: string[] | null
    source: string
    valid_from: Date
    valid_to: Date | null
  }
  'lab.seat': {
    municipality_id: string
    id: string
    family_id: string
    person_id: string
    party_id: string
    role: 'leader' | 'member' | 'trusted' | 'volunteer'
    mark: number
    asked_at: Date
    asked_by: string
    approved_at: Date | null
    approved_by: string | null
    declared_at: Date | null
    valid_from: Date
    valid_to: Date | null
    ended_at: Date | null
  }
  'lab.about': {
    municipality_id: string
    id: string
    family_id: string
    whole: boolean
    persons: string[]
    single: Generated<boolean>
  }
  'lab.consent': {
    municipality_id: string
    id: string
    family_id: string
    giver_id: string
    party_id: string
    answer: 'yes' | 'no'
    purpose: string
    areas: string[]
    persons: string[]
    giving_parties: string[]
    valid_from: Date
    valid_to: Date | null
    ended_at: Date | null
    ended_how: 'withdrawn' | 'narrowed' | 'replaced' | null
    text_version: string
    language: string
    channel: string
    recorded_by: string
    given_at: Generated<Date>
  }
  'lab.consent_wish': {
    municipality_id: string
    id: string
    family_id: string
    party_id: string
    wished_by: string
    areas: string[]
    persons: string[]
    until: string
    sealed_reason: Buffer
    wished_at: Generated<Date>
  }
  'lab.meeting': {
    municipality_id: string
    id: string
    family_id: string
    started_at: Date | null
    ended_at: Date | null
  }
  'lab.admission': {
    municipality_id: string
    meeting_id: string
    person_id: string
    mark: number
    declared_at: Date
    admitted_at: Date
    admitted_by: string
    left_at: Date | null
  }
  'lab.open_area': {
    municipality_id: string
    id: string
    meeting_id: string
    area: string
    opened_by: string
    opened_at: Date
    closed_at: Date | null
  }
  'lab.act': {
    municipality_id: string
    id: string
    family_id: string
    person_id: string
    kind: 'exception' | 'break_glass'
    areas: string[]
    ground: string
    valid_from: Date
    valid_to: Date
    ended_at: Date | null
  }
  'lab.chain_head': {
    municipality_id: string
    chain_id: string
    family_id: string | null
    seq: Generated<number>
    hash: Generated<Buffer>
  }
  'lab.event': {
    municipality_id: string
    chain_id: string
    seq: number
    family_id: string | null
    kind: string
    actor_id: string | null
    at: Date
    about_id: string | null
    area: string | null
    privacy: string | null
    subject_id: string | null
    data: unknown
    command_id: string | null
    prev: Buffer
    hash: Buffer
  }
  'lab.command': {
    municipality_id: string
    person_id: string
    id: string
    name: string
    answer: unknown
    at: Generated<Date>
  }
  'lab.note': {
    municipality_id: string
    id: string
    family_id: string
    cell: string
    area: string
    about_id: string
    privacy: 'table' | 'own' | 'child'
    author_id: string
    written_by: string
    sealed: Buffer | null
    bright: Generated<boolean>
    due: string | null
    sector: string | null
    ring: number | null
    beside_id: string | null
    version: Generated<number>
    created_at: Generated<Date>
    changed_at: Generated<Date>
  }
  'lab.draft': {
    municipality_id: string
    note_id: string
    family_id: string
    cell: string
    area: string
    about_id: string
    privacy: 'table' | 'own' | 'child'
    writer_id: string
    sealed: Buffer
    changed_at: Date
  }
  'lab.promise': {
    municipality_id: string
    id: string
    family_id: string
    about_id: string
    area: string
    privacy: Generated<string>
    party_id: string
    author_id: string
    sealed: Buffer
    due: string
    bound_until: Date | null
    created_at: Generated<Date>
  }
  'lab.mandate': {
    municipality_id: string
    id: string
    party_id: string
    person_id: string | null
    role: string | null
    kinds: string[]
    amount_ore: number
    total_ore: number | null
    source: string
    valid_from: string
    valid_to: string
  }
  'lab.frame': {
    municipality_id: string
    id: string
    family_id: string
    party_id: string
    amount_ore: number
    source: string
    valid_from: string
    valid_to: string
  }
  'lab.price': {
    municipality_id: string
    id: string
    item: string
    unit: 'hour' | 'month' | 'piece'
    ore: number
    valid_from: string
    source: string
  }
  'lab.wellbeing': {
    municipality_id: string
    id: string
    family_id: string
    person_id: string
    about_id: string
    area: Generated<string>
    privacy: 'own' | 'child'
    moment: 'before' | 'during' | 'after'
    answer: 'score' | 'rather_not' | 'skipped'
    score: number | null
    sealed: Buffer | null
    on_day: string
    created_at: Generated<Date>
  }
  'lab.placement': {
    municipality_id: string
    id: string
    family_id: string
    about_id: string
    area: string
    privacy: Generated<string>
    subject: string
    view: 'family' | 'team'
    mark: 'now' | 'goal'
    situation: string
    strength_answer: 'score' | 'rather_not' | 'skipped' | null
    strength: number | null
    ability_answer: 'score' | 'rather_not' | 'skipped' | null
    ability: number | null
    sealed: Buffer | null
    author_id: string
    party_id: string | null
    on_day: string
    by_day: string | null
    created_at: Generated<Date>
  }
}
