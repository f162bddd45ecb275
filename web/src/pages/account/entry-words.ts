import type { Entry } from '@velferdslab/core/ledger'
import type { Plan } from '@velferdslab/core/plan'
import i18next from 'i18next'
import { number } from '../../texts/format.ts'

/** What a line is for, as far as its reader sees it: the measure, what was decided, or the hours of a meeting. */
export function entryWords(entry: Entry, plan: Plan | undefined): string {
  const measure = plan?.measures.find(({ id }) => id === entry.measureId)
  if (measure) return measure.words.text
  const decision = plan?.decisions.find(({ id }) => id === entry.decisionId)
  if (decision) return decision.words.what
  return entry.minutes === null
    ? i18next.t('account:other')
    : i18next.t('account:meetingHours', { hours: number(Math.abs(entry.minutes) / 60) })
}
