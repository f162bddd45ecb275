/** Whole numbers of the command line, with what holds when they are left out. */
export function wholeNumbers<Name extends string>(
  given: Readonly<Record<string, string | undefined>>,
  standard: Readonly<Record<Name, number>>,
): Record<Name, number> {
  const read = (name: Name): number => {
    const text = given[name]
    if (text === undefined) return standard[name]
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number`)
    return Number(text)
  }
  return Object.fromEntries((Object.keys(standard) as Name[]).map((name) => [name, read(name)])) as Record<Name, number>
}

/** The same as options of parseArgs. */
export function asOptions<Name extends string>(
  standard: Readonly<Record<Name, number>>,
): Record<Name, { type: 'string' }> {
  return Object.fromEntries(Object.keys(standard).map((name) => [name, { type: 'string' }])) as Record<
    Name,
    { type: 'string' }
  >
}
