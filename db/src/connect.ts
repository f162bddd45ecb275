import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

// int8 as a safe integer (or a clear failure), a date as the day it is: never a local midnight.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit a safe integer`)
  return number
})
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)

export type Pool = pg.Pool

/** Opens a pool. Queries are pipelined: those that do not wait for one another share a round trip. */
export function openPool(url: string, options: { size: number; name: string; pipeline?: boolean }): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size,
    application_name: options.name,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    pipeline: options.pipeline ?? true,
    types,
  })
  // An idle connection that breaks (the database restarts) must not end the process; the next query opens a new one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}

/** A transaction as somebody: the typed query builder bound to its one connection. */
export type Tx = Kysely<Tables>

/** What a connection remembers at most; a text beyond them is planned each time it is sent. */
const mostPlans = 300
const names = new Map<string, string>()

/** Our texts are few and hold no values: under a name, a connection parses and plans each of them once, not every time. */
function named({ sql, parameters }: CompiledQuery): { text: string; name?: string } {
  // Without parameters it may be several commands at once, which cannot have a name.
  if (parameters.length === 0) return { text: sql }
  let name = names.get(sql)
  if (name === undefined && names.size < mostPlans) {
    name = `lab_${names.size}`
    names.set(sql, name)
  }
  return name === undefined ? { text: sql } : { text: sql, name }
}

/** Kysely over one connection that is already in a transaction: it neither opens nor ends anything by itself. */
export function queriesOn(client: pg.ClientBase): Tx {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const result = await client.query({ ...named(query), values: query.parameters as unknown[] })
      return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('streaming is not used here')
    },
  }
  const nothing = () => Promise.resolve()
  const driver: Driver = {
    init: nothing,
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/**
 * Runs work in one transaction. What `begin` sends is pipelined with the first of the work's own queries, what `end` sends with the commit.
 * After an error the transaction is rolled back; a connection that cannot even do that is thrown away.
 */
export async function inTransaction<Result>(
  pool: Pool,
  begin: (client: pg.PoolClient) => Promise<unknown>[],
  work: (tx: Tx) => Promise<Result>,
  end: (client: pg.PoolClient, result: Result) => Promise<unknown>[] = () => [],
): Promise<Result> {
  const client = await pool.connect()
  const opened = [client.query('begin'), ...begin(client)]
  const ready = Promise.all(opened)
  ready.catch(() => undefined)
  let broken = false
  try {
    const result = await work(queriesOn(client))
    await ready
    const last = Promise.all(end(client, result))
    last.catch(() => undefined)
    const ended = await client.query('commit')
    await last
    // PostgreSQL answers ROLLBACK to a commit of a failed transaction: work that swallowed an error must not look done.
    if (ended.command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back')
    return result
  } catch (error) {
    try {
      await client.query('rollback')
    } catch {
      broken = true
    }
    throw error
  } finally {
    client.release(broken)
  }
}

const mayBeTriedAgain = new Set(['40001', '40P01'])

/** Serialisation failures and deadlocks are tried three times; the command id makes that harmless. */
export async function tryThreeTimes<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = 2; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || !mayBeTriedAgain.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}
