import { startEmbedded } from '@velferdslab/db/embedded/start'
import { whileSystemMayMakeItsSchema } from '@velferdslab/db/jobs'
import type { KeyRing } from '@velferdslab/db/key-ring'
import { migrate } from '@velferdslab/db/migrate'
import { provision, type DatabaseUrls } from '@velferdslab/db/provision'
import { seedFjordvik } from '@velferdslab/db/seed/fjordvik'
import { join } from 'node:path'
import pg from 'pg'
import { migrateJobs } from './jobs/jobs.ts'
import type { Settings } from './settings.ts'

export interface Database {
  readonly urls: DatabaseUrls
  stop(): Promise<void>
}

/** The database that the settings name, or the embedded one of the demo, with its roles. */
export async function openDatabase(settings: Settings, dbFolder: string): Promise<Database> {
  if (settings.database) return { urls: settings.database, stop: () => Promise.resolve() }
  const embedded = await startEmbedded({ folder: join(settings.dataFolder, 'postgres') })
  const urls = await provision(embedded.superuserUrl, 'velferdslab', join(dbFolder, 'provision.sql'))
  return { urls, stop: () => embedded.stop() }
}

/** Brings tables forward as lab_owner, lays the demo when the database is empty, and closes the owner's connections. */
export async function prepareDatabase(
  urls: DatabaseUrls,
  settings: Settings,
  ring: KeyRing,
  dbFolder: string,
): Promise<{ seeded: boolean }> {
  const run = await migrate(urls.owner, join(dbFolder, 'migrations'))
  // Only a new database has no queue yet; an upgrade of the queue comes with a migration of ours.
  if (run.length > 0) await whileSystemMayMakeItsSchema(urls.owner, () => migrateJobs(urls.system))
  const seeded = settings.mode === 'demo' && (await isEmpty(urls.owner))
  if (seeded)
    await seedFjordvik({
      ownerUrl: urls.owner,
      appUrl: urls.app,
      ring,
      // Loaded only here: most starts find a database that is laid.
      setPaper: async (paper) => (await import('./print/plan.ts')).printPlan(paper),
    })
  return { seeded }
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query('select 1 from lab.municipality limit 1')).rowCount === 0
  } finally {
    await client.end()
  }
}

/**
 * The roles must be as weak as they are meant to be, or the locks mean nothing (REQ-46).
 * @throws a sentence that names the role and what it could do
 */
export async function refusePowerfulRoles(urls: DatabaseUrls): Promise<void> {
  for (const [use, url] of [
    ['DATABASE_URL', urls.app],
    ['DATABASE_SYSTEM_URL', urls.system],
  ] as const) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      const { rows } = await client.query<{
        name: string
        super: boolean
        bypass: boolean
        createrole: boolean
        owns: boolean
        member: boolean
        creates: boolean
      }>(
        `select r.rolname as name, r.rolsuper as super, r.rolbypassrls as bypass, r.rolcreaterole as createrole,
           exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'lab'::regnamespace) as owns,
           exists (select 1 from pg_auth_members m where m.member = r.oid) as member,
           has_database_privilege(current_database(), 'create') as creates
         from pg_roles r where r.rolname = current_user`,
      )
      const role = rows[0]
      const faults =
        role &&
        [
          role.super && 'is superuser',
          role.bypass && 'passes row security by (BYPASSRLS)',
          role.createrole && 'can make roles',
          role.owns && 'owns tables',
          role.member && 'is a member of another role',
          role.creates && 'can make schemas',
        ].filter(Boolean)
      if (!role || !faults || faults.length > 0) {
        throw new Error(
          `${use}: the role ${role?.name ?? '?'} ${faults?.join(', ') ?? ''}. Use the roles of db/provision.sql.`,
        )
      }
    } finally {
      await client.end()
    }
  }
}
