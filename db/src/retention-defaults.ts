import type { Perishable, RetentionCategory } from '@velferdslab/core/retention-kinds'

const rulesFrom = '2000-01-01'
const gdpr = {
  statute: 'personvernforordningen',
  paragraph: 'artikkel 5 nr. 1 bokstav e',
  source: 'https://lovdata.no/dokument/NL/lov/2018-06-15-38/gdpr/ARTIKKEL_5',
}
const archive = {
  statute: 'arkivlova',
  paragraph: '§ 6',
  source: 'https://lovdata.no/dokument/NL/lov/1992-12-04-126/§6',
}

const periods: Record<Perishable, readonly [amount: number, unit: 'day' | 'year', action: 'delete' | 'anonymise']> = {
  session: [1, 'day', 'delete'],
  draft: [1, 'day', 'delete'],
  command: [30, 'day', 'delete'],
  invitation: [30, 'day', 'delete'],
  notice: [30, 'day', 'delete'],
  address: [30, 'day', 'delete'],
  guest: [1, 'year', 'anonymise'],
  helper: [1, 'year', 'anonymise'],
  question: [1, 'year', 'delete'],
  self_referral: [90, 'day', 'delete'],
  declined: [1, 'year', 'delete'],
  named: [2, 'year', 'delete'],
  opening: [5, 'year', 'delete'],
  denial: [2, 'year', 'delete'],
  review: [5, 'year', 'delete'],
}

/**
 * How long things are kept, for a municipality that begins: no longer than what they are for, and what the archive act asks for until the archive
 * has it. The periods are ours, and none is reviewed yet: the municipality's archivist and lawyer put their own in their place.
 */
export function defaultRetentionRules(municipality: string) {
  const rule = (
    category: RetentionCategory,
    law: typeof gdpr,
    action: string,
    amount: number | null,
    unit: string | null,
  ) => ({
    municipality_id: municipality,
    category,
    valid_from: rulesFrom,
    amount,
    unit,
    action,
    ...law,
  })
  return [
    ...Object.entries(periods).map(([category, [amount, unit, action]]) =>
      rule(category as Perishable, gdpr, action, amount, unit),
    ),
    rule('family', archive, 'archive', 10, 'year'),
    rule('memory', archive, 'archive', 10, 'year'),
    rule('person', archive, 'archive', null, null),
    rule('list', archive, 'archive', null, null),
  ]
}
