import { describe, expect, it } from 'vitest'
import { leaveWork, tablesFor, type LeaveFacts } from './departure-rules.ts'
import type { Held } from './departure.ts'

const held = [
  { what: 'leads', partyId: 'lab', n: 2 },
  { what: 'seats', partyId: 'nav', n: 3 },
] as unknown as Held[]
const facts: LeaveFacts = {
  me: 'frode',
  person: 'tor',
  isStaff: true,
  held,
  working: [
    { personId: 'hanne', partyId: 'nav', leads: false },
    { personId: 'pal', partyId: 'lab', leads: true },
  ],
}
const taker = (personId: string, partyId: string, role: 'leader' | 'member') => ({ personId, partyId, role }) as never

describe('letting somebody go', () => {
  it('is refused for oneself, for who does not work here, and when the list is not the one that was shown', () => {
    expect(leaveWork({ ...facts, person: 'frode' }, { seen: held, takers: [] })).toBe('departure-own')
    expect(leaveWork({ ...facts, isStaff: false }, { seen: held, takers: [] })).toBe('not-found')
    expect(leaveWork(facts, { seen: [], takers: [] })).toBe('departure-changed')
    expect(
      leaveWork(
        { ...facts, held: [...held, { what: 'promises', partyId: 'nav', n: 1 } as never] },
        { seen: held, takers: [] },
      ),
    ).toBe('departure-changed')
  })
  it('hands on to who works there, and a family to a leader only', () => {
    for (const wrong of [
      taker('tor', 'nav', 'member'),
      taker('hanne', 'lab', 'leader'),
      taker('hanne', 'nav', 'leader'),
      taker('pal', 'nav', 'member'),
    ])
      expect(leaveWork(facts, { seen: held, takers: [wrong] })).toBe('departure-taker-unknown')
    expect(
      leaveWork(facts, {
        seen: [...held].reverse(),
        takers: [taker('hanne', 'nav', 'member'), taker('pal', 'lab', 'leader')],
      }),
    ).toBeUndefined()
    expect(leaveWork(facts, { seen: held, takers: [] })).toBeUndefined()
  })
  it('asks for as many seats as there are tables', () => {
    expect(tablesFor(taker('hanne', 'nav', 'member'), held)).toBe(3)
    expect(tablesFor(taker('pal', 'lab', 'leader'), held)).toBe(2)
    expect(tablesFor(taker('kari', 'school', 'member'), held)).toBe(0)
  })
})
