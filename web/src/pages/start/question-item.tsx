import type { PersonId } from '@velferdslab/core/ids'
import type { CheckAnswer, Qualification } from '@velferdslab/core/qualification'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerCheck } from '../../door-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/field.tsx'
import { Tag } from '../../ui/tag.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { Answered, textOf } from './answers.tsx'
import { useStart } from './use-start.ts'

const answers = ['yes', 'no', 'unsure'] as const

interface QuestionItemProps {
  list: Qualification
  question: Qualification['questions'][number]
  withId: PersonId | null
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

/** One question: what stands there, and, opened, the answer that is written together. */
export function QuestionItem({ list, question, withId, isOpen, onOpen, onClose }: QuestionItemProps) {
  const { t } = useTranslation('start')
  const text = textOf(question)
  return (
    <li>
      <Answered question={question} today={list.today} />
      {question.needsYes && (
        <p className="check__facts">
          <Tag>{t('doorMustBeYes')}</Tag>
        </p>
      )}
      {list.mayAnswer && !isOpen && (
        <div className="check__do">
          <Button
            look="second"
            onClick={onOpen}
            aria-label={t(question.answer ? 'doorChangeOf' : 'doorAnswerTo', { question: text })}
          >
            {t(question.answer ? 'doorChange' : 'doorAnswer')}
          </Button>
        </div>
      )}
      {list.mayAnswer && isOpen && <Form list={list} question={question} withId={withId} onClose={onClose} />}
    </li>
  )
}

function Form({ list, question, withId, onClose }: Omit<QuestionItemProps, 'isOpen' | 'onOpen'>) {
  const { t } = useTranslation('start')
  const [answer, setAnswer] = useState<CheckAnswer | null>(null)
  const [reason, setReason] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const saving = useStart<{ code: string; answer: CheckAnswer; reason: string; withId: PersonId }>(
    list.family.id,
    (input) => answerCheck(list.family.id, input),
    onClose,
  )
  const missing = [
    withId === null && t('doorMissingWith'),
    answer === null && t('doorMissingAnswer'),
    reason.trim() === '' && t('doorMissingReason'),
  ].filter((what) => what !== false)
  return (
    <form
      className="stack start__form check__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTooEarly(missing.length > 0)
        if (withId === null || answer === null || missing.length > 0 || saving.isPending) return
        saving.mutate({ code: question.code, answer, reason: reason.trim(), withId })
      }}
    >
      <p className="small soft">
        <bdi>{t('doorSource', { source: question.source })}</bdi>
      </p>
      <Picks
        legend={t('doorPick')}
        options={answers.map((value) => ({ value, label: t(value) }))}
        chosen={answer}
        onChoose={setAnswer}
      />
      <LongText label={t('doorReason')} help={t('doorReasonHelp')} value={reason} onChange={setReason} />
      <p role="status" className="field__wrong" hidden={!(tooEarly && missing.length > 0)}>
        {tooEarly && missing.length > 0 ? t('doorMissing', { what: inList(missing) }) : ''}
      </p>
      <NotSent error={saving.error} />
      <div className="row">
        <Button type="submit" aria-busy={saving.isPending}>
          {t('doorSave')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('doorCancel')}
        </Button>
      </div>
    </form>
  )
}
