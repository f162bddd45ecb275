import { sql } from 'kysely'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, openTestLab, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { asSystem } from './as-system.ts'
import { findHeads, verifyChains } from './chain.ts'
import { addRoot, readRoots, signHeads } from './chain-root.ts'
import { eraseFamily } from './erase.ts'
import { findFamilyKey } from './family-key.ts'
import { endConsentsByTime } from './jobs.ts'
import type { Signer } from './root-signer.ts'

let lab: TestLab
let folder: string
let signer: Signer
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
  folder = mkdtempSync(join(tmpdir(), 'velferdslab-roots-'))
  signer = lab.ring.signer()
  // Fjordvik's own chain has little to tell yet: what the municipality decides for itself is linked in the same way.
  for (let nth = 0; nth < 12; nth++) await tellTheTown()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await lab.close()
})

const town = () => lab.town.municipality
const family = () => lab.family('hansen-ali')
const tellTheTown = () =>
  asSystem(lab.system, 'verify-chains', (tx) =>
    sql`select lab.append_event(${town()}, 'municipality.made', null, null, null, ${town()}, '{}', null, 'test')`.execute(
      tx,
    ),
  )
const raw = (tamper: string) => asOwner(lab, (tx) => sql.raw(tamper).execute(tx))

/** Each kind of tampering, in the words of whoever owns the database, and where it is to be found. */
const tampering: Record<string, { do: (chain: string) => string; finds: readonly string[] }> = {
  'a row changed': {
    do: (chain) => `update lab.event set actor_id = null, kind = 'note.erased' where chain_id = '${chain}' and seq = 3`,
    finds: ['changed 3'],
  },
  'a row removed': {
    do: (chain) => `delete from lab.event where chain_id = '${chain}' and seq = 3`,
    finds: ['removed 3'],
  },
  'a row removed, and those after it moved up': {
    do: (chain) => `delete from lab.event where chain_id = '${chain}' and seq = 3;
      update lab.event set seq = seq + 9000 where chain_id = '${chain}' and seq > 3;
      update lab.event set seq = seq - 9001 where chain_id = '${chain}' and seq > 9000;
      update lab.chain_head set seq = seq - 1 where chain_id = '${chain}'`,
    finds: ['removed 3'],
  },
  'a row inserted behind the end': {
    do: (chain) => `insert into lab.event (municipality_id, chain_id, seq, family_id, kind, at, data, prev, hash)
      select municipality_id, chain_id, seq + 1, family_id, 'note.written', now(), '{}', hash, sha256('x') from lab.event
      where chain_id = '${chain}' order by seq desc limit 1`,
    finds: ['inserted end+1'],
  },
  'a row inserted in the middle, with a right hash': {
    do: (chain) => `update lab.event set seq = seq + 9000 where chain_id = '${chain}' and seq > 4;
      update lab.event set seq = seq - 8999 where chain_id = '${chain}' and seq > 9000;
      insert into lab.event (municipality_id, chain_id, seq, family_id, kind, at, data, prev, hash)
        select municipality_id, chain_id, 5, family_id, 'note.written', at, '{}', hash,
          sha256(lab.event_bytes(chain_id, 5, 'note.written', null, at, null, null, null, null, '{}', hash))
        from lab.event where chain_id = '${chain}' and seq = 4;
      update lab.chain_head set seq = seq + 1 where chain_id = '${chain}'`,
    finds: ['inserted 5'],
  },
  'two rows that changed places': {
    do: (
      chain,
    ) => `update lab.event set seq = case seq when 3 then 4000 when 4 then 3 end where chain_id = '${chain}' and seq in (3, 4);
      update lab.event set seq = 4 where chain_id = '${chain}' and seq = 4000`,
    finds: ['reordered 3', 'reordered 4'],
  },
  'a tail cut off': {
    do: (chain) => `delete from lab.event where chain_id = '${chain}' and seq > 10`,
    finds: ['cut-tail 11'],
  },
  'a tail cut off together with its head': {
    do: (chain) => `delete from lab.event where chain_id = '${chain}' and seq > 10;
      update lab.chain_head set seq = 10, hash = (select hash from lab.event where chain_id = '${chain}' and seq = 10) where chain_id = '${chain}'`,
    finds: ['cut-tail 11'],
  },
  'the whole chain removed': {
    do: (chain) =>
      `delete from lab.event where chain_id = '${chain}'; delete from lab.chain_head where chain_id = '${chain}'`,
    finds: ['chain-gone null'],
  },
  'a chain made anew with all its hashes': {
    do: (chain) => `do $$
      declare e lab.event; last bytea := '\\x';
      begin
        for e in select * from lab.event where chain_id = '${chain}' order by seq loop
          if e.seq = 5 then e.kind := 'note.moved'; end if;
          e.prev := last;
          e.hash := sha256(lab.event_bytes(e.chain_id, e.seq, e.kind, e.actor_id, e.at, e.about_id, e.area, e.privacy, e.subject_id, e.data, e.prev));
          update lab.event set kind = e.kind, prev = e.prev, hash = e.hash where chain_id = e.chain_id and seq = e.seq;
          last := e.hash;
        end loop;
        update lab.chain_head set hash = last where chain_id = '${chain}';
      end $$`,
    finds: ['rewritten 1'],
  },
}

describe('tampering by whoever owns the database is found against the roots that were signed (REQ-59)', () => {
  let end = 0
  // Each test tampers in its own copy of the two tables, put back afterwards.
  beforeAll(async () => {
    addRoot(folder, signer, await findHeads(lab.system), new Date('2026-11-20T04:00:00Z'))
    addRoot(folder, signer, await findHeads(lab.system), new Date('2026-11-21T04:00:00Z'))
    await raw(
      `create table lab_migration.kept_event as table lab.event; create table lab_migration.kept_head as table lab.chain_head`,
    )
  })
  afterEach(() =>
    raw(`delete from lab.event; delete from lab.chain_head;
      insert into lab.chain_head select * from lab_migration.kept_head; insert into lab.event select * from lab_migration.kept_event`),
  )
  const faultsNow = async () => {
    const signed = readRoots(folder, signer)
    const { faults } = await verifyChains(lab.system, signed.heads)
    return [...signed.faults, ...faults]
  }

  for (const [whose, chainOf] of [
    ['a family', family],
    ["the municipality's own", town],
  ] as const)
    it.each(Object.keys(tampering))(`in the chain of ${whose}: %s`, async (name) => {
      const kind = tampering[name] as (typeof tampering)[string]
      end = (await findHeads(lab.system)).find((head) => head.chain === chainOf())?.seq ?? 0
      await raw(kind.do(chainOf()))
      const faults = await faultsNow()
      expect(new Set(faults.map((fault) => fault.chain))).toEqual(new Set([chainOf()]))
      expect(faults.map((fault) => `${fault.what} ${fault.seq}`).sort()).toEqual(
        kind.finds.map((place) => place.replace('end+1', String(end + 1))),
      )
      for (const fault of faults) expect(fault.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    })

  it('a chain that is gone is told with the last day it was signed for', async () => {
    await raw((tampering['the whole chain removed'] as { do: (chain: string) => string }).do(family()))
    expect(await faultsNow()).toEqual([{ chain: family(), seq: null, day: '2026-11-21', what: 'chain-gone' }])
  })
  it('the job of the night signs, and says that something went back', async () => {
    const night = mkdtempSync(join(tmpdir(), 'velferdslab-night-'))
    await signHeads(lab.system, signer, night, new Date())
    await tellTheTown()
    await signHeads(lab.system, signer, night, new Date())
    await raw((tampering['a tail cut off together with its head'] as { do: (chain: string) => string }).do(family()))
    await expect(signHeads(lab.system, signer, night, new Date())).rejects.toThrow('audit:verify')
    expect(readRoots(night, signer)).toMatchObject({ lines: 3, faults: [] })
    rmSync(night, { recursive: true })
  })
  it('nothing is found where nothing was done', async () => {
    expect(await faultsNow()).toEqual([])
    expect((await verifyChains(lab.system)).events).toBeGreaterThan(40)
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
