import type { SentByMe as Sent } from '@velferdslab/core/referral'
import { useTranslation } from 'react-i18next'
import { dayOf, nearDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'

/** What I have sent: that it came, and that it was answered. Never what came of it. */
export function SentByMe({ sent }: { sent: Sent }) {
  const { t } = useTranslation('referral')
  const near = (instant: string) => nearDay(dayOf(instant), sent.today)
  return (
    <Card title={t('mineTitle')} className="refer__mine">
      <p className="small soft">{t('mineText')}</p>
      {sent.referrals.length + sent.questions.length === 0 && <p>{t('mineNone')}</p>}
      <ul>
        {sent.referrals.map(({ id, receivedAt, answered }) => (
          <li key={id}>
            <p>{t('mineReferral', { near: near(receivedAt) })}</p>
            {answered ? (
              <Tag look="ok" icon="check">
                {t('answered')}
              </Tag>
            ) : (
              <Tag>{t('received')}</Tag>
            )}
          </li>
        ))}
        {sent.questions.map(({ id, askedAt, text, answer }) => (
          <li key={id}>
            <p>{t('mineQuestion', { near: near(askedAt) })}</p>
            <blockquote dir="auto">{text}</blockquote>
            {answer === null ? (
              <Tag>{t('waits')}</Tag>
            ) : (
              <>
                <p className="small strong">{t('answer')}</p>
                <p dir="auto">{answer}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
