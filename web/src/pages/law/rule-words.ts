import type { StatuteRule } from '@velferdslab/core/act'
import type { AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import { areaInSentence, type Speaker } from '../../areas.ts'
import { dayOf, inList } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'

/** What a rule lets one do, in plain words: data, in the language that is shown. */
export const ruleTitle = (rule: StatuteRule) => rule.title[shownLanguage()]

/** "Barnevernsloven § 13-2", never broken after the sign. */
export const ruleName = (rule: StatuteRule) => `${rule.statute} ${rule.paragraph}`.replaceAll('§ ', '§\u00a0')

/** "Up to and including": an end at midnight is the day before. */
export const lastDay = (until: string): CalendarDay => dayOf(new Date(Date.parse(until) - 1))

export const areasInWords = (areas: readonly AreaCode[], speaker: Speaker) =>
  inList(areas.map((area) => areaInSentence(area, speaker)))
