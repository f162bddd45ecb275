import type { CalendarDay } from '@velferdslab/core/dates'
import type { Door } from '@velferdslab/core/referral'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerQuestion, doorKey } from '../../door-api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { dayOf, nearDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { LongText } from '../../ui/text-field.tsx'

/** A question about nobody named, and its one answer. */
export function Question({ question, today }: { question: Door['questions'][number]; today: CalendarDay }) {
  const { t } = useTranslation('door')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [answer, setAnswer] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const text = answer.trim()
  const sending = useMutation({
    mutationFn: () => answerQuestion(question.id, { commandId: command.idFor(text), answer: text }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: doorKey }),
  })
  return (
    <li>
      <p className="small soft">
        {t('from', { service: question.service ?? '', near: nearDay(dayOf(question.askedAt), today) })}
      </p>
      <blockquote dir="auto">{question.text}</blockquote>
      {question.askerLeft && <p className="small">{t('askerLeft')}</p>}
      {question.answer !== null && question.answeredAt !== null ? (
        <>
          <p className="small strong">{t('answeredOn', { near: nearDay(dayOf(question.answeredAt), today) })}</p>
          <p dir="auto">{question.answer}</p>
        </>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setTooEarly(text === '')
            if (text !== '' && !sending.isPending) sending.mutate()
          }}
        >
          <LongText
            label={t('answer')}
            wrong={tooEarly && text === '' ? t('answerMissing') : undefined}
            longest={2000}
            value={answer}
            onChange={setAnswer}
          />
          <NotSent error={sending.error} />
          <Button type="submit" look="second" aria-busy={sending.isPending}>
            {t('sendAnswer')}
          </Button>
        </form>
      )}
    </li>
  )
}
