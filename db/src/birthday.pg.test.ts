import { addDays, dayInOslo } from '@velferdslab/core/dates'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestLab, sql, type TestLab } from '../testing/fjordvik-for-tests.ts'

let lab: TestLab
beforeAll(async () => {
  lab = await openTestLab(inject('superuserUrl'), { withoutPlans: true })
})
afterAll(() => lab.close())

const today = dayInOslo(new Date())
/** Sara's birthday is so many days from now, and makes her this old. */
async function turns(age: number, days: number): Promise<void> {
  const day = addDays(today, days)
  await lab.owner.query('update lab.birth set born = $1::date where person_id = $2', [
    `${Number(day.slice(0, 4)) - age}${day.slice(4)}`,
    lab.person('sara'),
  ])
}
/** Areas the leader may know of her, by what both her parents said yes to. */
const known = () =>
  lab.as(
    'sara',
    async (tx) =>
      (
        await sql<{ area: string }>`
          select area from lab.my_effective_consents(${lab.family('hansen-ali')})
          where person_id = ${lab.person('sara')} and party_id = ${lab.party('lab')} order by area`.execute(tx)
      ).rows.map(({ area }) => area),
    'hansen-ali',
  )
/** The areas in which one says yes alone from this age, as the table of consent ages says today. */
const areasFrom = async (ages: (from: number) => boolean) => {
  const { rows } = await lab.owner.query<{ area: string; from_age: number }>(
    'select area, from_age from lab.consent_age_now order by area',
  )
  return rows.filter(({ area, from_age }) => area !== 'common' && ages(from_age)).map(({ area }) => area)
}

describe.each([12, 15, 16, 18])('on the birthday of %i', (age) => {
  it('what parents said yes to counts until the day before, and from the day no more in what is one’s own', async () => {
    await turns(age, 1)
    expect(await known(), 'the day before').toEqual(await areasFrom((from) => from >= age))
    await turns(age, 0)
    expect(await known(), 'on the day').toEqual(await areasFrom((from) => from > age))
    await turns(age, -1)
    expect(await known(), 'the day after').toEqual(await areasFrom((from) => from > age))
  })
})

describe('who is born on 29 February', () => {
  it.each([
    ['2010-02-28', '2026-02-27', 15],
    ['2010-02-28', '2026-02-28', 16],
    ['2008-02-29', '2024-02-29', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born %s is on %s %i', async (born, on, age) => {
    const { rows } = await lab.owner.query<{ age: number }>(
      'select extract(year from age($2::date, $1::date))::integer as age',
      [born, on],
    )
    expect(rows[0]?.age).toBe(age)
  })
})
