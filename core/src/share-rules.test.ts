import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fittingGrounds, isCovered, makeShare, whyNotShared, type ShareFacts } from './share-rules.ts'

const people = ['amina', 'jonas', 'noor'] as const
const areas = ['economy', 'housing', 'common'] as const
const parties = ['school', 'clinic', 'nav'] as const
type Facts = Omit<ShareFacts, 'nameOf'>

const thing = fc.record({
  kind: fc.constantFrom('note', 'decision', 'promise'),
  id: fc.constantFrom('one', 'two', 'three'),
  area: fc.constantFrom(...areas),
  persons: fc.subarray([...people]),
  partyId: fc.constantFrom(null, ...parties),
})
const ground = fc.record({
  ground: fc.record({ by: fc.constantFrom('consent', 'act'), id: fc.constantFrom('first', 'second') }),
  from: fc.constantFrom(...parties),
  to: fc.constantFrom(...parties),
  covers: fc.array(fc.record({ personId: fc.constantFrom(...people), area: fc.constantFrom(...areas) }), {
    maxLength: 6,
  }),
})
const drawn = fc.record({
  mine: fc.subarray([...parties]).map((each) => each.map((partyId) => ({ partyId }))),
  things: fc.uniqueArray(thing, { selector: ({ kind, id }) => `${kind} ${id}`, maxLength: 5 }),
  grounds: fc.uniqueArray(ground, {
    selector: ({ ground: { by, id }, from, to }) => [by, id, from, to].join(' '),
    maxLength: 6,
  }),
}) as unknown as fc.Arbitrary<Facts>
const asked = fc.record({
  from: fc.constantFrom(...parties),
  to: fc.constantFrom(...parties),
  ground: fc.record({ by: fc.constantFrom('consent', 'act'), id: fc.constantFrom('first', 'second') }),
  things: fc.array(
    fc.record({ kind: fc.constantFrom('note', 'decision'), id: fc.constantFrom('one', 'two', 'four') }),
    { minLength: 1, maxLength: 3 },
  ),
}) as unknown as fc.Arbitrary<Parameters<typeof makeShare>[1]>
const nameOf = (party: string) => party

test('a share goes from one’s own service, on one ground there and to there, and each thing lies within exactly that ground', () => {
  fc.assert(
    fc.property(drawn, asked, (facts, input) => {
      const on = facts.grounds.find(
        (each) =>
          each.ground.id === input.ground.id &&
          each.ground.by === input.ground.by &&
          each.from === input.from &&
          each.to === input.to,
      )
      const wanted = input.things.map((one) =>
        facts.things.find((each) => each.kind === one.kind && each.id === one.id),
      )
      const may =
        facts.mine.some(({ partyId }) => partyId === input.from) &&
        on !== undefined &&
        wanted.every(
          (each) =>
            each !== undefined &&
            ((input.from === input.to && on.ground.by === 'consent' && each.partyId === input.from) ||
              (each.persons.length > 0 &&
                each.persons.every((person) =>
                  on.covers.some((one) => one.personId === person && one.area === each.area),
                ))),
        )
      const decided = makeShare({ ...facts, nameOf }, input)
      expect('done' in decided).toBe(may)
      if ('done' in decided) expect(new Set(decided.done.things)).toEqual(new Set(wanted))
    }),
    { numRuns: 3000 },
  )
})

test('what is offered is what is accepted: a ground that fits is never refused, one that does not is never offered', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(...parties), (facts, to) => {
      const some = facts.things.slice(0, 2)
      if (some.length === 0) return
      const offered = fittingGrounds(facts.grounds, some, to)
      for (const each of facts.grounds.filter((one) => one.to === to)) {
        const decided = makeShare(
          { ...facts, mine: [{ partyId: each.from }], nameOf },
          { from: each.from, to: each.to, ground: each.ground, things: some },
        )
        expect('done' in decided).toBe(offered.includes(each))
      }
    }),
    { numRuns: 1000 },
  )
})

test('of a thing that goes to nobody it is said why: it is common, each has said yes alone, or nobody has', () => {
  const on = (personId: string, area: string, id = 'first') =>
    ({ ground: { by: 'consent', id }, from: 'school', to: 'clinic', covers: [{ personId, area }] }) as never
  const of = (persons: string[], area = 'economy') =>
    ({ kind: 'note', id: 'one', area, persons, partyId: null }) as never
  expect(whyNotShared(of(['amina'], 'common'), [on('amina', 'economy')])).toBe('common')
  expect(whyNotShared(of(['amina', 'jonas']), [on('amina', 'economy'), on('jonas', 'economy', 'second')])).toBe(
    'each_alone',
  )
  expect(whyNotShared(of(['amina', 'jonas']), [on('amina', 'economy')])).toBe('no_yes')
  expect(whyNotShared(of(['amina']), [])).toBe('no_yes')
  expect(whyNotShared(of(['amina']), [on('amina', 'economy')])).toBeNull()
  expect(isCovered(of([]), on('amina', 'economy'))).toBe(false)
})
