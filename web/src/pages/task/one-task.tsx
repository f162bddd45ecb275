import type { AnswerTask } from '@velferdslab/core/commands/task-link'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Task } from '@velferdslab/core/task-link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { answerTask, taskQuery } from '../../task-api.ts'
import { dayOf, inList, longDay, nearDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NotDoneForm } from '../promises/not-done-form.tsx'

interface OneTaskProps {
  open: NonNullable<Task['open']>
  endsAt: string
  today: CalendarDay
}

/** What, for whom by first names, when; done, or not done because. */
export function OneTask({ open, endsAt, today }: OneTaskProps) {
  const { t } = useTranslation(['task', 'promises'])
  const [asked, setAsked] = useState(false)
  const { answering, send } = useAnswer(() => setAsked(false))
  const isDone = open.answer === 'done'
  return (
    <div className="stack">
      <h1>{t('task:title')}</h1>
      <section className="task__card" aria-label={t('task:title')}>
        <p className="task__text">
          <bdi>{open.text}</bdi>
        </p>
        <dl className="task__facts">
          <div>
            <dt>{t('task:forWhom')}</dt>
            <dd>{open.to.length > 0 ? inList(open.to) : t('task:theFamily')}</dd>
          </div>
          <div>
            <dt>{t('task:due')}</dt>
            <dd>{t('promises:due', { near: nearDay(open.due, today), day: longDay(open.due, today) })}</dd>
          </div>
        </dl>
      </section>
      {isDone ? (
        <Notice icon="check" role="status">
          <p>{t('task:thanks')}</p>
        </Notice>
      ) : (
        <>
          {open.answer === 'not_done' && !asked && (
            <Notice icon="clock" role="status">
              <p>{t('task:noted')}</p>
            </Notice>
          )}
          {asked ? (
            <NotDoneForm
              busy={answering.isPending}
              onSend={(because) => send({ answer: 'not_done', ...because })}
              onCancel={() => setAsked(false)}
            />
          ) : (
            <div className="task__answers">
              <Button
                wide
                icon="check"
                aria-busy={answering.isPending}
                onClick={() => send({ answer: 'done', reason: null, words: null, newDue: null })}
              >
                {t('promises:doneButton')}
              </Button>
              <Button wide look="second" onClick={() => setAsked(true)}>
                {t('promises:notDoneButton')}
              </Button>
            </div>
          )}
        </>
      )}
      <NotSent error={answering.error} />
      <p className="small soft">{t('task:lasts', { day: longDay(dayOf(new Date(Date.parse(endsAt) - 1)), today) })}</p>
    </div>
  )
}

function useAnswer(onSaid: () => void) {
  const queryClient = useQueryClient()
  const command = useCommandId()
  const answering = useMutation({
    mutationFn: (said: Omit<AnswerTask, 'commandId'>) => answerTask({ ...said, commandId: command.idFor(said) }),
    onSuccess: async () => {
      command.done()
      onSaid()
      await queryClient.invalidateQueries({ queryKey: taskQuery.queryKey })
    },
  })
  return { answering, send: (said: Omit<AnswerTask, 'commandId'>) => !answering.isPending && answering.mutate(said) }
}
