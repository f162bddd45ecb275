import type { Answer } from '@velferdslab/core/wellbeing'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

interface ScoreScaleProps {
  question: string
  low: string
  high: string
  value: Answer
  onChange: (answer: Answer) => void
}

/**
 * A question 0 to 10. Nothing is chosen beforehand, what was chosen can be taken away again, and not wanting to answer stands as
 * near as the numbers. Leaving it alone is leaving it out: never zero.
 */
export function ScoreScale({ question, low, high, value, onChange }: ScoreScaleProps) {
  const { t } = useTranslation('wellbeing')
  const name = useId()
  return (
    <fieldset className="scale">
      <legend className="strong">{question}</legend>
      <div className="scale__numbers">
        {scores.map((score) => (
          <label key={score} className="scale__number">
            <input
              type="radio"
              name={name}
              checked={value.kind === 'score' && value.score === score}
              onChange={() => onChange({ kind: 'score', score })}
              {...(score === 0 ? { 'aria-label': `0, ${low}` } : score === 10 ? { 'aria-label': `10, ${high}` } : {})}
            />
            <span>{score}</span>
          </label>
        ))}
      </div>
      <p className="scale__ends small soft" aria-hidden="true">
        <span>0: {low}</span>
        <span>10: {high}</span>
      </p>
      <div className="row">
        <label className="scale__not">
          <input
            type="radio"
            name={name}
            checked={value.kind === 'rather_not'}
            onChange={() => onChange({ kind: 'rather_not' })}
          />
          <span>{t('ratherNot')}</span>
        </label>
        {value.kind !== 'skipped' && (
          <button type="button" className="link-button small" onClick={() => onChange({ kind: 'skipped' })}>
            {t('unanswer')}
          </button>
        )}
      </div>
    </fieldset>
  )
}
