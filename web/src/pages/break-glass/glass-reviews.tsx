import '../law/law.css'
import './break-glass.css'
import type { GlassReview } from '@velferdslab/core/break-glass'
import type { CalendarDay } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { clockTime, dayAndClock, longDay, plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tag } from '../../ui/tag.tsx'
import { areasInWords } from '../law/rule-words.ts'
import { AnswerForm } from './answer-form.tsx'

/** What was read by break-glass: who, for how long, and whether somebody has looked at it. The family is a number here. */
export function GlassReviews({ reviews, today }: { reviews: readonly GlassReview[]; today: CalendarDay }) {
  const { t } = useTranslation('breakGlass')
  return (
    <Card title={t('reviewsTitle')}>
      {reviews.length === 0 ? (
        <EmptyState icon="check" title={t('reviewsNone')}>
          {t('reviewsNoneText')}
        </EmptyState>
      ) : (
        <>
          <p className="soft">{t('reviewsLead')}</p>
          <ul className="law__list glass__reviews">
            {reviews.map((review) => (
              <Review key={review.id} review={review} today={today} />
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function Review({ review, today }: { review: GlassReview; today: CalendarDay }) {
  const { t } = useTranslation('breakGlass')
  const { answered } = review
  const [from, to] = [dayAndClock(review.from, today), clockTime(review.until)]
  return (
    <li>
      <h3>{t('reader', { reader: review.reader, service: review.service })}</h3>
      <p>{t('read', { family: review.family, areas: areasInWords(review.areas, 'work') })}</p>
      <p>{t(review.isOver ? 'time' : 'timeOpen', { from, to })}</p>
      {review.necessity && (
        <>
          <p className="small strong">{t('because')}</p>
          <p className="law__words" dir="auto">
            {review.necessity}
          </p>
        </>
      )}
      {answered ? (
        <>
          <Tag look={answered.outcome === 'needed' ? 'ok' : 'need'}>{t(answered.outcome)}</Tag>
          <p className="small soft">{t('answered', { by: answered.by, day: plainDay(answered.on, today) })}</p>
          <p className="law__words" dir="auto">
            {answered.words}
          </p>
        </>
      ) : (
        <Tag look={review.isLate ? 'late' : 'need'} icon="clock">
          {t(review.isLate ? 'late' : 'due', { day: longDay(review.dueOn, today) })}
        </Tag>
      )}
      {!answered && review.isMine && <AnswerForm review={review} />}
    </li>
  )
}
