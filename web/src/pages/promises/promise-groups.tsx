import type { CalendarDay } from '@velferdslab/core/dates'
import type { PromiseCard } from '@velferdslab/core/promise'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PromiseItem } from './promise-item.tsx'

const ahead = ['late', 'this_week', 'later'] as const

interface PromiseGroupsProps {
  promises: readonly PromiseCard[]
  today: CalendarDay
  tellsWho?: boolean
  familyOf?: (promise: PromiseCard) => string
}

/** Promises under their headings: late ones first and plainly called late, then what is ahead; what is done folded away. */
export function PromiseGroups({ promises, today, tellsWho = false, familyOf }: PromiseGroupsProps) {
  const { t } = useTranslation('promises')
  const id = useId()
  const done = promises.filter((promise) => promise.state === 'done')
  const list = (some: readonly PromiseCard[], labelledBy?: string) => (
    <ul className="promises__list" aria-labelledby={labelledBy}>
      {some.map((promise) => (
        <PromiseItem
          key={promise.id}
          promise={promise}
          today={today}
          tellsWho={tellsWho}
          family={familyOf?.(promise)}
        />
      ))}
    </ul>
  )
  return (
    <>
      {ahead.map((state) => {
        const some = promises.filter((promise) => promise.state === state)
        return (
          some.length > 0 && (
            <div key={state}>
              <h3 id={`${id}-${state}`} className="promises__when">
                {t(state)}
              </h3>
              {list(some, `${id}-${state}`)}
            </div>
          )
        )
      })}
      {done.length > 0 && (
        <details className="promises__done">
          <summary>{t('doneCount', { count: done.length })}</summary>
          {list(done)}
        </details>
      )}
    </>
  )
}
