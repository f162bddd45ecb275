import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { settingsSchema } from '../server/src/settings.ts'

export const settingsDoc = join(import.meta.dirname, '..', 'docs', 'operate', 'settings.md')

/** The page that lists every setting, from the schema that reads them. */
export function settingsPage(): string {
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const { description = '', whenNotSet, inProduction = '' } = schema.meta() ?? {}
    return `| \`${name}\` | ${whenNotSet ?? `\`${defaultOf(schema)}\``} | ${inProduction} | ${description.replaceAll('|', '\\|')} |`
  })
  return `# Settings

All settings are read from the environment when the server starts. A wrong one stops the start with a sentence that names it.
This page is written by \`npx tsx tools/write-settings-doc.ts\` from \`server/src/settings.ts\`; a test compares them.

| setting | when not set | production | meaning |
|---|---|---|---|
${rows.join('\n')}
`
}

/** What of a schema tells its default. One that is transformed afterwards has it one step further in. */
type Step = { readonly defaultValue?: string | number | boolean; readonly in?: { readonly def: unknown } }

function defaultOf(schema: { readonly def: unknown }): string {
  const step = schema.def as Step
  if (step.defaultValue !== undefined) return String(step.defaultValue)
  if (step.in) return defaultOf(step.in)
  throw new Error('A setting needs a default, or whenNotSet in its meta.')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(settingsDoc, settingsPage())
