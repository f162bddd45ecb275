import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { asOwner, openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'
import { findCloth } from './cloth.ts'
import { verifyChains } from './chain.ts'
import type { Tx } from './connect.ts'
import { findFamilyKey } from './family-key.ts'
import { openIdentity } from './identity.ts'
import { openKeyRing, type KeyRing } from './key-ring.ts'
import { resealFamily, sealedElsewhere, sealedUnderFamily } from './reseal.ts'
import { rotateKeys } from './rotate-keys.ts'
import { openBytes, openWords, SealBroken } from './sealed.ts'
import { openSession } from './sessions.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'))
})
afterAll(() => lab.close())

const clothOf = (persona: string, family: string, ring: KeyRing = lab.ring) =>
  lab.as(
    persona,
    async (tx) => {
      const key = await findFamilyKey(tx, ring, lab.family(family))
      return key && findCloth(tx, lab.family(family), key)
    },
    family,
  )

describe('sealed bytes that the owner of the database moves do not open (REQ-79)', () => {
  // Whoever owns the table puts its guards aside first.
  beforeAll(() => asOwner(lab, (tx) => sql`alter table lab.note disable trigger user`.execute(tx)))
  afterAll(() =>
    asOwner(lab, async (tx) => {
      await putBack(tx)
      await sql`alter table lab.note enable trigger user`.execute(tx)
    }),
  )
  const putBack = (tx: Tx) =>
    sql`update lab.note n set sealed = k.sealed from lab_migration.kept_note k where k.id = n.id and n.sealed is not null`.execute(
      tx,
    )
  beforeEach(() =>
    asOwner(lab, async (tx) => {
      await sql`create table if not exists lab_migration.kept_note as select id, sealed from lab.note`.execute(tx)
      await putBack(tx)
    }),
  )
  const [hansenAli, kowalska] = [() => lab.family('hansen-ali'), () => lab.family('kowalska')]
  const put = (into: string, from: string) =>
    asOwner(lab, (tx) => sql.raw(`update lab.note set sealed = (${from}) where id = (${into})`).execute(tx))
  const noteOf = (family: string, nth: number) =>
    `select id from lab.note where family_id = '${family}' and privacy = 'table' and sealed is not null order by id offset ${nth} limit 1`
  const bytesOf = (family: string, nth: number) => `select sealed from lab.note where id = (${noteOf(family, nth)})`

  it('as they were left, they open', async () => {
    expect((await clothOf('amina', 'hansen-ali'))?.notes.length).toBeGreaterThan(5)
  })
  it('another note of the same family', async () => {
    await put(noteOf(hansenAli(), 0), bytesOf(hansenAli(), 1))
    await expect(clothOf('amina', 'hansen-ali')).rejects.toThrow(SealBroken)
  })
  it('a note of another family', async () => {
    await put(noteOf(hansenAli(), 0), bytesOf(kowalska(), 0))
    await expect(clothOf('amina', 'hansen-ali')).rejects.toThrow(SealBroken)
  })
  it('words from another column of the same family', async () => {
    await put(noteOf(hansenAli(), 0), `select sealed from lab.goal where family_id = '${hansenAli()}' limit 1`)
    await expect(clothOf('amina', 'hansen-ali')).rejects.toThrow(SealBroken)
  })
  it('one bit', async () => {
    await put(
      noteOf(hansenAli(), 0),
      `select set_byte(sealed, 30, get_byte(sealed, 30) # 1) from lab.note where id = (${noteOf(hansenAli(), 0)})`,
    )
    await expect(clothOf('amina', 'hansen-ali')).rejects.toThrow(SealBroken)
  })
  it('in another municipality: the same bytes, key and row', async () => {
    const { rows } = await lab.owner.query<{ id: string; sealed: Buffer }>(
      `select id, sealed from lab.note where id = (${noteOf(hansenAli(), 0)})`,
    )
    const { id, sealed } = rows[0] as { id: string; sealed: Buffer }
    const key = await lab.as('amina', (tx) => findFamilyKey(tx, lab.ring, hansenAli()), 'hansen-ali')
    const here = { municipality: lab.town.municipality, family: hansenAli(), table: 'note', column: 'sealed', row: id }
    expect(openWords(key?.key as Buffer, here, sealed).words).toHaveProperty('text')
    expect(() => openWords(key?.key as Buffer, { ...here, municipality: kowalska() }, sealed)).toThrow(SealBroken)
  })
})

describe('every column of sealed bytes', () => {
  it('is known by the key it lies under: a new one is put on one of the two lists of db/src/reseal.ts', async () => {
    const { rows } = await lab.owner.query<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'lab' and data_type = 'bytea' and column_name like 'sealed%'`,
    )
    const known = [...sealedUnderFamily, ...sealedElsewhere].map(({ table, column }) => `${table}.${column}`)
    expect(rows.map((row) => row.place).sort()).toEqual(known.sort())
  })
})

describe('a family under a new data key (REQ-80)', () => {
  const family = () => lab.family('hansen-ali')
  const wrappedKey = async () =>
    (await lab.owner.query<{ wrapped: Buffer }>('select wrapped from lab.family_key where family_id = $1', [family()]))
      .rows[0]?.wrapped as Buffer
  const sealedRows = async () => {
    const counts = sealedUnderFamily.map(
      ({ table, column, but }) =>
        `(select count(*) from lab.${table} where family_id = $1 and ${column} is not null ${but ? `and ${but.column} <> '${but.is}'` : ''})`,
    )
    return (await lab.owner.query<{ sum: number }>(`select ${counts.join(' + ')} as sum`, [family()])).rows[0]?.sum
  }

  it('is sealed anew to the last word: each opens as before, none opens under the old key, and the chain tells of it', async () => {
    const old = lab.ring.openKey(lab.town.municipality, family(), await wrappedKey())
    const before = await clothOf('amina', 'hansen-ali')
    const count = await resealFamily(lab.owner, lab.system, lab.ring, family())
    expect(count).toBe(await sealedRows())
    expect(count).toBeGreaterThan(60)
    expect(await clothOf('amina', 'hansen-ali')).toEqual(before)
    const now = lab.ring.openKey(lab.town.municipality, family(), await wrappedKey())
    expect(now.equals(old)).toBe(false)
    for (const { table, column, row, calledBy, but } of sealedUnderFamily) {
      const { rows } = await lab.owner.query<{ name: string; called: string; sealed: Buffer }>(
        `select concat_ws(':', ${row.join(', ')}) as name, ${calledBy ?? `'${column}'`} as called, ${column} as sealed from lab.${table}
         where family_id = $1 and ${column} is not null ${but ? `and ${but.column} <> '${but.is}'` : ''}`,
        [family()],
      )
      for (const { name, called, sealed } of rows) {
        const bounds = Buffer.from([lab.town.municipality, family(), table, called, name].join('\u001f'))
        expect(() => openBytes(old, sealed, bounds), table).toThrow(SealBroken)
        expect(openBytes(now, sealed, bounds).length, table).toBeGreaterThan(0)
      }
    }
    const { rows } = await lab.owner.query(`select 1 from lab.event where chain_id = $1 and kind = 'family.resealed'`, [
      family(),
    ])
    expect(rows).toHaveLength(1)
    expect((await verifyChains(lab.system)).faults).toEqual([])
  })
  it('that has no key is refused, and one word that does not open changes nothing at all', async () => {
    await expect(resealFamily(lab.owner, lab.system, lab.ring, lab.town.municipality as never)).rejects.toThrow(
      'no such family',
    )
    const kept = await wrappedKey()
    await lab.owner.query(
      'create table lab_migration.one_note as select id, sealed from lab.note where family_id = $1 and sealed is not null limit 1',
      [family()],
    )
    const put = (bytes: string) =>
      lab.owner
        .query(`alter table lab.note disable trigger user; update lab.note n set sealed = ${bytes} from lab_migration.one_note o where o.id = n.id;
        alter table lab.note enable trigger user`)
    await put(`'\\x01'`)
    await expect(resealFamily(lab.owner, lab.system, lab.ring, family())).rejects.toThrow(SealBroken)
    expect((await wrappedKey()).equals(kept)).toBe(true)
    await put('o.sealed')
  })
})

describe('changing the master key (REQ-80)', () => {
  it('everything opens at every step, in every process, people sign in meanwhile, and the old key opens nothing afterwards', async () => {
    const before = readFileSync(join(lab.keys, 'demo-master.key'))
    const after = randomBytes(32)
    const { rows } = await lab.owner.query<{ sealed: Buffer }>(
      'select sealed from lab.person_identity where person_id = $1',
      [lab.person('amina')],
    )
    const { municipality } = lab.town
    const subject = openIdentity(lab.ring, municipality, lab.person('amina'), rows[0]?.sealed as Buffer)
    const words = await clothOf('amina', 'hansen-ali')
    const worksWith = async (ring: KeyRing) => {
      expect(await clothOf('amina', 'hansen-ali', ring)).toEqual(words)
      const session = await openSession(lab.system, ring, {
        municipality,
        issuer: 'citizen',
        subject,
        acr: 'test',
        minutes: 5,
      })
      expect(session).toBeDefined()
    }
    const [early, late] = [() => openKeyRing(lab.keys, before, after), () => openKeyRing(lab.keys, after, before)]
    const running = late()
    for (const ring of [early(), running]) await worksWith(ring)

    const { rows: all } = await lab.owner.query('select 1 from lab.person_identity')
    const first = await rotateKeys(lab.system, running)
    expect(first.files.already + first.identities.already).toBe(0)
    expect(first.files.rewrapped).toBeGreaterThan(5)
    expect(first.identities.rewrapped).toBe(all.length)
    for (const ring of [early(), running, late(), openKeyRing(lab.keys, after)]) await worksWith(ring)
    expect(await rotateKeys(lab.system, late())).toEqual({
      files: { rewrapped: 0, already: first.files.rewrapped },
      identities: { rewrapped: 0, already: all.length },
    })

    const old = openKeyRing(lab.keys, before)
    await expect(clothOf('amina', 'hansen-ali', old)).rejects.toThrow(SealBroken)
    expect(
      await openSession(lab.system, old, { municipality, issuer: 'citizen', subject, acr: 'test', minutes: 5 }),
    ).toBeUndefined()
  })
})
