import type { QuestionId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askQuestion, sentByMeQuery } from '../../door-api.ts'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { Button } from '../../ui/button.tsx'
import { LongText } from '../../ui/text-field.tsx'
import type { FormProps } from './referral-form.ts'

/** Without a yes nobody is named: a question to the core team, and no place for a name. */
export function AskQuestion({ form, change, party, onSent }: FormProps) {
  const { t } = useTranslation('referral')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [questionId] = useState(() => newId<QuestionId>())
  const [tooEarly, setTooEarly] = useState(false)
  const text = form.question.trim()
  const sending = useMutation({
    mutationFn: () => askQuestion({ commandId: command.idFor(text), questionId, partyId: party, text }),
    onSuccess: async () => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: sentByMeQuery.queryKey })
      onSent()
    },
  })
  return (
    <form
      className="refer__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTooEarly(text === '')
        if (text !== '' && !sending.isPending) sending.mutate()
      }}
    >
      <h2>{t('questionTitle')}</h2>
      <LongText
        label={t('question')}
        help={t('questionHelp')}
        wrong={tooEarly && text === '' ? t('questionMissing') : undefined}
        longest={2000}
        value={form.question}
        onChange={(words) => change({ question: words })}
      />
      <NotSent error={sending.error} />
      <Button type="submit" look={text === '' ? 'waiting' : 'primary'} aria-busy={sending.isPending}>
        {t('sendQuestion')}
      </Button>
    </form>
  )
}
