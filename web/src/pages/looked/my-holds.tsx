import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { myHoldsQuery } from '../../retention-api.ts'
import { plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'

/** That nothing of the family is deleted for now, and why: only where there is something to tell. */
export function MyHolds() {
  const { t } = useTranslation('looked')
  const { data } = useQuery(myHoldsQuery)
  if (!data || data.holds.length === 0) return null
  return (
    <Card title={t('heldTitle')}>
      <p>{t('heldText')}</p>
      <ul className="looked__holds">
        {data.holds.map((hold) => (
          <li key={`${hold.because} ${hold.placedOn}`}>
            {hold.until
              ? t('heldUntil', {
                  why: t(`heldWhy.${hold.because}`),
                  day: plainDay(hold.placedOn, data.today),
                  until: plainDay(hold.until, data.today),
                })
              : t('heldSince', { why: t(`heldWhy.${hold.because}`), day: plainDay(hold.placedOn, data.today) })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
