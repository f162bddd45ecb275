import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { eraseFamily, FamilyHeld } from '@velferdslab/db/erase'
import { sealedElsewhere, sealedUnderFamily } from '@velferdslab/db/reseal'
import type {} from '../db/testing/embedded-for-tests.ts'
import { openTestLab, type TestLab } from '../db/testing/fjordvik-for-tests.ts'
import { erased } from './classification/erased.ts'
import { tables } from './classification/tables.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

const names = (wanted: (what: (typeof erased)[string]) => boolean) =>
  Object.entries(erased).flatMap(([name, what]) => (wanted(what) ? [name] : []))
const family = () => lab.family('hansen-ali')

describe('every table that carries a family or a person has been decided about', () => {
  it('one that leads to them and is not in tools/classification/erased.ts, or one there that leads nowhere', async () => {
    const { rows } = await lab.owner.query<{ name: string }>(
      `with recursive leads (id) as (
         select unnest(array['lab.family', 'lab.person']::regclass[])::oid
         union select k.conrelid from pg_constraint k join leads on leads.id = k.confrelid
           where k.contype = 'f' and k.connamespace = 'lab'::regnamespace)
       select relname as name from pg_class where oid in (select id from leads)
       union select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace = 'lab'::regnamespace and c.relkind = 'r' and a.attname in ('family_id', 'person_id')`,
    )
    const there = rows.map((row) => row.name)
    expect({
      'to be decided about': there.filter((name) => !(name in erased)),
      'no longer there': Object.keys(erased).filter((name) => !there.includes(name)),
    }).toEqual({ 'to be decided about': [], 'no longer there': [] })
  })

  it('what is said to lie under the family’s key does, and what under its own does', () => {
    const removed = new Set(names((what) => what === 'removed'))
    expect(names((what) => what === 'key').sort()).toEqual(
      [...new Set(sealedUnderFamily.map(({ table }) => table))].filter((name) => !removed.has(name)).sort(),
    )
    const own = names((what) => what === 'own key')
    expect(own.filter((name) => !sealedElsewhere.some(({ table }) => table === name))).toEqual([])
  })

  it('what stays has no words of anybody, but those that are said to have', () => {
    const stays = names((what) => typeof what === 'object')
    const sealed = stays.filter((name) => /\bsealed/.test(Object.values(tables[name]?.columns ?? {}).join(' ')))
    expect(sealed.sort()).toEqual(['person_identity', 'question', 'report', 'self_referral'])
    for (const name of stays) expect((erased[name] as { stays: string }).stays.length).toBeGreaterThan(20)
  })
})

describe('a family that is erased', () => {
  const keyed: { owner: string; wrapped: Buffer }[] = []
  const key = (owner: string) => {
    const { wrapped } = lab.ring.newKey(lab.town.municipality, owner)

    keyed.push({ owner, wrapped })
    return wrapped
  }
  const sealed = Buffer.alloc(40, 1)
  const lay = async (table: string, columns: Record<string, unknown>) => {
    const all = { municipality_id: lab.town.municipality, ...columns }
    await lab.owner.query(
      `insert into lab.${table} (${Object.keys(all).join()}) values (${Object.keys(all)
        .map((_, at) => `$${at + 1}`)
        .join()})`,
      Object.values(all),
    )
  }
  const hold = (over: object, more: object = {}) =>
    lay('legal_hold', {
      id: randomUUID(),
      because: 'complaint',
      told: true,
      placed_by: lab.person('ingvild'),
      ...over,
      ...more,
    })

  it('is not, while a hold stands over it: it says why where the family knows why', async () => {
    await hold({ family_id: family() })
    await expect(eraseFamily(lab.system, lab.ring, family())).rejects.toThrow(/hold has stood .* \(complaint\)/)
    await lab.owner.query(`update lab.legal_hold set lifted_at = now(), lifted_by = placed_by`)
    await hold({ person_id: lab.person('sara') }, { because: 'investigation', told: false })
    const refused = await eraseFamily(lab.system, lab.ring, family()).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FamilyHeld)
    expect((refused as FamilyHeld).hold.because).toBeNull()
    await expect(lab.system.query('select lab.clear_family($1)', [family()])).rejects.toMatchObject({ code: '55006' })
    expect((await lab.owner.query('select 1 from lab.family_key where family_id = $1', [family()])).rows).toHaveLength(
      1,
    )
    await lab.owner.query(`update lab.legal_hold set lifted_at = now(), lifted_by = placed_by where lifted_at is null`)
  })

  it('leaves nothing that is to be removed, and no key that opens what it had; another family keeps all', async () => {
    const [amina, solveig] = [lab.person('amina'), lab.person('solveig')]
    const [act, referral, review] = [randomUUID(), randomUUID(), randomUUID()]
    await lay('notice', { id: randomUUID(), family_id: family(), person_id: amina, channel: 'sms', sealed })
    await lay('told_person', { person_id: amina, family_id: family(), told_by: solveig })
    await lab.owner.query(
      `insert into lab.draft (municipality_id, note_id, family_id, cell, area, about_id, privacy, writer_id, sealed, changed_at)
       select municipality_id, gen_random_uuid(), family_id, 'now', 'housing', id, 'table', $2, $3, now() from lab.about where family_id = $1 and whole limit 1`,
      [family(), amina, sealed],
    )
    const names = {
      person_id: amina,
      sent_by: solveig,
      yes_how: 'spoken',
      yes_on: '2026-03-01',
      language: 'nb',
      reach: 'call',
    }
    await lay('referral', { id: referral, family_id: family(), ...names, wrapped: key(referral), sealed })
    const times = { valid_from: '2026-03-01T10:00:00Z', valid_to: '2026-03-02T10:00:00Z' }
    await lay('act', {
      id: act,
      family_id: family(),
      person_id: solveig,
      kind: 'exception',
      areas: ['housing'],
      ground: 'x',
      ...times,
    })
    await lay('act_reason', { act_id: act, wrapped: key(act), sealed })
    await lay('glass_review', {
      id: review,
      act_id: act,
      family_id: family(),
      person_id: solveig,
      party_id: lab.party('nav'),
      due_on: '2026-03-05',
      outcome: 'needed',
      wrapped: key(review),
      sealed,
      answered_by: lab.person('ingvild'),
      answered_at: '2026-03-03T10:00:00Z',
    })
    const before = await lab.owner.query<{ count: string }>(
      'select count(*) from lab.wellbeing where family_id <> $1',
      [family()],
    )
    const wrapped = (
      await lab.owner.query<{ wrapped: Buffer }>('select wrapped from lab.family_key where family_id = $1', [family()])
    ).rows[0]
    expect(wrapped && lab.ring.openKey(lab.town.municipality, family(), wrapped.wrapped)).toBeInstanceOf(Buffer)

    await eraseFamily(lab.system, lab.ring, family())

    for (const name of Object.keys(erased).filter((each) => erased[each] === 'removed')) {
      const { rows } = await lab.owner.query(`select 1 from lab.${name} where family_id = $1`, [family()])
      expect({ [name]: rows.length }).toEqual({ [name]: 0 })
    }
    keyed.push({ owner: family(), wrapped: wrapped?.wrapped ?? Buffer.alloc(0) })
    for (const { owner, wrapped: kept } of keyed)
      expect(() => lab.ring.openKey(lab.town.municipality, owner, kept)).toThrow()
    expect(
      (await lab.owner.query('select count(*) from lab.wellbeing where family_id <> $1', [family()])).rows,
    ).toEqual(before.rows)
    // And a second time finishes what a first one that died had left.
    await eraseFamily(lab.system, lab.ring, family())
  })
})
