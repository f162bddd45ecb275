import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { classes, retentions, type Class, type Retention } from './classes.ts'
import { tables } from './tables.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'operate')
export const pages = ['ropa.md', 'dpia.md'].map((name) => join(folder, name))

const begin = (what: string) => `<!-- generated: ${what} -->`
const end = '<!-- end of generated -->'

/** A page with its generated tables as the classification is now; what stands between them is written by hand. */
export function withTables(page: string): string {
  return Object.entries({ classes: classTable(), retention: retentionTable(), tables: tableTable() }).reduce(
    (text, [what, table]) => {
      const from = text.indexOf(begin(what))
      if (from < 0) return text
      const to = text.indexOf(end, from)
      if (to < 0) throw new Error(`${what} has no end`)
      return `${text.slice(0, from)}${begin(what)}\n\n${table}\n\n${text.slice(to)}`
    },
    readFileSync(page, 'utf8'),
  )
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
const all = Object.entries(tables)

function classTable(): string {
  const rows = (Object.keys(classes) as Class[]).map((name) => {
    const where = all.filter(([, each]) => each.columns[name])
    const columns = where.reduce((sum, [, each]) => sum + (each.columns[name]?.split(' ').length ?? 0), 0)
    return [`\`${name}\``, classes[name], String(columns), where.map(([each]) => `\`${each}\``).join(', ')]
  })
  return table(['klasse', 'hva det er', 'kolonner', 'tabeller'], rows)
}

function retentionTable(): string {
  const rows = (Object.keys(retentions) as Retention[]).map((name) => [
    `\`${name}\``,
    retentions[name],
    all.flatMap(([each, { kept }]) => (kept === name ? [`\`${each}\``] : [])).join(', '),
  ])
  return table(['regel', 'hvor lenge', 'tabeller'], rows)
}

function tableTable(): string {
  return table(
    ['tabell', 'hva den er til (engelsk, som i koden)', 'klasser', 'lagring'],
    all.map(([name, each]) => [
      `\`${name}\``,
      each.for,
      Object.keys(each.columns)
        .filter((one) => one !== 'structure')
        .join(', ') || 'structure',
      each.kept,
    ]),
  )
}
