import fc from 'fast-check'
import { expect, test } from 'vitest'
import { casesOfSight } from '../access.ts'
import { now } from './a-family-for-tests.ts'
import { asItStands, type Town } from './as-it-stands-for-tests.ts'
import type { NoteFact } from './facts.ts'
import { drawnFrom, type Drawn, type Turn } from './drawn-for-tests.ts'
import { stories } from './stories-for-tests.ts'
import { maySeeConsent, maySeeFamily, maySeeMembers } from './structure.ts'
import { mayChangeDraft, mayChangeNote, mayDeleteDraft, mayPromise, mayWriteDraft, mayWriteNote } from './writing.ts'

const runs = 2_000

const aTurn: fc.Arbitrary<Turn> = fc.record({
  at: fc.nat(9999),
  value: fc.nat(999),
  how: fc.constantFrom('else', 'else', 'else', 'else', 'else', 'gone', 'more'),
})
/** Up to three things turned: close to where a yes becomes a no. */
const aDrawnStory = fc
  .record({
    name: fc.constantFrom(...Object.keys(stories)),
    turns: fc.array(aTurn, { maxLength: 3 }),
    remade: fc.array(aTurn, { maxLength: 2 }),
  })
  .map(({ name, turns, remade }) => {
    const drawn = drawnFrom(name, turns, remade)
    return { ...drawn, [fc.toStringMethod]: () => drawn.told.join('\n') }
  })

type Answer = string | boolean
type Pairs = readonly (readonly [question: string, rule: Answer, again: Answer])[]

function sight({ facts, by, note, draft, promise }: Drawn, town: Town): Pairs {
  const cases = (work: boolean) =>
    town.isOfTown(by, note.family)
      ? [
          town.own(by, note) ? 'own' : '',
          town.seat(by, note) ? 'seat' : '',
          town.table(by, note) ? 'table' : '',
          work ? 'work' : '',
          town.act(by, note) ? 'act' : '',
        ].join('')
      : ''
  return [
    ['sees a note', casesOfSight(facts, by, note, now).join(''), cases(false)],
    ['sees a draft', casesOfSight(facts, by, draft, now).join(''), cases(false)],
    ['sees a promise', casesOfSight(facts, by, promise, now).join(''), cases(town.work(by, promise))],
  ]
}

function structure({ facts, by, note: { family } }: Drawn, town: Town): Pairs {
  const knows = town.opens(by, family)
  const isCoreTeam = facts.roles.some((each) => each.person === by && each.role === 'core_team' && town.lasts(each))
  return [
    ['knows who is in a family', maySeeMembers(facts, by, family, now), knows],
    ['knows of a family', maySeeFamily(facts, by, family, now), knows || (isCoreTeam && town.isOfTown(by, family))],
    ...facts.consents.map(
      (each) => ['sees a consent', maySeeConsent(facts, by, each, now), town.hears(by, each)] as const,
    ),
  ]
}

function notes({ facts, by, note, remade }: Drawn, town: Town): Pairs {
  const changed: NoteFact = { ...remade.note, writtenBy: by }
  const standsIn = ({ cell, area, privacy, about }: NoteFact) =>
    [cell, area, privacy, about.whole, ...about.persons].join()
  const isMoved = standsIn(note) !== standsIn(changed)
  const isStill = note.hasWords && !(note.voided && changed.hasWords)
  const isAnswered = note.corrected && (isMoved || !changed.hasWords)
  const isOnes = note.author === by
  const isAnothers = !isMoved && changed.hasWords && note.privacy === 'table' && town.ownOrSeat(by, note)
  const isFrom = note.family === changed.family && note.author === changed.author
  const writes = town.writes(by, note) && town.writes(by, changed)
  return [
    ['writes a note', mayWriteNote(facts, by, note, now), isOnes && note.writtenBy === by && town.writes(by, note)],
    [
      'changes a note',
      mayChangeNote(facts, by, note, changed, now),
      writes && isStill && !isAnswered && isFrom && (isOnes || isAnothers),
    ],
    [
      'changes it in another name',
      mayChangeNote(facts, by, note, remade.note, now) && remade.note.writtenBy !== by,
      false,
    ],
  ]
}

function draftsAndPromises({ facts, by, draft, promise, remade }: Drawn, town: Town): Pairs {
  const isLeft = now.getTime() - draft.changedAt.getTime() >= 30_000
  const takes = remade.draft.writer === by && (draft.writer === by || isLeft)
  const sees =
    town.isOfTown(by, draft.family) && (town.ownOrSeat(by, draft) || town.table(by, draft) || town.act(by, draft))
  const isSeated = town.seatsOf(by, promise.family).some(({ party }) => party === promise.party)
  const isPromise = promise.privacy === 'table' && promise.author === by
  return [
    ['writes a draft', mayWriteDraft(facts, by, draft, now), draft.writer === by && town.writes(by, draft)],
    [
      'goes on with a draft',
      mayChangeDraft(facts, by, draft, remade.draft, now),
      takes && town.writes(by, draft) && town.writes(by, remade.draft),
    ],
    ['lets a draft go', mayDeleteDraft(facts, by, draft, now), draft.writer === by && sees],
    ['promises', mayPromise(facts, by, promise, now), isPromise && isSeated && town.writes(by, promise)],
  ]
}

test(
  `who sees, knows and writes is answered alike when it is said twice (decision 0003), in ${runs} drawn stories`,
  { timeout: 60_000 },
  () => {
    const answered: Record<string, { yes: number; no: number }> = {}
    fc.assert(
      fc.property(aDrawnStory, (drawn) => {
        const town = asItStands(drawn.facts, now)
        for (const [question, rule, again] of [sight, structure, notes, draftsAndPromises].flatMap((ask) =>
          ask(drawn, town),
        )) {
          if (rule !== again) expect.fail(`${question}: ${String(rule)}, and said again ${String(again)}`)
          const count = (answered[question] ??= { yes: 0, no: 0 })
          count[again ? 'yes' : 'no'] += 1
        }
      }),
      // Three turned things at most: there is little to make smaller, and what was turned is told.
      { numRuns: runs, endOnFailure: true },
    )
    // A question that is always answered alike proves nothing.
    for (const [question, { yes, no }] of Object.entries(answered))
      if (question !== 'changes it in another name') expect(Math.min(yes, no), question).toBeGreaterThan(runs / 100)
  },
)
