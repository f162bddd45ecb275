import './looked.css'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Visit } from '@velferdslab/core/looked'
import { useTranslation } from 'react-i18next'
import { dayAndClock } from '../../texts/format.ts'
import { aboutSentence, visitSentence, whySentence } from './looked-words.ts'

/** Who has read, newest first: what, about whom, why they could, and when it began. */
export function VisitList({ visits, today }: { visits: readonly Visit[]; today: CalendarDay }) {
  const { t } = useTranslation('looked')
  return (
    <ul className="visits">
      {visits.map((visit, index) => {
        const more = [aboutSentence(t, visit), whySentence(t, visit)].filter(Boolean).join(' ')
        return (
          <li key={`${visit.from} ${String(index)}`} className="visit">
            <div className="visit__what">
              <p className="strong">{visitSentence(t, visit)}</p>
              {more && <p className="soft">{more}</p>}
            </div>
            <p className="visit__when">
              <time dateTime={visit.from}>{dayAndClock(visit.from, today)}</time>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
