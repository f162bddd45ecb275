import { describe, expect, it } from 'vitest'
import { phases } from './family.ts'
import type { PhaseMoveId } from './ids.ts'
import { nextPhases } from './phase.ts'
import { answerPhase, askPhase, type PhaseFacts } from './phase-rules.ts'

const move = 'move' as PhaseMoveId
const leader: PhaseFacts = { phase: 'maintain', leads: true, speaks: false, asked: null }
const asked = { id: move, to: 'exit', mine: null, waitsFor: 2 } as const
const grown: PhaseFacts = { phase: 'maintain', leads: false, speaks: true, asked }
const kinds = (decided: ReturnType<typeof askPhase>) =>
  'done' in decided ? decided.done.events.map(({ kind }) => kind) : decided.refused

describe('asking to go on', () => {
  it('is the leader’s: nobody else at the table, and nobody at home', () => {
    expect(kinds(askPhase({ ...leader, leads: false }, { to: 'exit', phaseMoveId: move }))).toBe('phase-only-leader')
    expect(kinds(askPhase(grown, { to: 'exit', phaseMoveId: move }))).toBe('phase-only-leader')
  })
  it('is one step, and from maintain also a new effort; never a new beginning, and nothing after exit', () => {
    const may = phases.map((phase) =>
      phases.filter((to) => 'done' in askPhase({ ...leader, phase }, { to, phaseMoveId: move })),
    )
    expect(may).toEqual([['invest'], ['maintain'], ['invest', 'exit'], []])
    for (const phase of phases) expect(nextPhases[phase]).not.toContain('capture')
  })
  it('is not done twice for the same; another question takes its place', () => {
    const waiting = { ...leader, asked: { ...asked, waitsFor: null } }
    expect(kinds(askPhase(waiting, { to: 'exit', phaseMoveId: move }))).toBe('phase-already-asked')
    expect(kinds(askPhase(waiting, { to: 'invest', phaseMoveId: move }))).toEqual(['phase.asked'])
  })
})

describe('answering', () => {
  it('is for who speaks for the family, to the question that waits, and not twice the same', () => {
    expect(kinds(answerPhase({ ...grown, speaks: false }, move, { answer: 'yes' }))).toBe('phase-only-grown')
    expect(kinds(answerPhase({ ...grown, asked: null }, move, { answer: 'yes' }))).toBe('phase-no-longer-asked')
    expect(kinds(answerPhase(grown, 'another', { answer: 'yes' }))).toBe('phase-no-longer-asked')
    expect(kinds(answerPhase({ ...grown, asked: { ...asked, mine: 'yes' } }, move, { answer: 'yes' }))).toBe(
      'phase-already-answered',
    )
  })
  it('moves nothing before the last yes, and a not now never does', () => {
    expect(kinds(answerPhase(grown, move, { answer: 'yes' }))).toEqual(['phase.answered'])
    const last = { ...grown, asked: { ...asked, waitsFor: 1 } }
    expect(kinds(answerPhase(last, move, { answer: 'no' }))).toEqual(['phase.answered'])
    expect(kinds(answerPhase(last, move, { answer: 'yes' }))).toEqual(['phase.answered', 'phase.moved'])
  })
})
