import './promises.css'
import type { OwedByMe, PromiseCard } from '@velferdslab/core/promise'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { owedQuery } from '../../signing-api.ts'
import { Fetched } from '../../fetched.tsx'
import { longDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PromiseGroups } from './promise-groups.tsx'

/** What I owe, in all families: what my service promised where I sit at the table for it. */
export function OwePage() {
  const { t } = useTranslation(['promises', 'shell'])
  const query = useQuery(owedQuery)
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('promises:oweTitle') })}</title>
      <Fetched query={query} what={t('promises:what')}>
        {(owed: OwedByMe) => <Owed owed={owed} />}
      </Fetched>
    </main>
  )
}

function Owed({ owed: { today, families, promises } }: { owed: OwedByMe }) {
  const { t } = useTranslation('promises')
  const open = promises.filter((promise) => promise.state !== 'done').length
  const late = promises.filter((promise) => promise.state === 'late').length
  const familyOf = (promise: PromiseCard) => families.find(({ id }) => id === promise.familyId)?.name ?? ''
  return (
    <div className="promises-page">
      <div className="promises-page__top">
        <div>
          <p className="soft">{longDay(today, today)}</p>
          <h1>{t('oweTitle')}</h1>
        </div>
        {open > 0 && (
          <p>
            {t('sum', { count: open })} {late > 0 && t('sumLate', { count: late })}
          </p>
        )}
      </div>
      <Card title={t('myPromises')} className="promises">
        {promises.length === 0 ? (
          <EmptyState icon="check" title={t('oweNone')}>
            {t('oweNoneText')}
          </EmptyState>
        ) : (
          <PromiseGroups promises={promises} today={today} familyOf={familyOf} />
        )}
      </Card>
    </div>
  )
}
