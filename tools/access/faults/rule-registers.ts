import type { Fault } from '../plant.ts'

/** The rules a municipality keeps in versions: found by asking for them, for they are no rows of a family (tools/access/rule-registers.ts). */
export const ruleRegisterFaults: readonly Fault[] = [
  {
    name: 'watch-rules-to-support',
    says: 'support reads what is looked for in the trace',
    places: ['policy oversee on review_rule'],
    was: "'administrator'::text",
    becomes: "'administrator'::text, 'support'::text",
    of: 'rule registers',
  },
  {
    name: 'watch-rules-to-everybody',
    says: 'everybody of the municipality reads what is looked for in the trace',
    places: ['policy oversee on review_rule'],
    was: "AND ( SELECT lab.holds_role(ARRAY['privacy_officer'::text, 'administrator'::text]) AS holds_role)",
    becomes: '',
    of: 'rule registers',
  },
  {
    name: 'law-of-another-town',
    says: 'the rules of law of another municipality are read',
    places: ['policy see on statute_rule'],
    was: '(municipality_id = ( SELECT lab.current_municipality() AS current_municipality))',
    becomes: 'true',
    of: 'rule registers',
  },
  {
    name: 'rules-by-support',
    says: 'support proposes how a rule is to stand',
    places: ['function propose_change'],
    was: "if not lab.holds_role(array['administrator'])",
    becomes: "if not lab.holds_role(array['administrator', 'support'])",
    of: 'rule registers',
  },
]
