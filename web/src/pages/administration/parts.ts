/** The parts of the administration, in the order one goes through them. */
export const administrationParts = [
  'waiting',
  'services',
  'people',
  'mandates',
  'lists',
  'ages',
  'own',
  'history',
] as const
export type AdministrationPart = (typeof administrationParts)[number]
