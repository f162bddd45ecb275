/** The parts of the administration, in the order one goes through them. */
export const administrationParts = [
  'waiting',
  'services',
  'people',
  'mandates',
  'lists',
  'ages',
  'own',
  'law',
  'words',
  'watch',
  'kept',
  'history',
] as const
export type AdministrationPart = (typeof administrationParts)[number]

/** The part an address asks for, if it is one. */
export function partIn(search: unknown): AdministrationPart | undefined {
  const asked = (search as Record<string, unknown> | undefined)?.['part']
  return administrationParts.find((each) => each === asked)
}
