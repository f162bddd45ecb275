/** What goes by itself when it is past its day: what only served a moment, and no family's living record. In the order it is looked at. */
export const perishable = [
  'session',
  'draft',
  'command',
  'invitation',
  'notice',
  'address',
  'guest',
  'helper',
  'question',
  'self_referral',
  'declined',
  'named',
  'opening',
  'denial',
  'review',
] as const
export type Perishable = (typeof perishable)[number]

/** What is kept until the archive has taken it. It is counted, and never deleted before there is a receipt (REQ-29). */
export const archivable = ['family', 'memory', 'person', 'list'] as const
export const retentionCategories = [...perishable, ...archivable] as const
export type RetentionCategory = (typeof retentionCategories)[number]
