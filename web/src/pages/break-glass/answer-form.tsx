import { fewestReasonLetters, longestReason } from '@velferdslab/core/act'
import { glassOutcomes, type GlassOutcome, type GlassReview } from '@velferdslab/core/break-glass'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerGlass, breakGlassQuery } from '../../break-glass-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { useLaw } from '../law/use-law.ts'

/** Whether it was needed, and what was found: once, by the manager who answers for it. */
export function AnswerForm({ review }: { review: GlassReview }) {
  const { t } = useTranslation('breakGlass')
  const [outcome, setOutcome] = useState<GlassOutcome | null>(null)
  const [words, setWords] = useState('')
  const [early, setEarly] = useState(false)
  const answering = useLaw(breakGlassQuery.queryKey, (found: { outcome: GlassOutcome; words: string }, commandId) =>
    answerGlass(review.id, { ...found, commandId }),
  )
  const lacks = [
    outcome === null && t('missingOutcome'),
    words.trim().length < fewestReasonLetters && t('missingWords'),
  ].filter((each) => each !== false)
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault()
    setEarly(lacks.length > 0)
    if (lacks.length === 0 && outcome && !answering.isPending) answering.mutate({ outcome, words: words.trim() })
  }
  return (
    <form className="law__form glass__answer" onSubmit={submit} noValidate>
      <Picks
        legend={t('outcome')}
        options={glassOutcomes.map((value) => ({ value, label: t(value) }))}
        chosen={outcome}
        onChoose={setOutcome}
      />
      <LongText label={t('words')} help={t('wordsHelp')} longest={longestReason} value={words} onChange={setWords} />
      {early && lacks.length > 0 && (
        <Notice icon="bell" look="need" role="alert">
          {t('missing', { what: inList(lacks) })}
        </Notice>
      )}
      <NotSent error={answering.error} />
      <div className="row">
        <Button type="submit" aria-busy={answering.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
