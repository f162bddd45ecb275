import { fineBecause, followedUpBy, type ReviewAnswer, type Trace } from '@velferdslab/core/trace'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { atStart, countWord, longDay, plainDay } from '../../texts/format.ts'
import { answerReview } from '../../trace-api.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'

type Review = Trace['reviews'][number]
type Because = ReviewAnswer['because']
const becauses: readonly Because[] = [...fineBecause, ...followedUpBy]

/** Of families and of times: what the number of a review counts. */
const countsFamilies = new Set<Review['rule']>(['no_assignment', 'volume'])

/** One thing worth a look: what the rule saw, of whom, and what was found. */
export function ReviewItem({ review, trace }: { review: Review; trace: Trace }) {
  const { t } = useTranslation('trace')
  const reader = trace.people.find(({ id }) => id === review.readerId)
  const count = { count: review.times, Words: countWord(review.times) }
  const facts = [
    review.family && t('family', { number: review.family }),
    t(countsFamilies.has(review.rule) ? 'timesFamilies' : 'timesRead', count),
    longDay(review.on, trace.today),
  ]
  return (
    <li className="traced__line">
      <div className="traced__what">
        <p className="strong">
          {[reader?.name, reader?.service].filter(Boolean).join(', ')}: {t(review.rule)}
        </p>
        <p className="soft">{atStart(facts.filter(Boolean).join(' · '))}</p>
      </div>
      {review.answered ? (
        <p className="traced__answered">
          {t('answeredOn', {
            found: t(review.answered.because as Because),
            day: plainDay(review.answered.on, trace.today),
          })}
        </p>
      ) : review.mine ? (
        <p className="soft">{t('mine')}</p>
      ) : (
        <Answer review={review} name={reader?.name ?? ''} />
      )}
    </li>
  )
}

function Answer({ review, name }: { review: Review; name: string }) {
  const { t } = useTranslation('trace')
  const [because, setBecause] = useState<Because | ''>('')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const missing = useId()
  const answering = useMutation({
    mutationFn: (found: ReviewAnswer) => answerReview(review.id, { commandId: command.idFor(found), found }),
    onSuccess: command.done,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['trace'] }),
  })
  const send = () => {
    const fine = fineBecause.find((each) => each === because)
    const followed = followedUpBy.find((each) => each === because)
    if (fine) answering.mutate({ answer: 'fine', because: fine })
    else if (followed) answering.mutate({ answer: 'followed_up', because: followed })
  }
  return (
    <div className="traced__answer">
      <Field label={t('answer', { name })}>
        {(id) => (
          <Select
            id={id}
            value={because}
            options={[
              { value: '' as const, label: t('choose') },
              ...becauses.map((value) => ({ value, label: t(value) })),
            ]}
            onChoose={setBecause}
          />
        )}
      </Field>
      <Button
        look={because === '' ? 'waiting' : 'primary'}
        aria-disabled={because === ''}
        aria-describedby={because === '' ? missing : undefined}
        disabled={answering.isPending}
        onClick={send}
      >
        {t('save')}
      </Button>
      {because === '' && (
        <span id={missing} className="hidden">
          {t('choose')}
        </span>
      )}
      <NotSent error={answering.error} />
    </div>
  )
}
