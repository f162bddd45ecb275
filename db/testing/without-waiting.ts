import pg from 'pg'

/** What is thrown away at the end need not reach the disk. Tests of what a crash leaves have a PostgreSQL of their own. */
export async function writeWithoutWaiting(superuserUrl: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await superuser.query(`alter system set ${setting} = off`)
  await superuser.query('select pg_reload_conf()')
  await superuser.end()
}
