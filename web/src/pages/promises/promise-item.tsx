import type { CalendarDay } from '@velferdslab/core/dates'
import type { PromiseCard } from '@velferdslab/core/promise'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { dayOf, inList, longDay, nearDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { NotDoneForm } from './not-done-form.tsx'
import { PromiseLink } from './promise-link.tsx'
import { useAnswer } from './use-answer.ts'

interface PromiseItemProps {
  promise: PromiseCard
  today: CalendarDay
  /** Says who owes it. */
  tellsWho?: boolean
  /** Says to whom, for who owes in several families. */
  family?: string | undefined
}

/** One promise: what, who, when, how late, and why it is not done. Who answers for it answers here. */
export function PromiseItem({ promise, today, tellsWho = false, family }: PromiseItemProps) {
  const { t } = useTranslation('promises')
  const { answering, send } = useAnswer(promise)
  const [asked, setAsked] = useState(false)
  const { state, owes, answer, due } = promise
  const who =
    owes.is === 'party'
      ? owes.name
        ? t('service', { name: owes.name, service: owes.service })
        : owes.service
      : owes.name
  const to = toWhom(promise.to)
  return (
    <li className={state === 'late' ? 'promise promise--late' : 'promise'}>
      <div className="promise__text">
        <p className="strong">
          <bdi>{promise.text}</bdi>
        </p>
        {tellsWho && (
          <p className="soft">
            <bdi>{who}</bdi>
          </p>
        )}
        {to && <p className="soft">{to}</p>}
        <p className="promise__when">
          {state === 'late' && (
            <Tag look="late" icon="clock">
              {t('daysLate', { count: promise.daysLate })}
            </Tag>
          )}
          {state === 'done' && answer ? (
            <Tag look="ok" icon="check">
              {t('doneOn', { day: longDay(dayOf(answer.at), today) })}
            </Tag>
          ) : (
            <span>
              {state === 'late'
                ? t('wasDue', { day: longDay(due, today) })
                : t('due', { near: nearDay(due, today), day: longDay(due, today) })}
            </span>
          )}
          {promise.isMonthly && <span className="soft small">{t('monthly')}</span>}
        </p>
        {answer?.byLink && answer.answer === 'done' && <p className="small">{t('toldByLink', { name: answer.by })}</p>}
        {answer?.answer === 'not_done' && (
          <p className="small">
            {t('toldBy', { name: answer.by, day: longDay(dayOf(answer.at), today) })}{' '}
            {answer.reason && t(`told.${answer.reason}`)} {answer.words && <bdi>{answer.words}</bdi>}{' '}
            {answer.newDue && t('newDay', { day: longDay(answer.newDue, today) })}
          </p>
        )}
      </div>
      {promise.isMine && state !== 'done' && !asked && (
        <div className="row">
          <Button
            look="second"
            icon="check"
            aria-label={t('doneThis', { text: promise.text })}
            aria-busy={answering.isPending}
            onClick={() => send({ answer: 'done', reason: null, words: null, newDue: null })}
          >
            {t('doneButton')}
          </Button>
          <Button look="quiet" aria-label={t('notDoneThis', { text: promise.text })} onClick={() => setAsked(true)}>
            {t('notDoneButton')}
          </Button>
        </div>
      )}
      {asked && (
        <NotDoneForm
          busy={answering.isPending}
          onSend={(because) => send({ answer: 'not_done', ...because }, () => setAsked(false))}
          onCancel={() => setAsked(false)}
        />
      )}
      <PromiseLink promise={promise} today={today} />
      <NotSent error={answering.error} />
    </li>
  )

  function toWhom(names: readonly string[]): string | undefined {
    if (family === undefined) return undefined
    // Of one who is alone, the family's name says it all.
    const isAlone = names.length === 1 && family.startsWith(names[0] ?? '')
    if (isAlone) return t('toFamily', { family })
    if (names.length === 0) return family === '' ? undefined : t('toFamily', { family })
    return family === '' ? t('toThose', { names: inList(names) }) : t('to', { names: inList(names), family })
  }
}
