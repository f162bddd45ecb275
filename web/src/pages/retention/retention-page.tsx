import './retention.css'
import type { Retention } from '@velferdslab/core/retention'
import { retentionCategories } from '@velferdslab/core/retention-kinds'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { retentionQuery } from '../../retention-api.ts'
import { atStart, dayAndClock, plainDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Holds } from './holds.tsx'

/** How long things are kept, what the nights let go, and what is held: for the privacy officer, in numbers and never a row. */
export function RetentionPage() {
  const { t } = useTranslation(['retention', 'shell'])
  const asked = useQuery(retentionQuery)
  return (
    <main className="page page--wide" id="content">
      <title>{t('shell:labTitle', { page: t('retention:title') })}</title>
      <div className="retention">
        <div className="hello">
          <h1>{t('retention:title')}</h1>
          <p>{t('retention:lead')}</p>
        </div>
        <Fetched query={asked} titled what={t('retention:what')}>
          {(retention: Retention) => (
            <>
              <Notice
                icon={retention.health === 'well' ? 'check' : 'bell'}
                look={retention.health === 'well' ? 'calm' : 'need'}
              >
                <p>{t(`retention:${retention.health}`)}</p>
              </Notice>
              <Holds retention={retention} />
              <Rules retention={retention} />
              <Runs retention={retention} />
            </>
          )}
        </Fetched>
      </div>
    </main>
  )
}

function Rules({ retention }: { retention: Retention }) {
  const { t } = useTranslation('retention')
  const rules = retentionCategories.flatMap((each) => retention.rules.find(({ category }) => category === each) ?? [])
  return (
    <Card title={t('rulesTitle')}>
      <p className="soft">{t('rulesLead')}</p>
      <ul className="kept">
        {rules.map((rule) => (
          <li key={rule.category} className="kept__line">
            <div className="kept__what">
              <p className="strong">{t(rule.category)}</p>
              <p>{howLong(t, rule)}</p>
              <p className="soft small">
                <a href={rule.source} rel="noreferrer" target="_blank">
                  {atStart(t('basis', { statute: rule.statute, paragraph: rule.paragraph }))}
                </a>
                {' · '}
                {rule.reviewed ? t('reviewed', { day: plainDay(rule.reviewed, retention.today) }) : t('unreviewed')}
              </p>
            </div>
            <div className="kept__how">
              {rule.overdue > 0 && <Tag look="late">{t('overdue', { count: rule.overdue })}</Tag>}
              {rule.held > 0 && <Tag look="need">{t('held', { count: rule.held })}</Tag>}
              {rule.waiting > 0 && <Tag>{t('waiting', { count: rule.waiting })}</Tag>}
              {rule.action !== 'archive' && <span className="soft">{t('goneLast', { count: rule.gone })}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function howLong(t: ReturnType<typeof useTranslation<'retention'>>['t'], rule: Retention['rules'][number]): string {
  if (rule.amount === null || rule.unit === null) return t('archiveInUse')
  return t(rule.action, { period: t(rule.unit, { count: rule.amount }) })
}

function Runs({ retention: { runs, today } }: { retention: Retention }) {
  const { t } = useTranslation('retention')
  return (
    <Card title={t('runsTitle')}>
      {runs.length === 0 ? (
        <p>{t('runsNone')}</p>
      ) : (
        <ul className="kept">
          {runs.map((run) => (
            <li key={run.at} className="kept__line">
              <span>{run.failed ? t('runFailed') : t('runDone', { count: run.gone })}</span>
              <span className="soft">{atStart(dayAndClock(run.at, today))}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
