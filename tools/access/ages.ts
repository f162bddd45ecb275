import { addDays, ageOn, type CalendarDay } from '@velferdslab/core/dates'
import type { Client } from './ask.ts'
import type { Dice } from './dice.ts'
import type { Ways } from './play.ts'

/**
 * Ages on other days than today, which no world can visit: every day around the end of February in leap years and common years,
 * and random days (docs/decisions/0004).
 *
 * @returns each pair of days on which the database counts other years than core
 */
export async function differingAges(ways: Ways, dice: Dice): Promise<string[]> {
  const around = (year: number) => Array.from({ length: 7 }, (_, days) => addDays(`${year}-02-26` as CalendarDay, days))
  const births = [2007, 2008, 2012, 2013].flatMap(around)
  const days = [2024, 2025, 2026, 2028, 2030].flatMap(around)
  const random = Array.from({ length: 500 }, () => addDays('1950-01-01' as CalendarDay, dice.below(36_000)))
  const pairs = [
    ...births.flatMap((born) => days.map((day) => ({ born, day }))),
    ...random.map((born) => ({ born, day: addDays(born, dice.below(30_000)) })),
  ]
  const client = await ways.superuser.connect()
  try {
    await client.query('begin')
    await client.query(await ageOnAnyDay(client))
    const found = await client.query<{ age: number }>(
      `select pg_temp.age_on(each.born, each.day) as age
       from rows from (json_to_recordset($1) as (born date, day date)) with ordinality as each order by each.ordinality`,
      [JSON.stringify(pairs)],
    )
    return pairs.flatMap(({ born, day }, index) => {
      const ofDatabase = found.rows[index]?.age
      const ofCore = ageOn(born, day)
      return ofDatabase === ofCore ? [] : [`born ${born}, on ${day}: database ${ofDatabase ?? '?'}, core ${ofCore}`]
    })
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** The database's own lab.age with its today handed in from outside. */
async function ageOnAnyDay(client: Client): Promise<string> {
  const found = await client.query<{ text: string }>(`select pg_get_functiondef('lab.age'::regproc) as text`)
  const text = found.rows[0]?.text ?? ''
  const changed = text
    .replace(/FUNCTION lab\.age\(born date\)/, 'FUNCTION pg_temp.age_on(born date, day date)')
    .replace(/\(\(?now\(\) AT TIME ZONE 'Europe\/Oslo'::text\)?\)::date|lab\.today\(\)/, 'day')
  if (!changed.includes('age_on') || !/\bday\)?::|\(day\b/.test(changed))
    throw new Error(`lab.age reads otherwise now: ${text}`)
  return changed
}
