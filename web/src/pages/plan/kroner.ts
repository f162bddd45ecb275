/** What somebody writes as kroner, in øre: "12 000" and "12000,50". Undefined when it is no amount. */
export function oreOf(text: string): number | undefined {
  const written = text.replace(/[\s\u00a0]/g, '')
  const found = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(written)
  if (!found) return undefined
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** An amount as one would write it in a field. */
export function writtenKroner(ore: number): string {
  const rest = ore % 100
  return `${Math.trunc(ore / 100)}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}
