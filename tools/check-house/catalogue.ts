import type { Pool } from '@velferdslab/db/connect'
import type { Finding } from './house.ts'

/** What PostgreSQL itself says of the schema `lab`: the one source for the checks of the locks and for docs/access.md. */
export interface Catalogue {
  readonly tables: readonly Table[]
  readonly views: readonly View[]
  readonly functions: readonly Routine[]
  readonly roles: readonly Role[]
}

export type Command = 'select' | 'insert' | 'update' | 'delete'
export const commands: readonly Command[] = ['select', 'insert', 'update', 'delete']
/** The roles that work while the server runs. */
export const runtimeRoles = ['lab_app', 'lab_system', 'lab_rule'] as const

export interface Table {
  readonly name: string
  readonly kind: 'table' | 'materialized view' | 'foreign table'
  readonly owner: string
  readonly comment: string | null
  readonly enabled: boolean
  readonly forced: boolean
  readonly grants: readonly Grant[]
  readonly policies: readonly Policy[]
}

export interface Grant {
  /** `public` is everybody. */
  readonly role: string
  readonly command: string
  /** The columns, when the grant is not for all of them. */
  readonly columns: readonly string[] | null
}

export interface Policy {
  readonly name: string
  readonly command: Command | 'all'
  readonly roles: readonly string[]
  readonly restrictive: boolean
  /** Which rows are seen, changed, deleted. */
  readonly using: string | null
  /** Which rows may be written. */
  readonly check: string | null
}

interface View {
  readonly name: string
  readonly invoker: boolean
}

export interface Routine {
  readonly name: string
  readonly call: string
  readonly owner: string
  readonly definer: boolean
  readonly searchPath: string | null
  readonly body: string
  /** Who may call it, besides its owner. */
  readonly callers: readonly string[]
}

interface Role {
  readonly name: string
  readonly superuser: boolean
  readonly bypassesRowSecurity: boolean
  readonly createsRoles: boolean
  readonly createsDatabases: boolean
  readonly replicates: boolean
  readonly login: boolean
  readonly memberOf: readonly string[]
  readonly owns: readonly string[]
  readonly createsIn: readonly string[]
}

/** Reads the catalogue. Who asks must be allowed to see it: the owner's, or a superuser's. */
export async function readCatalogue(database: Pick<Pool, 'query'>): Promise<Catalogue> {
  const rows = async <Row extends object>(sql: string) => (await database.query<Row>(sql)).rows
  return {
    tables: await rows<Table>(tablesSql),
    views: await rows<View>(viewsSql),
    functions: await rows<Routine>(functionsSql),
    roles: await rows<Role>(rolesSql),
  }
}

const roleName = (oid: string) => `coalesce((select r.rolname::text from pg_roles r where r.oid = ${oid}), 'public')`

const tablesSql = `
  select c.relname as name, case c.relkind when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end as kind,
    ${roleName('c.relowner')} as owner, obj_description(c.oid, 'pg_class') as comment,
    c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select coalesce(json_agg(g order by g.role, g.command), '[]') from (
      select ${roleName('a.grantee')} as role, lower(a.privilege_type) as command, null::text[] as columns
      from aclexplode(c.relacl) a where a.grantee <> c.relowner
      union all
      select ${roleName('a.grantee')}, lower(a.privilege_type), array_agg(t.attname::text order by t.attnum)
      from pg_attribute t cross join lateral aclexplode(t.attacl) a
      where t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped and a.grantee <> c.relowner group by 1, 2
    ) g) as grants,
    (select coalesce(json_agg(json_build_object('name', p.polname,
        'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        'roles', (select json_agg(${roleName('o.oid')} order by 1) from unnest(p.polroles) as o (oid)),
        'restrictive', not p.polpermissive,
        'using', pg_get_expr(p.polqual, p.polrelid, true), 'check', pg_get_expr(p.polwithcheck, p.polrelid, true))
      order by p.polname), '[]') from pg_policy p where p.polrelid = c.oid) as policies
  from pg_class c where c.relnamespace = 'lab'::regnamespace and c.relkind in ('r', 'p', 'm', 'f') order by c.relname`

const viewsSql = `
  select relname as name, coalesce('security_invoker=true' = any (reloptions), false) as invoker
  from pg_class where relnamespace = 'lab'::regnamespace and relkind = 'v' order by relname`

const functionsSql = `
  select p.proname as name, p.oid::regprocedure::text as call, ${roleName('p.proowner')} as owner, p.prosecdef as definer, p.prosrc as body,
    (select substring(s from 'search_path=(.*)') from unnest(p.proconfig) s where s like 'search_path=%') as "searchPath",
    (select coalesce(json_agg(distinct ${roleName('a.grantee')}), '[]')
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner) as callers
  from pg_proc p where p.pronamespace = 'lab'::regnamespace order by 2`

const rolesSql = `
  select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as "bypassesRowSecurity", r.rolcreaterole as "createsRoles",
    r.rolcreatedb as "createsDatabases", r.rolreplication as replicates, r.rolcanlogin as login,
    (select coalesce(json_agg(m.roleid::regrole::text), '[]') from pg_auth_members m where m.member = r.oid) as "memberOf",
    (select coalesce(json_agg(o.name order by o.name), '[]') from (
      select 'table ' || c.oid::regclass as name from pg_class c where c.relowner = r.oid and c.relnamespace = 'lab'::regnamespace
      union all select 'schema ' || n.nspname from pg_namespace n where n.nspowner = r.oid and n.nspname like 'lab%'
      union all select 'database ' || d.datname from pg_database d where d.datdba = r.oid
    ) o) as owns,
    (select coalesce(json_agg(o.name order by o.name), '[]') from (
      select 'schema ' || n.nspname as name from pg_namespace n
      where n.nspname in ('lab', 'lab_migration', 'public') and n.nspowner <> r.oid and has_schema_privilege(r.oid, n.oid, 'create')
      union all select 'this database' where has_database_privilege(r.oid, current_database(), 'create')
    ) o) as "createsIn"
  from pg_roles r where r.rolname like 'lab\\_%' order by r.rolname`

/** A rule of the locks: what it says, and how the catalogue shows that it holds. */
export interface Lock {
  readonly says: string
  readonly why: string
  readonly mend: string
  readonly look: (catalogue: Catalogue) => Finding[]
}
