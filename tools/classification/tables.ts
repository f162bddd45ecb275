import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Table } from './classes.ts'

/**
 * Every table of schema lab: what it is for, how long it is kept, and what kind of information each column holds (REQ-31). The data file is
 * written by hand, table by table; a test compares it with the database, so that no column comes in without somebody having thought of what it is.
 */
export const tables = JSON.parse(readFileSync(join(import.meta.dirname, 'tables.json'), 'utf8')) as Readonly<
  Record<string, Table>
>
