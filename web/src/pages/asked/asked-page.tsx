import '../plan/plan.css'
import '../plan/decision.css'
import './asked.css'
import type { AskedList } from '@velferdslab/core/decision'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { askedQuery } from '../../plan-api.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AskedCard } from './asked-card.tsx'

/** What I am asked for my mandate: each decision with what it takes to answer it, and nothing else of the family. */
export function AskedPage() {
  const { t } = useTranslation(['deciding', 'shell'])
  const query = useQuery(askedQuery)
  const [said, setSaid] = useState<string | null>(null)
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('deciding:askedTitle') })}</title>
      <div className="plan">
        <div className="hello">
          <h1>{t('deciding:askedTitle')}</h1>
          <p>{t('deciding:askedLead')}</p>
        </div>
        {said && (
          <Notice icon="check" role="status">
            {said}
          </Notice>
        )}
        <Fetched query={query} titled what={t('deciding:askedWhat')}>
          {(list: AskedList) =>
            list.asked.length === 0 ? (
              <Card>
                <EmptyState icon="check" title={t('deciding:askedNone')}>
                  {t('deciding:askedNoneText')}
                </EmptyState>
              </Card>
            ) : (
              <ul className="asked">
                {list.asked.map((asked) => (
                  <AskedCard key={asked.decision.id} asked={asked} today={list.today} onSaid={setSaid} />
                ))}
              </ul>
            )
          }
        </Fetched>
      </div>
    </main>
  )
}
