import type { CalendarDay } from '@velferdslab/core/dates'
import type { Difference } from '@velferdslab/core/signing'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { factsOf, textOf } from './line-facts.ts'

interface DifferencesProps {
  title: string
  text?: string
  differences: readonly Difference[]
  today: CalendarDay
}

/** What is new, changed or taken away, line by line. */
export function Differences({ title, text, differences, today }: DifferencesProps) {
  const { t } = useTranslation('signing')
  return (
    <Card title={title}>
      {text && <p>{text}</p>}
      <ul className="plan-lines__list">
        {differences.map(({ what, line }) => (
          <li key={`${what} ${line.id}`}>
            <p className="plan-lines__what">
              <Tag look={what === 'gone' ? 'plain' : 'new'}>{t(what)}</Tag>
              <bdi>{textOf(line)}</bdi>
            </p>
            {what !== 'gone' && <p className="small soft">{factsOf(line, today).join(' · ')}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
