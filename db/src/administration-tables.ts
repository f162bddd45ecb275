import type { Generated } from 'kysely'

/** What the municipality keeps in order itself, as the query builder sees it. */
export interface AdministrationTables {
  'lab.change': { municipality_id: string; id: string; kind: string; subject: string; outcome: string | null }
  'lab.approval_rule': {
    municipality_id: string
    kind: string
    valid_from: string
    needs: 'one' | 'two' | 'some'
    above_ore: number | null
    roles: string[] | null
    source: string
  }
  'lab.organisation': {
    municipality_id: string
    id: string
    name: string
    organisation_number: string | null
    sector: Generated<string>
  }
  'lab.role_held': {
    municipality_id: string
    id: string
    person_id: string
    role: string
    party_id: string | null
    valid_from: Date
    valid_to: Date | null
  }
}
