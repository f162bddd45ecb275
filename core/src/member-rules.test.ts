import { describe, expect, it } from 'vitest'
import { addChild, type MemberFacts } from './member-rules.ts'
import type { AddChild } from './commands/member.ts'

const facts: MemberFacts = { speaks: true, children: [{ name: 'Yasmin Haddad', born: '2021-02-03' }], grown: ['omar'] }
const now = new Date('2026-11-22T12:00:00Z')
const child = (more: object = {}) =>
  ({ personId: 'amir', name: 'Amir Haddad', born: '2019-04-01', holders: [], ...more }) as unknown as AddChild

describe('a child', () => {
  it('is told of by who speaks for the family, and by nobody else', () => {
    expect(addChild({ ...facts, speaks: false }, child(), now)).toEqual({ refused: 'not-found' })
    expect(addChild(undefined, child(), now)).toEqual({ refused: 'not-found' })
  })

  it('is under eighteen, and born', () => {
    expect(addChild(facts, child({ born: '2008-11-22' }), now)).toEqual({ refused: 'member-not-a-child' })
    expect(addChild(facts, child({ born: '2026-11-23' }), now)).toEqual({ refused: 'member-not-a-child' })
    expect(addChild(facts, child({ born: '2008-11-23' }), now)).toHaveProperty('done')
    expect(addChild(facts, child({ born: '2026-11-22' }), now)).toHaveProperty('done')
    // In Norway it is the next day already.
    expect(addChild(facts, child({ born: '2026-11-23' }), new Date('2026-11-22T23:00:00Z'))).toHaveProperty('done')
  })

  it('is told of once', () => {
    const again = child({ name: 'yasmin haddad', born: '2021-02-03' })
    expect(addChild(facts, again, now)).toEqual({ refused: 'member-already-here' })
    const children = [...facts.children, { name: 'Amir Haddad', born: '2019-04-01' }]
    expect(addChild({ ...facts, children }, child(), now)).toEqual({ refused: 'member-already-here' })
  })

  it('may be a twin of one who is here, or carry the name of one', () => {
    expect(addChild(facts, child({ born: '2021-02-03' }), now)).toHaveProperty('done')
    expect(addChild(facts, child({ name: 'Yasmin Haddad' }), now)).toHaveProperty('done')
  })

  it('is answered for by those at home who are named, and by nobody the family does not know', () => {
    expect(addChild(facts, child({ holders: ['solveig'] }), now)).toEqual({ refused: 'member-holder-unknown' })
    expect(addChild(facts, child({ holders: ['omar', 'solveig'] }), now)).toEqual({ refused: 'member-holder-unknown' })
    expect(addChild(facts, child({ holders: ['omar'] }), now)).toEqual({
      done: { events: [{ kind: 'member.joined', subject: 'amir', cell: null, data: { relation: 'child' } }] },
    })
  })
})
