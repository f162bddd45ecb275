import { randomBytes, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import pg from 'pg'
import type { FamilyId, PartyId, PersonId } from '@velferdslab/core/ids'
import { asPerson, type Session } from '../src/as-person.ts'
import { inTransaction, openPool, type Pool, type Tx } from '../src/connect.ts'
import { openKeyRing, type KeyRing } from '../src/key-ring.ts'
import type { DatabaseUrls } from '../src/provision.ts'
import { tokenHash } from '../src/token-hash.ts'
import type { Fjordvik } from '../seed/fjordvik.ts'
import type { PartyKey } from '../seed/fjordvik-people.ts'
import { copyOfFjordvik, type Laid } from './fjordvik-template.ts'

/** A Fjordvik of its own for one file of tests: a real database with the seed, and a way in as anybody in it. */
export interface TestLab {
  readonly urls: DatabaseUrls
  readonly town: Fjordvik
  readonly ring: KeyRing
  /** The folder of the ring. */
  readonly keys: string
  readonly people: Pool
  readonly system: Pool
  readonly owner: Pool
  person(persona: string): PersonId
  family(key: string): FamilyId
  party(key: PartyKey): PartyId
  /** A live session of somebody. */
  session(persona: string): Promise<Session>
  /** Runs work as somebody and rolls everything back. */
  as<Result>(persona: string, work: (tx: Tx) => Promise<Result>, family?: string): Promise<Result>
  close(): Promise<void>
}

class RolledBack extends Error {}

export async function openTestLab(superuserUrl: string, laid: Laid = {}): Promise<TestLab> {
  const database = `test_${randomBytes(6).toString('hex')}`
  const { urls, town, keys } = await copyOfFjordvik(superuserUrl, database, laid)
  const ring = openKeyRing(keys)
  const people = openPool(urls.app, { size: 4, name: 'test' })
  const system = openPool(urls.system, { size: 1, name: 'test' })
  const owner = openPool(urls.owner, { size: 1, name: 'test' })
  const sessions = new Map<string, Session>()

  async function session(persona: string): Promise<Session> {
    const known = sessions.get(persona)
    if (known) return known
    const token = randomUUID()
    await owner.query(
      `insert into lab.session (token_hash, municipality_id, person_id, issuer, acr, expires_at) values ($1, $2, $3, 'citizen', 'test', now() + interval '1 hour')`,
      [tokenHash(token), town.municipality, town.persons[persona]],
    )
    sessions.set(persona, { token })
    return { token }
  }

  return {
    urls,
    town,
    ring,
    keys,
    people,
    system,
    owner,
    person: (persona) => known(town.persons[persona], persona),
    family: (key) => known(town.families[key], key),
    party: (key) => town.parties[key],
    session,
    async as(persona, work, family) {
      const who = await session(persona)
      let result: { value: Awaited<ReturnType<typeof work>> } | undefined
      try {
        await asPerson(people, who, family ? known(town.families[family], family) : null, async (tx) => {
          result = { value: await work(tx) }
          throw new RolledBack()
        })
      } catch (error) {
        if (!(error instanceof RolledBack)) throw error
      }
      return (result as { value: Awaited<ReturnType<typeof work>> }).value
    },
    async close() {
      await Promise.all([people.end(), system.end(), owner.end()])
      rmSync(keys, { recursive: true, force: true })
      const superuser = new pg.Client({ connectionString: superuserUrl })
      await superuser.connect()
      await superuser.query(`drop database ${database} with (force)`)
      await superuser.end()
    },
  }
}

/** For tests that look at rows: queries themselves stand in db/src. */
export { sql } from 'kysely'

/** A transaction as the owner, who only lays the table for a test. */
export function asOwner<Result>(lab: TestLab, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return inTransaction(lab.owner, () => [], work)
}

function known<Id>(id: Id | undefined, key: string): Id {
  if (id === undefined) throw new Error(`nobody and nothing in Fjordvik is called ${key}`)
  return id
}
