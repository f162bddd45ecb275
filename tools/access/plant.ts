import type { Ways } from './play.ts'

/** One changed condition in what the database really runs. */
export type Fault = {
  readonly name: string
  /** What would be wrong, in words. */
  readonly says: string
  /** Where the condition stands; several only when the same condition is written in several. */
  readonly places: readonly Place[]
  /** The condition as PostgreSQL gives it back; spaces and line breaks do not count. */
  readonly was: string
  readonly becomes: string
  /** What is asked to find it, where that is not the rows of families. */
  readonly of?: 'rule registers'
}
type Place = `view ${string}` | `function ${string}` | `policy ${string} on ${string}`

/**
 * What changes the definition in force. @throws when the condition is not there exactly once: then the migrations have moved on, and the list of
 * faults must follow
 */
export async function changesOf(ways: Ways, fault: Fault): Promise<string[]> {
  const changes: string[] = []
  for (const place of fault.places) {
    const was = asPattern(fault.was)
    const hits = (await definitionOf(ways, place)).filter(({ text }) => text.match(was)?.length === 1)
    const [hit] = hits
    if (!hit || hits.length > 1) throw new Error(`${fault.name}: "${fault.was}" is not once in ${place}`)
    changes.push(hit.statement(hit.text.replace(was, () => fault.becomes)))
  }
  return changes
}

export async function plant(ways: Ways, fault: Fault): Promise<void> {
  for (const change of await changesOf(ways, fault)) await ways.superuser.query(change)
}

type Part = { readonly text: string; readonly statement: (text: string) => string }

/** What stands in the database now, and the statement that puts something else in its place. */
async function definitionOf(ways: Ways, place: Place): Promise<Part[]> {
  const [what, name = '', , table = ''] = place.split(' ')
  const only = async (sql: string, values: string[]) => {
    const found = await ways.superuser.query<Record<string, string | null>>(sql, values)
    const [row] = found.rows
    if (!row || found.rows.length > 1) throw new Error(`${place} is not once in the database`)
    return row
  }
  switch (what) {
    case 'view': {
      const { text } = await only(`select pg_get_viewdef($1::regclass, true) as text`, [`lab.${name}`])
      const head = `create or replace view lab.${name} with (security_invoker = true) as `
      return [{ text: text ?? '', statement: (changed) => head + changed }]
    }
    case 'function': {
      const { text } = await only(
        `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'lab'::regnamespace and proname = $1`,
        [name],
      )
      return [{ text: text ?? '', statement: (changed) => changed }]
    }
    default: {
      const row = await only(
        `select qual, with_check from pg_policies where schemaname = 'lab' and policyname = $1 and tablename = $2`,
        [name, table],
      )
      const alter = `alter policy ${name} on lab.${table}`
      return [
        { text: row['qual'] ?? '', statement: (changed) => `${alter} using (${changed})` },
        { text: row['with_check'] ?? '', statement: (changed) => `${alter} with check (${changed})` },
      ]
    }
  }
}

function asPattern(text: string): RegExp {
  const words = text.trim().split(/\s+/)
  return new RegExp(
    words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s+`),
    'g',
  )
}
