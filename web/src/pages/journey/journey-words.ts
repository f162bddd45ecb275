import type { JourneySubject, Placement, Situation } from '@velferdslab/core/journey'
import type { Journey } from '@velferdslab/core/journey'
import type { Answer } from '@velferdslab/core/wellbeing'
import i18next from 'i18next'
import { monthAndYear, plainDay } from '../../texts/format.ts'
import type { IconName } from '../../ui/icon.tsx'
import type { PointKind } from './chart-geometry.ts'

/** Who reads the page: a family, one who is alone, or the team. */
export type Reader = 'family' | 'one' | 'work'

export const subjectIcon: Record<JourneySubject, IconName> = {
  whole: 'goal',
  housing: 'housing',
  work_education: 'work',
  network: 'friends',
  economy: 'economy',
  health: 'body',
  upbringing: 'family',
}

const t = () => i18next.getFixedT(null, 'journey')

export function situationIn(situation: Situation): string {
  return t()(`${situation}In`)
}

export function subjectIn(subject: JourneySubject): string {
  const name = t()(subject)
  return name.charAt(0).toLocaleLowerCase(i18next.language) + name.slice(1)
}

/** "Nå, 18. november", "Start, 18. august", "Målet, november 2028", "9. oktober". */
export function whenOf(row: Placement, kind: PointKind, journey: Journey): string {
  const day = plainDay(row.onDay, journey.today)
  if (kind === 'goal') return row.byDay ? t()('goalAt', { month: monthAndYear(row.byDay) }) : t()('goalNoDay')
  if (kind === 'start') return t()('startAt', { day })
  return kind === 'now' ? t()('nowAt', { day }) : day
}

export function authorOf(row: Placement, journey: Journey): string {
  return journey.people.find((person) => person.id === row.author)?.calledName ?? ''
}

/** "6 av 10", "ville ikke svare", "ikke svart". */
export function answerWords(answer: Answer): string {
  return answer.kind === 'score' ? t()('score', { score: answer.score }) : t()(answer.kind)
}

/** The first words of a reason, for beside a point; the whole of it stands below. */
export function fewWords(words: string | null): string | undefined {
  if (words === null) return undefined
  const first = /^[^.!?]+/.exec(words)?.[0].trim() ?? words
  const letters = [...first]
  if (letters.length <= 38) return first
  // Never in the middle of a word, unless it is one long word.
  const cut = letters.slice(0, 36).join('')
  return `${cut.slice(0, cut.lastIndexOf(' ')) || cut} …`
}
