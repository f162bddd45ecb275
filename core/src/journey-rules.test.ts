import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDay } from './dates.ts'
import type { AboutId, PartyId, PlacementId } from './ids.ts'
import {
  areaOfSubject,
  degreeOf,
  differences,
  journeySubjects,
  lineOf,
  marks,
  newestOf,
  situations,
  views,
  type Placement,
} from './journey.ts'
import { place, type JourneyFacts } from './journey-rules.ts'
import { domainOfArea, isSensitiveArea } from './areas.ts'
import type { Answer } from './wellbeing.ts'

const today = '2026-11-24' as CalendarDay
const amina: JourneyFacts = {
  member: { age: 34 },
  seatOf: null,
  cell: { aboutId: 'whole' as AboutId, mayWrite: true },
  newest: null,
  today,
}
const solveig: JourneyFacts = { ...amina, member: null, seatOf: 'lab' as PartyId }
const housing = {
  placementId: 'new' as PlacementId,
  subject: 'housing',
  mark: 'now',
  situation: 'vulnerable',
  vulnerability: null,
  words: null,
  byDay: null,
  base: null,
} as const
const unanswered = { strength: { kind: 'skipped' }, ability: { kind: 'rather_not' } } as const
const theWhole = { ...housing, subject: 'whole', vulnerability: unanswered, words: 'Derfor.' } as const
const aGoal = { ...housing, mark: 'goal', situation: 'stable', words: 'Tre rom nær skolen.' } as const
const now = { onDay: today, proof: null }

describe('a placement is refused', () => {
  it('to whoever is neither a member nor at the table, as if the family never was', () => {
    expect(place({ ...solveig, seatOf: null }, housing, now)).toEqual({ refused: 'not-found' })
  })
  it('to a child, also one who holds a seat', () => {
    expect(place({ ...amina, member: { age: 17 } }, housing, now)).toEqual({ refused: 'journey-not-for-children' })
    expect(place({ ...solveig, member: { age: 12 } }, housing, now)).toEqual({ refused: 'journey-not-for-children' })
  })
  it('where the family has not said yes', () => {
    expect(place({ ...solveig, cell: null }, housing, now)).toEqual({ refused: 'journey-area-not-open' })
    const reads = { aboutId: 'whole' as AboutId, mayWrite: false }
    expect(place({ ...solveig, cell: reads }, housing, now)).toEqual({ refused: 'journey-area-not-open' })
  })
  it('when the team would set the goal of the family', () => {
    expect(place(solveig, aGoal, now)).toEqual({ refused: 'journey-goal-by-family' })
    expect(place(amina, aGoal, now)).toHaveProperty('done')
  })
  it('without a reason, where it is the whole or a goal', () => {
    expect(place(amina, { ...theWhole, words: null }, now)).toEqual({ refused: 'journey-needs-reason' })
    expect(place(amina, { ...aGoal, words: null }, now)).toEqual({ refused: 'journey-needs-reason' })
    expect(place(amina, housing, now)).toHaveProperty('done')
  })
  it('when somebody placed the same in the meantime: one looks at that first', () => {
    const newer = { ...amina, newest: 'newer' as PlacementId }
    expect(place(newer, housing, now)).toEqual({ refused: 'journey-moved-on' })
    expect(place(newer, { ...housing, base: 'newer' as PlacementId }, now)).toHaveProperty('done')
  })
  it('with the questions of vulnerability anywhere but on where the whole is now', () => {
    expect(place(amina, { ...housing, vulnerability: unanswered }, now)).toEqual({ refused: 'not-valid' })
    expect(place(amina, { ...theWhole, vulnerability: null }, now)).toEqual({ refused: 'not-valid' })
    expect(place(amina, { ...aGoal, subject: 'whole', vulnerability: unanswered }, now)).toEqual({
      refused: 'not-valid',
    })
  })
  it('for a day that has not come, and with a goal that has passed', () => {
    expect(place(amina, housing, { ...now, onDay: addDays(today, 1) })).toEqual({ refused: 'journey-day-to-come' })
    expect(place(amina, { ...aGoal, byDay: today }, now)).toEqual({ refused: 'not-valid' })
    expect(place(amina, { ...housing, byDay: addDays(today, 9) }, now)).toEqual({ refused: 'not-valid' })
  })
})

describe('a placement', () => {
  it('is the family’s view by a member and the team’s by a seat, in the cell of its subject', () => {
    expect(place(amina, housing, now)).toMatchObject({
      done: { row: { view: 'family', partyId: null }, events: [{ cell: { area: 'housing', privacy: 'table' } }] },
    })
    expect(place(solveig, theWhole, now)).toMatchObject({
      done: { row: { view: 'team', partyId: 'lab' }, events: [{ cell: { area: 'common' } }] },
    })
  })
  it('tells in its event that it was said, of what and by which side, and not where life is', () => {
    const decided = place(solveig, theWhole, { ...now, proof: 'proof' })
    const [event] = 'done' in decided ? decided.done.events : []
    expect(event?.data).toEqual({ subject: 'whole', view: 'team', proof: 'proof' })
  })
  it('of a member who also holds a seat is the family’s', () => {
    expect(place({ ...amina, seatOf: 'lab' as PartyId }, housing, now)).toMatchObject({
      done: { row: { view: 'family', partyId: null } },
    })
  })
  it('lies in an area of its own domain, the closed one where there is one', () => {
    for (const subject of journeySubjects) {
      const area = areaOfSubject[subject]
      if (area === 'common') expect(subject).toBe('whole')
      else expect(domainOfArea[area]).toBe(subject)
    }
    expect(isSensitiveArea(areaOfSubject.health)).toBe(true)
  })
})

type Said = Pick<Placement, 'id' | 'subject' | 'view' | 'mark' | 'situation' | 'onDay'>
const anySaid: fc.Arbitrary<Said> = fc.record({
  id: fc.uuid({ version: 4 }) as unknown as fc.Arbitrary<PlacementId>,
  subject: fc.constantFrom(...journeySubjects),
  view: fc.constantFrom(...views),
  mark: fc.constantFrom(...marks),
  situation: fc.constantFrom(...situations),
  onDay: fc.nat({ max: 40 }).map((days) => addDays(today, -days)),
})
const anyHistory = fc.array(anySaid, { maxLength: 40 })
const anyLine = fc.record({ subject: fc.constantFrom(...journeySubjects), view: fc.constantFrom(...views) })

describe('the line of a journey', () => {
  it('begins with the first and ends with the newest, whatever was said in between', () => {
    fc.assert(
      fc.property(anyHistory, anyLine, (history, of) => {
        const mine = history.filter((row) => row.subject === of.subject && row.view === of.view && row.mark === 'now')
        const line = lineOf(history, of)
        if (mine.length === 0) {
          expect(line).toMatchObject({ start: null, between: [], now: null })
          return
        }
        const days = mine.map((row) => row.onDay).sort()
        expect(line.start?.onDay).toBe(days[0])
        expect(line.now?.onDay).toBe(days.at(-1))
        // Of the same day, the last one said is the newest.
        expect(line.now).toBe(mine.filter((row) => row.onDay === days.at(-1)).at(-1))
        const drawn = mine.length === 1 ? 1 : line.between.length + 2
        expect(drawn).toBe(mine.length)
      }),
    )
  })
  it('has the newest goal, whoever looks at it', () => {
    fc.assert(
      fc.property(anyHistory, anyLine, (history, of) => {
        const goals = history.filter((row) => row.subject === of.subject && row.mark === 'goal')
        const { goal } = lineOf(history, of)
        if (goals.length === 0) expect(goal).toBeNull()
        else
          expect(goal?.onDay).toBe(
            goals
              .map((row) => row.onDay)
              .sort()
              .at(-1),
          )
      }),
    )
  })
  it('of one subject and view is never changed by a placement of another', () => {
    fc.assert(
      fc.property(anyHistory, anySaid, anyLine, (history, said, of) => {
        fc.pre(said.mark === 'now' && (said.subject !== of.subject || said.view !== of.view))
        expect(lineOf([...history, said], of)).toEqual(lineOf(history, of))
      }),
    )
  })
  it('keeps its start when something is said later', () => {
    fc.assert(
      fc.property(anyHistory, anySaid, (history, said) => {
        const of = { subject: said.subject, view: said.view }
        const { start } = lineOf(history, of)
        fc.pre(start !== null)
        expect(lineOf([...history, { ...said, onDay: today }], of).start).toBe(start)
      }),
    )
  })
  it('is what a new placement is based on', () => {
    fc.assert(
      fc.property(anyHistory, anyLine, (history, of) => {
        expect(newestOf(history, { ...of, mark: 'now' })).toBe(lineOf(history, of).now)
        expect(newestOf(history, { ...of, mark: 'goal' })).toBe(lineOf(history, of).goal)
      }),
    )
  })
})

describe('two views', () => {
  const said = (view: Placement['view'], situation: Placement['situation']): Said => ({
    ...housing,
    id: 'x' as PlacementId,
    view,
    situation,
    onDay: today,
  })
  it('differ where both have said something, and it is not the same', () => {
    expect(differences([said('family', 'untenable')])).toEqual([])
    expect(differences([said('family', 'stable'), said('team', 'stable')])).toEqual([])
    expect(differences([said('family', 'untenable'), said('team', 'stable')])).toMatchObject([
      { subject: 'housing', family: { situation: 'untenable' }, team: { situation: 'stable' } },
    ])
  })
})

describe('the degree of vulnerability', () => {
  const score = (value: number): Answer => ({ kind: 'score', score: value })
  it('is what the answered questions say, and nothing when none is', () => {
    expect(degreeOf({ strength: score(2), ability: score(4) })).toBe(7)
    expect(degreeOf({ strength: score(2), ability: { kind: 'rather_not' } })).toBe(8)
    expect(degreeOf(unanswered)).toBeNull()
    expect(degreeOf(null)).toBeNull()
  })
  it('with both questions answered lies between what each would say alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), (strength, ability) => {
        const degree = degreeOf({ strength: score(strength), ability: score(ability) })!
        expect(degree).toBeGreaterThanOrEqual(10 - Math.max(strength, ability))
        expect(degree).toBeLessThanOrEqual(10 - Math.min(strength, ability))
      }),
    )
  })
})
