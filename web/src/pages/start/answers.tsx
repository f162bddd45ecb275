import type { CalendarDay } from '@velferdslab/core/dates'
import type { CheckAnswer, Qualification } from '@velferdslab/core/qualification'
import { useTranslation } from 'react-i18next'
import { dayOf, nearDay } from '../../texts/format.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Tag } from '../../ui/tag.tsx'

type Question = Qualification['questions'][number]

/** The question in the reader's language. Its words are the municipality's own. */
export const textOf = (question: Question): string => question.text[shownLanguage()]

export function AnswerTag({ answer }: { answer: CheckAnswer }) {
  const { t } = useTranslation('start')
  if (answer === 'yes')
    return (
      <Tag look="ok" icon="check">
        {t('yes')}
      </Tag>
    )
  return (
    <Tag look={answer === 'unsure' ? 'need' : 'plain'} {...(answer === 'unsure' ? { icon: 'think' as const } : {})}>
      {t(answer)}
    </Tag>
  )
}

/** A question with what was answered, why, and who was there. */
export function Answered({ question, today }: { question: Question; today: CalendarDay }) {
  const { t } = useTranslation('start')
  const { answer } = question
  return (
    <>
      <p className="strong" dir="auto">
        {textOf(question)}
      </p>
      {answer ? (
        <>
          <AnswerTag answer={answer.answer} />
          <p className="check__why">
            <q dir="auto">{answer.reason}</q>
            <span className="small soft">
              {t('answeredWith', { name: answer.with ?? '', near: nearDay(dayOf(answer.answeredAt), today) })}
            </span>
          </p>
        </>
      ) : (
        <p className="small soft check__why">{t('notAnswered')}</p>
      )}
    </>
  )
}
