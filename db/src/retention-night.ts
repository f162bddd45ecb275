import { healthOf, type RetentionHealth } from '@velferdslab/core/retention'
import { perishable } from '@velferdslab/core/retention-kinds'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { asSystem } from './as-system.ts'
import type { Pool } from './connect.ts'

/** In one transaction; more of a kind go in the next. */
const mostAtOnce = 20_000

/**
 * The nightly run: everything that is past its day and held by nothing goes, kind by kind, and a protocol of counts stays (REQ-28). The key of
 * what had one goes before its row: a run that dies in between leaves a row that opens nowhere, and goes the next night.
 * @throws what went wrong, after it stands in the protocol by its code
 */
export async function letGo(pool: Pool, forgetKey: (owner: string) => void): Promise<void> {
  const began = new Date()
  const gone = new Map<string, number>()
  try {
    for (const category of perishable) {
      let last = mostAtOnce
      while (last >= mostAtOnce) {
        const rows = await asSystem(pool, 'retention', async (tx) => {
          const let_go = await sql<{ municipality_id: string; gone: number; owners: string[] }>`
            select * from lab.let_go(${category}, ${mostAtOnce})`.execute(tx)
          for (const owner of let_go.rows.flatMap(({ owners }) => owners)) forgetKey(owner)
          return let_go.rows
        })
        last = rows.reduce((sum, row) => sum + row.gone, 0)
        for (const row of rows) {
          const key = `${row.municipality_id} ${category}`
          gone.set(key, (gone.get(key) ?? 0) + row.gone)
        }
      }
    }
  } catch (error) {
    await writeProtocol(pool, began, gone, codeOf(error))
    throw error
  }
  await writeProtocol(pool, began, gone, null)
}

/** Never the message: what PostgreSQL says of a row can hold what stands in it. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: string }
  const told = typeof code === 'string' ? code : (name ?? 'unknown')
  return told.replaceAll(/[^A-Za-z0-9_]/g, '_').slice(0, 40)
}

function writeProtocol(pool: Pool, began: Date, gone: ReadonlyMap<string, number>, failed: string | null) {
  return asSystem(pool, 'retention', async (tx) => {
    const { rows } = await sql<{
      municipality_id: string
      category: string
      overdue: number
      held: number
      waiting: number
    }>`
      select municipality_id, category, overdue, held, waiting from lab.retention_state()`.execute(tx)
    const runs = new Map([...new Set(rows.map((row) => row.municipality_id))].map((town) => [town, randomUUID()]))
    for (const [town, id] of runs)
      await sql`insert into lab.retention_run (municipality_id, id, began_at, failed) values (${town}, ${id}, ${began}, ${failed})`.execute(
        tx,
      )
    for (const { municipality_id: town, category, overdue, held, waiting } of rows)
      await sql`insert into lab.retention_count (municipality_id, run_id, category, gone, overdue, held, waiting)
        values (${town}, ${runs.get(town)}, ${category}, ${gone.get(`${town} ${category}`) ?? 0}, ${overdue}, ${held}, ${waiting})`.execute(
        tx,
      )
  })
}

/** How it stands everywhere on this server, as one word. */
export function findHealth(pool: Pool): Promise<RetentionHealth> {
  return asSystem(pool, 'retention', async (tx) => {
    const [last, late] = await Promise.all([
      sql<{ at: Date; failed: boolean }>`
        select ended_at as at, failed is not null as failed from lab.retention_run order by ended_at desc limit 1`.execute(
        tx,
      ),
      sql<{ overdue: number }>`select coalesce(sum(overdue), 0)::int as overdue from lab.retention_state()`.execute(tx),
    ])
    return healthOf(last.rows[0], late.rows[0]?.overdue ?? 0, new Date())
  })
}
