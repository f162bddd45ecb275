import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type {} from '../db/testing/embedded-for-tests.ts'
import { openTestLab, type TestLab } from '../db/testing/fjordvik-for-tests.ts'
import { classes, retentions } from './classification/classes.ts'
import { pages, withTables } from './classification/pages.ts'
import { tables } from './classification/tables.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => lab.close())

const named = () =>
  Object.entries(tables).flatMap(([table, { columns }]) =>
    Object.values(columns).flatMap((each) => each.split(' ').map((column) => `${table}.${column}`)),
  )

describe('every column has a class, and every table a purpose and an end (REQ-31)', () => {
  it('a column of the database that is not in tools/classification/tables.json, or one there that is gone', async () => {
    const { rows } = await lab.owner.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'lab'::regnamespace and c.relkind = 'r'`,
    )
    const inDatabase = rows.map((row) => row.name)
    expect({
      'to be classified': inDatabase.filter((name) => !named().includes(name)),
      'no longer there': named().filter((name) => !inDatabase.includes(name)),
    }).toEqual({ 'to be classified': [], 'no longer there': [] })
  })

  it('no column has two classes', () => expect(named().length).toBe(new Set(named()).size))

  it('classes and rules are of the closed lists', () => {
    for (const { columns, kept } of Object.values(tables)) {
      expect(Object.keys(classes)).toEqual(expect.arrayContaining(Object.keys(columns)))
      expect(Object.keys(retentions)).toContain(kept)
    }
  })

  it('what is sealed holds life, health, contact or identity, and nothing less', () => {
    const sealed = Object.values(tables).flatMap(({ columns }) =>
      Object.entries(columns).flatMap(([name, each]) => (/\bsealed/.test(each) ? [name] : [])),
    )
    expect([...new Set(sealed)].sort()).toEqual(['contact', 'health', 'identity', 'life'])
  })

  it.each(pages)('%s has the tables as they are: npx tsx tools/write-classification.ts', async (page) => {
    const options = { ...(await resolveConfig(page)), filepath: page }
    expect(readFileSync(page, 'utf8')).toBe(await format(withTables(page), options))
  })
})
