/** The modules that decide who sees, who says yes, how old somebody is, what may be spent, and what opens (REQ-68). */
export const mutatedModules = {
  access: [
    'core/src/access.ts',
    'core/src/access/consents.ts',
    'core/src/access/people.ts',
    'core/src/access/structure.ts',
    'core/src/access/writing.ts',
  ],
  'access to other rows': [
    'core/src/access/beside.ts',
    'core/src/access/openings.ts',
    'core/src/access/whereabouts.ts',
  ],
  consent: ['core/src/consent-rules.ts', 'core/src/consent-wish-rules.ts'],
  'child and age': ['core/src/dates.ts', 'core/src/member-rules.ts'],
  money: ['core/src/money.ts', 'core/src/ledger-rules.ts'],
  decision: ['core/src/decision-rules.ts'],
  seals: ['db/src/sealed.ts'],
  'key ring': ['db/src/key-ring.ts'],
}
