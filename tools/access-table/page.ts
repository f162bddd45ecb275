import {
  commands,
  runtimeRoles,
  type Catalogue,
  type Grant,
  type Policy,
  type Table,
} from '../check-house/catalogue.ts'
import type { Asked, Can } from './asked.ts'
import { verbs } from './things.ts'
import { sameEverywhere } from './same-everywhere.ts'
import { jobWords } from './words-of-jobs.ts'
import { policyWords as peopleWords } from './words.ts'

const policyWords: Readonly<Record<string, string>> = { ...peopleWords, ...jobWords }

const intro = `# Who may do what with which rows

Written by \`npx tsx tools/make-access-table.ts\` from the catalogue of a migrated database; a test compares them. The rule behind it
stands in [decisions/0003](decisions/0003-who-sees-a-row.md), the roles in [decisions/0001](decisions/0001-four-roles.md).

- \`lab_app\` does everything people do, always as the person of a live session. "They" in its rows is that person; without a live
  session it sees nothing.
- \`lab_system\` runs the few named jobs of \`db/src/as-system.ts\`.
- \`lab_rule\` cannot log in. It owns the functions that answer "who sees what" and append to the chains, and can read no words.
- \`lab_owner\` makes tables and lays the demo; its connection is closed before the server listens. It has all rows of every table
  and is left out below.

Every table has row security, enabled and forced: what stands in no row of this page cannot be done. \`S\` select, \`I\` insert,
\`U\` update, \`D\` delete; a star means that only some columns are granted.
`

/** The page as it should be. @throws when a policy has no words, or words have lost their policy */
export function accessPage({ tables }: Catalogue, asked: Asked): string {
  refuseUnsaid(tables)
  const matrix = tables.map(
    (table) =>
      `| [\`${table.name}\`](#${table.name}) | ${runtimeRoles.map((role) => letters(table, role)).join(' | ')} |`,
  )
  return [
    intro,
    ...askedSection(asked),
    '## Tables and roles',
    '',
    `| table | ${runtimeRoles.join(' | ')} |`,
    `|---|${runtimeRoles.map(() => '---|').join('')}`,
    ...matrix,
    '',
    ...tables.map(section),
  ].join('\n')
}

/** What the database answered when it was asked as each of them. */
function askedSection(asked: Asked): string[] {
  const who = Object.keys(asked)
  const names = Object.keys(Object.values(asked)[0] ?? {})
  return [
    '## Who can do what, asked of the database',
    '',
    'Not from the text of the policies: each question was put to a laid Fjordvik as that person, about one thing of the Hansen-Ali family, and rolled back',
    '(`tools/access-table/things.ts`, `asked.ts`). _Writes_: puts another such row there, in their own name. What core asks beyond that (ages, terms, forms)',
    'stands in `core/src/*-rules.ts` and can only refuse more.',
    '',
    ...names.flatMap((thing) => {
      const able = who.filter((person) => Object.values(asked[person]?.[thing] ?? {}).some(Boolean))
      return [
        `### ${thing.charAt(0).toUpperCase()}${thing.slice(1)}`,
        '',
        ...(able.length === 0
          ? ['Nobody of them.']
          : able.map((person) => {
              const can = asked[person]?.[thing] as Can
              return `- ${person}: ${verbs.filter((verb) => can[verb]).join(', ')}`
            })),
        ...(able.length > 0 && able.length < who.length
          ? ['', `Nothing: ${who.filter((person) => !able.includes(person)).join('; ')}.`]
          : []),
        '',
      ]
    }),
  ]
}

function letters(table: Table, role: string): string {
  const cells = commands.flatMap((command) => {
    const grants = table.grants.filter((grant) => grant.role === role && grant.command === command)
    if (grants.length === 0) return []
    return [`${command.charAt(0).toUpperCase()}${grants.every((grant) => grant.columns) ? '*' : ''}`]
  })
  return cells.join(' ')
}

function section(table: Table): string {
  const shown = runtimeRoles.flatMap((role) =>
    table.policies.filter((policy) => policy.roles.includes(role)).map((policy) => ({ role, policy })),
  )
  const told = table.comment ? [table.comment, ''] : []
  if (shown.length === 0) return [`## ${table.name}`, '', ...told, 'Nobody but the owner.', ''].join('\n')
  return [
    `## ${table.name}`,
    '',
    ...told,
    '| role | may | which rows | policy |',
    '|---|---|---|---|',
    ...shown.map(
      ({ role, policy }) =>
        `| \`${role}\` | ${policy.command}${columns(table.grants, role, policy)} | ${words(table, policy)} | \`${policy.name}\` |`,
    ),
    '',
    ...sqlOf(shown.map(({ policy }) => policy)),
  ].join('\n')
}

function columns(grants: readonly Grant[], role: string, policy: Policy): string {
  const granted = grants.filter((grant) => grant.role === role && grant.command === policy.command)
  const named = granted.every((grant) => grant.columns) ? granted.flatMap((grant) => grant.columns ?? []) : []
  return named.length > 0 ? ` (${named.join(', ')})` : ''
}

function words(table: Table, policy: Policy): string {
  return policyWords[`${table.name}.${policy.name}`] ?? sameEverywhere[policy.name] ?? ''
}

/** Only policies with a condition: "true" is said in words already. */
function sqlOf(policies: readonly Policy[]): string[] {
  const conditions = policies.flatMap((policy) => [
    ...condition(`${policy.name}: rows that are there`, policy.using),
    ...condition(`${policy.name}: rows that are written`, policy.check),
  ])
  return conditions.length === 0
    ? []
    : ['<details><summary>SQL</summary>', '', '```sql', ...conditions, '```', '', '</details>', '']
}

function condition(title: string, sql: string | null): string[] {
  return sql === null || sql === 'true' ? [] : [`-- ${title}`, sql.replaceAll(/[ \t]+$/gm, '')]
}

function refuseUnsaid(tables: readonly Table[]): void {
  const ours = tables.flatMap((table) =>
    table.policies.flatMap(({ name, roles }) =>
      roles.some((role) => (runtimeRoles as readonly string[]).includes(role)) && !(name in sameEverywhere)
        ? [`${table.name}.${name}`]
        : [],
    ),
  )
  const unsaid = ours.filter((key) => !(key in policyWords))
  const stale = Object.keys(policyWords).filter((key) => !ours.includes(key))
  if (unsaid.length > 0) throw new Error(`Say in tools/access-table/words.ts who is let in by ${unsaid.join(', ')}.`)
  if (stale.length > 0)
    throw new Error(`tools/access-table/words.ts speaks of policies that are gone: ${stale.join(', ')}.`)
}
