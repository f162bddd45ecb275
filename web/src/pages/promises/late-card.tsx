import './promises.css'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { promisesQuery } from '../../signing-api.ts'
import { Card } from '../../ui/card.tsx'
import { PromiseItem } from './promise-item.tsx'

/** Late promises of one family, for its team; the rest one press away. Nothing while nobody has promised anything. */
export function LateCard({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('promises')
  const { data } = useQuery(promisesQuery(familyId))
  if (!data || data.promises.length === 0) return null
  const late = data.promises.filter((promise) => promise.state === 'late')
  const rest = data.promises.filter((promise) => promise.state !== 'late')
  const list = (promises: typeof rest) => (
    <ul className="promises__list">
      {promises.map((promise) => (
        <PromiseItem key={promise.id} promise={promise} today={data.today} tellsWho />
      ))}
    </ul>
  )
  return (
    <Card title={t('cardTitle')} className="promises">
      <p>{late.length === 0 ? t('cardNone') : t('cardLate', { count: late.length })}</p>
      {late.length > 0 && list(late)}
      {rest.length > 0 && (
        <details className="promises__done">
          <summary>{t('cardAll')}</summary>
          {list(rest)}
        </details>
      )}
    </Card>
  )
}
