import type { CalendarDay } from '@velferdslab/core/dates'
import type { Responsibility } from '@velferdslab/core/household'
import type { FamilyId } from '@velferdslab/core/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaInSentence } from '../../areas.ts'
import type { Press } from '../../people-api.ts'
import { inList, plainDay } from '../../texts/format.ts'
import { EndResponsibility } from './end-dialogs.tsx'

const known = ['register', 'court', 'agreement', 'state_administrator', 'told_by_parent'] as const

interface AnswersProps {
  family: FamilyId
  today: CalendarDay
  each: Responsibility
  /** For whom. */
  of: string
  /** For who may write down that it is over. */
  end?: (input: Press) => Promise<unknown>
}

/** One who answers for somebody, where it is known from, and who wrote it down. */
export function Answers({ family, today, each, of, end }: AnswersProps) {
  const { t } = useTranslation('people')
  const [isEnding, setEnding] = useState(false)
  const source = known.find((code) => code === each.source)
  const areas = each.areas ? inList(each.areas.map((area) => areaInSentence(area))) : ''
  return (
    <li>
      <p>
        {each.kind === 'guardian'
          ? t('answersGuardian', { name: each.holder, areas })
          : t('answersParent', { name: each.holder })}
      </p>
      <p className="small soft">
        {[
          source ? t(source) : each.source,
          each.documentOn && t('answersDocument', { day: plainDay(each.documentOn, today) }),
          each.recordedBy && t('answersBy', { name: each.recordedBy, day: plainDay(each.since, today) }),
          each.until && t('answersUntil', { day: plainDay(each.until, today) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {end && (
        <button
          type="button"
          className="link-button small"
          onClick={() => setEnding(true)}
          aria-label={`${t('answersEnd')}: ${each.holder}, ${of}`}
        >
          {t('answersEnd')}
        </button>
      )}
      {end && isEnding && (
        <EndResponsibility family={family} each={each} of={of} end={end} onClose={() => setEnding(false)} />
      )}
    </li>
  )
}
