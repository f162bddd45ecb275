import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { asOwner, openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { findHeads, verifyChains } from './chain.ts'
import { eraseFamily } from './erase.ts'
import { findFamilyKey } from './family-key.ts'
import { endConsentsByTime } from './jobs.ts'

let lab: TestLab
let heads: Map<string, { seq: number; hash: string }>
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
  heads = new Map(Object.entries(await findHeads(lab.system)))
})
afterAll(() => lab.close())

describe('the chains', () => {
  const family = () => lab.family('hansen-ali')
  const faultsAfter = async (tamper: string) => {
    await asOwner(lab, (tx) => sql.raw(tamper).execute(tx))
    const { faults } = await verifyChains(lab.system, heads)
    return faults.map((fault) => fault.what)
  }
  // Each test tampers in its own copy of the two tables, put back afterwards.
  beforeEach(async () => {
    await asOwner(lab, async (tx) => {
      await sql`create table if not exists lab_migration.kept_event as table lab.event`.execute(tx)
      await sql`create table if not exists lab_migration.kept_head as table lab.chain_head`.execute(tx)
      await sql`delete from lab.event`.execute(tx)
      await sql`delete from lab.chain_head`.execute(tx)
      await sql`insert into lab.chain_head select * from lab_migration.kept_head`.execute(tx)
      await sql`insert into lab.event select * from lab_migration.kept_event`.execute(tx)
    })
  })

  it('a row changed is found', async () => {
    expect(
      await faultsAfter(`update lab.event set actor_id = null where chain_id = '${family()}' and seq = 3`),
    ).toContain('changed')
  })
  it('a row removed is found', async () => {
    expect(await faultsAfter(`delete from lab.event where chain_id = '${family()}' and seq = 3`)).toContain('missing')
  })
  it('a row inserted is found', async () => {
    const insert = `insert into lab.event (municipality_id, chain_id, seq, family_id, kind, at, data, prev, hash)
      select municipality_id, chain_id, seq + 1, family_id, 'note.written', now(), '{}', hash, sha256('x') from lab.event
      where chain_id = '${family()}' order by seq desc limit 1`
    expect(await faultsAfter(insert)).toContain('changed')
  })
  it('two rows that changed places are found', async () => {
    const swap = `update lab.event set seq = case seq when 3 then 4000 when 4 then 3 end where chain_id = '${family()}' and seq in (3, 4);
      update lab.event set seq = 4 where chain_id = '${family()}' and seq = 4000`
    expect(await faultsAfter(swap)).toContain('changed')
  })
  it('a tail cut off is found', async () => {
    expect(await faultsAfter(`delete from lab.event where chain_id = '${family()}' and seq > 10`)).toContain('cut-tail')
  })
  it('a tail cut off together with its head is found against the heads kept outside', async () => {
    const cut = `delete from lab.event where chain_id = '${family()}' and seq > 10;
      update lab.chain_head set seq = 10, hash = (select hash from lab.event where chain_id = '${family()}' and seq = 10) where chain_id = '${family()}'`
    expect(await faultsAfter(cut)).toContain('cut-tail')
  })
  it('a whole family removed is found against the heads kept outside', async () => {
    const gone = `delete from lab.event where chain_id = '${family()}'; delete from lab.chain_head where chain_id = '${family()}'`
    expect(await faultsAfter(gone)).toEqual(['chain-gone'])
  })
  it('nothing is found where nothing was done', async () => {
    const report = await verifyChains(lab.system, heads)
    expect(report.faults).toEqual([])
    expect(report.events).toBeGreaterThan(40)
  })
})

describe('what time and erasure do', () => {
  it('a consent that ended by time is written in the chain once, however often the job runs', async () => {
    await asOwner(lab, async (tx) => {
      await sql`update lab.consent set valid_from = now() - interval '2 days', valid_to = now() - interval '1 minute'
        where giver_id = ${lab.person('marius')} and party_id = ${lab.party('nav')}`.execute(tx)
    })
    expect(await endConsentsByTime(lab.system, 'test')).toBe(1)
    expect(await endConsentsByTime(lab.system, 'test')).toBe(0)
    expect((await verifyChains(lab.system)).faults).toEqual([])
  })
  it('the words of an erased family cannot be opened, and those of another still can', async () => {
    await eraseFamily(lab.system, lab.ring, lab.family('kowalska'))
    const keyOf = (persona: string, family: string) =>
      lab.as(persona, (tx) => findFamilyKey(tx, lab.ring, lab.family(family)), family)
    expect(await keyOf('magda', 'kowalska')).toBeUndefined()
    expect(await keyOf('amina', 'hansen-ali')).toBeDefined()
    expect((await verifyChains(lab.system)).faults).toEqual([])
  })
})
