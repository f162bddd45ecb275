import { commands, runtimeRoles, type Catalogue, type Command, type Lock, type Table } from './catalogue.ts'
import { definers } from './definers.ts'
import type { Finding } from './house.ts'

const ourRoles: readonly string[] = ['lab_owner', ...runtimeRoles]

const tablesAreForced: Lock = {
  says: 'every table in schema lab has row security, enabled and forced',
  why: 'Without it everybody sees every row; enabled and not forced, the owner still does (REQ-47).',
  mend: 'alter table lab.NAME enable row level security; alter table lab.NAME force row level security; and a policy for each role, as in db/migrations/0009_locks.sql.',
  look: ({ tables }) =>
    tables.flatMap((table): Finding[] => {
      if (table.kind !== 'table')
        return [{ where: `lab.${table.name}`, what: `is a ${table.kind}, which cannot have row security` }]
      const missing = [!table.enabled && 'not enabled', !table.forced && 'not forced'].filter(Boolean)
      return missing.length > 0
        ? [{ where: `lab.${table.name}`, what: `row security is ${missing.join(' and ')}` }]
        : []
    }),
}

function covers(table: Table, role: string, command: Command): boolean {
  return table.policies.some(
    (policy) => !policy.restrictive && policy.roles.includes(role) && ['all', command].includes(policy.command),
  )
}

/** @param columns only grants that reach one of these */
function granted(table: Table, role: string, columns?: readonly string[]): Command[] {
  const reaches = (granted: readonly string[] | null) =>
    columns === undefined || granted === null || granted.some((column) => columns.includes(column))
  return commands.filter(
    (command) =>
      role === table.owner ||
      table.grants.some((grant) => grant.role === role && grant.command === command && reaches(grant.columns)),
  )
}

const grantsHavePolicies: Lock = {
  says: 'whoever may do something with a table has a policy that says with which rows, and the other way round',
  why: 'A grant without a policy is a door that never opens and that somebody will "mend" with using (true); a policy without a grant tells a reader what is not so.',
  mend: 'Write the policy beside the grant, for that role and that command; or take the other away.',
  look: ({ tables }) =>
    tables.flatMap((table) =>
      [...new Set([table.owner, ...ourRoles])].flatMap((role): Finding[] =>
        commands.flatMap((command) => {
          const where = `lab.${table.name}`
          const may = granted(table, role).includes(command)
          if (may && !covers(table, role, command))
            return [{ where, what: `${role} may ${command}, and no policy says which rows` }]
          if (!may && covers(table, role, command))
            return [{ where, what: `a policy lets ${role} ${command}, and no grant does` }]
          return []
        }),
      ),
    ),
}

const onePolicyEach: Lock = {
  says: 'a role has one policy for one command on one table',
  why: 'Policies are joined by OR, and USING and WITH CHECK each by themselves: a row let in by the one may leave by the other, and neither says what holds.',
  mend: 'Write one policy that says all of it.',
  look: ({ tables }) =>
    tables.flatMap((table) =>
      ourRoles.flatMap((role) =>
        commands.flatMap((command): Finding[] => {
          const names = table.policies
            .filter(
              (policy) =>
                !policy.restrictive && policy.roles.includes(role) && ['all', command].includes(policy.command),
            )
            .map(({ name }) => name)
          return names.length > 1
            ? [{ where: `lab.${table.name}`, what: `${role} may ${command} by ${names.join(' and ')}` }]
            : []
        }),
      ),
    ),
}

const grantsAreNarrow: Lock = {
  says: 'tables are granted to our roles only, row by row only',
  why: 'TRUNCATE, REFERENCES and TRIGGER pass row security by; a grant or a policy for PUBLIC is one for every role that will ever be.',
  mend: 'Grant select, insert, update or delete to lab_app, lab_system or lab_rule, and name the role in each policy.',
  look: ({ tables }) =>
    tables.flatMap((table): Finding[] => {
      const where = `lab.${table.name}`
      return [
        ...(table.owner === 'lab_owner' ? [] : [{ where, what: `belongs to ${table.owner}, not to lab_owner` }]),
        ...table.grants
          .filter(({ role, command }) => !ourRoles.includes(role) || !(commands as readonly string[]).includes(command))
          .map(({ role, command }) => ({ where, what: `${command} is granted to ${role}` })),
        ...table.policies
          .filter(({ roles }) => roles.some((role) => !ourRoles.includes(role)))
          .map(({ name, roles }) => ({ where, what: `policy ${name} is for ${roles.join(', ')}` })),
      ]
    }),
}

/** What may never be done to a table by a role that works while the server runs. */
const never: Readonly<
  Record<
    string,
    {
      readonly roles: readonly string[]
      readonly commands: readonly Command[]
      readonly why: string
      /** Columns it is about; where a row lies may be read without them. Unsaid: all. */
      readonly columns?: readonly string[]
    }
  >
> = {
  change: {
    roles: ['lab_app'],
    commands: ['insert', 'update', 'delete'],
    why: 'a change comes in and is settled by its functions alone (REQ-14)',
  },
  event: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'events are the memory: only added to (REQ-59)' },
  session: { roles: ['lab_app'], commands, why: 'whoever can read or write sessions can be anybody (REQ-48)' },
  person_identity: {
    roles: ['lab_app', 'lab_rule'],
    commands,
    why: 'only sign-in looks an identity number up (REQ-39)',
  },
  note: {
    roles: ['lab_system', 'lab_rule'],
    commands,
    why: 'no job and no rule needs words (REQ-61)',
    columns: ['sealed', 'author_id', 'written_by'],
  },
  entry: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'the ledger is only added to' },
  decided: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'what is decided is not undone in silence' },
  decision_version: {
    roles: runtimeRoles,
    commands: ['update', 'delete'],
    why: 'a yes is to these very words (REQ-45)',
  },
  decision_answer: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'nobody changes what another said' },
  plan_version: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'what was put up stays as it was' },
  plan_line: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'what was put up stays as it was' },
  plan_paper: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'paper that was signed is never set anew' },
  plan_signature: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'a signature is never changed' },
  plan_in_force: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'what all have signed is in force' },
  promise_answer: { roles: runtimeRoles, commands: ['update', 'delete'], why: 'nobody changes what another said' },
  consent: { roles: runtimeRoles, commands: ['delete'], why: 'a withdrawn consent stays as history (REQ-03)' },
}

const someThingsNever: Lock = {
  says: `what must never be done cannot be done: ${Object.keys(never).join(', ')}`,
  why: Object.entries(never)
    .map(([table, { why }]) => `${table}: ${why}`)
    .join('; '),
  mend: 'Take the grant away. What needs it belongs in a function of lab_rule that does one narrow thing.',
  look: ({ tables }) =>
    Object.entries(never).flatMap(([name, rule]): Finding[] => {
      const table = tables.find((each) => each.name === name)
      if (!table)
        return [
          { where: `lab.${name}`, what: 'is not there any more: the list in tools/check-house/locks.ts speaks of it' },
        ]
      return rule.roles.flatMap((role) =>
        granted(table, role, rule.columns)
          .filter((command) => rule.commands.includes(command))
          .map((command) => ({ where: `lab.${name}`, what: `${role} may ${command}` })),
      )
    }),
}

const viewsAskAsTheReader: Lock = {
  says: 'every view is a security_invoker',
  why: 'Any other view reads as its owner, and passes the row security of the reader by.',
  mend: 'create view lab.NAME with (security_invoker = true) as ...',
  look: ({ views }) =>
    views
      .filter(({ invoker }) => !invoker)
      .map(({ name }) => ({ where: `lab.${name}`, what: 'is no security_invoker' })),
}

const definersAreListed: Lock = {
  says: 'every SECURITY DEFINER function is on the list with its reason, belongs to lab_rule and has a fixed search_path that ends in pg_temp',
  why: 'Such a function sees past row security. With an open search_path a caller can put a table of their own in the place of ours.',
  mend: 'set search_path = pg_catalog, lab, pg_temp; alter function ... owner to lab_rule; and a line in tools/check-house/definers.ts that says why it must.',
  look: ({ functions }) => [
    ...functions
      .filter(({ definer }) => definer)
      .flatMap((each): Finding[] => {
        const path = (each.searchPath ?? '').split(',').map((part) => part.trim())
        const listed = definers[each.name]
        const faults = [
          !listed && 'is on no list',
          each.searchPath === null && 'has no search_path of its own',
          each.searchPath !== null &&
            (path.at(-1) !== 'pg_temp' || path[0] !== 'pg_catalog') &&
            `has the search_path ${each.searchPath}`,
          each.owner !== 'lab_rule' && `belongs to ${each.owner}`,
          /\bexecute\b/i.test(each.body) && 'runs SQL made from strings (EXECUTE)',
        ]
        return faults.filter((fault) => fault !== false).map((what) => ({ where: each.call, what }))
      }),
    ...Object.keys(definers)
      .filter((name) => !functions.some((each) => each.definer && each.name === name))
      .map((name) => ({ where: name, what: 'is on the list, and is no SECURITY DEFINER function (any more)' })),
  ],
}

const functionsAreCalledByName: Lock = {
  says: 'nobody may call a function that was not granted to them; the ones that take anybody as an argument are called by no role that serves people',
  why: 'PostgreSQL lets everybody call a new function unless told otherwise. sight_of answers for whomever it is asked about.',
  mend: 'revoke execute on function ... from public; grant execute to the one role that needs it. For people there is my_...: it answers for the signed-in person.',
  look: ({ functions }) =>
    functions.flatMap((each): Finding[] => [
      ...(each.callers.includes('public') ? [{ where: each.call, what: 'may be called by everybody' }] : []),
      ...each.callers
        .filter((role) => role !== 'public' && !(definers[each.name]?.callers ?? ourRoles).includes(role))
        .map((role) => ({ where: each.call, what: `may be called by ${role}` })),
    ]),
}

/** What a role may be a member of, and own. */
const mayBe: Readonly<
  Record<string, { readonly member: readonly string[]; readonly owns: RegExp; readonly login: boolean }>
> = {
  lab_owner: { member: ['lab_rule'], owns: /./, login: true },
  lab_app: { member: [], owns: /^$/, login: true },
  lab_system: { member: [], owns: /^schema lab_jobs$/, login: true },
  lab_rule: { member: [], owns: /^$/, login: false },
}

const rolesAreWeak: Lock = {
  says: 'our roles are no superusers, pass no row security by, make nothing, own nothing and are members of nothing',
  why: 'Row security binds a role only as long as the role cannot become another one (REQ-46).',
  mend: 'Make the roles as db/provision.sql does. lab_owner alone owns tables, and is a member of lab_rule only to hand functions over.',
  look: ({ roles }) =>
    Object.entries(mayBe).flatMap(([name, may]): Finding[] => {
      const role = roles.find((each) => each.name === name)
      if (!role) return [{ where: name, what: 'is not there' }]
      const faults = [
        role.superuser && 'is superuser',
        role.bypassesRowSecurity && 'passes row security by (BYPASSRLS)',
        role.createsRoles && 'can make roles',
        role.createsDatabases && 'can make databases',
        role.replicates && 'can replicate, and so read everything',
        role.login !== may.login && (role.login ? 'can log in' : 'cannot log in'),
        ...role.memberOf.filter((other) => !may.member.includes(other)).map((other) => `is a member of ${other}`),
        ...role.owns.filter((thing) => !may.owns.test(thing)).map((thing) => `owns ${thing}`),
        ...(name === 'lab_owner' ? [] : role.createsIn.map((place) => `can create in ${place}`)),
      ]
      return faults.filter((fault) => fault !== false).map((what) => ({ where: name, what }))
    }),
}

export const locks: readonly Lock[] = [
  tablesAreForced,
  grantsHavePolicies,
  onePolicyEach,
  grantsAreNarrow,
  someThingsNever,
  viewsAskAsTheReader,
  definersAreListed,
  functionsAreCalledByName,
  rolesAreWeak,
]

export function lookAtLocks(catalogue: Catalogue): { lock: Lock; findings: Finding[] }[] {
  return locks.map((lock) => ({ lock, findings: lock.look(catalogue) })).filter(({ findings }) => findings.length > 0)
}
