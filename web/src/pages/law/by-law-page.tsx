import './law.css'
import type { Act } from '@velferdslab/core/act'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Report } from '@velferdslab/core/report'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { byLawQuery } from '../../law-api.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ActItem } from './act-item.tsx'
import { ReportItem } from './report-item.tsx'

interface ByLaw {
  today: CalendarDay
  reports: readonly Report[]
  forMe: readonly Act[]
  byMe: readonly Act[]
}

/** What was reported to me or opened for me by law, and what I have reported and opened. Nothing of anybody else's. */
export function ByLawPage() {
  const { t } = useTranslation(['law', 'shell'])
  const query = useQuery(byLawQuery)
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('law:listTitle') })}</title>
      <div className="law">
        <div className="hello">
          <h1>{t('law:listTitle')}</h1>
          <p>{t('law:listLead')}</p>
        </div>
        <Fetched query={query} titled what={t('law:what')}>
          {(list: ByLaw) => <List {...list} />}
        </Fetched>
      </div>
    </main>
  )
}

function List({ today, reports, forMe, byMe }: ByLaw) {
  const { t } = useTranslation('law')
  const received = reports.filter(({ mayReceive }) => mayReceive)
  const sent = reports.filter(({ mayReceive }) => !mayReceive)
  if (reports.length + forMe.length + byMe.length === 0)
    return (
      <Card>
        <EmptyState icon="law" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      </Card>
    )
  const ofReports = (title: string, some: readonly Report[]) =>
    some.length > 0 && (
      <Card title={title}>
        <ul className="law__list">
          {some.map((report) => (
            <ReportItem key={report.id} report={report} today={today} />
          ))}
        </ul>
      </Card>
    )
  const ofActs = (title: string, some: readonly Act[], isMine: boolean) =>
    some.length > 0 && (
      <Card title={title}>
        <ul className="law__list">
          {some.map((act) => (
            <ActItem key={act.id} act={act} today={today} isMine={isMine} />
          ))}
        </ul>
      </Card>
    )
  return (
    <>
      {ofReports(t('reportsIn'), received)}
      {ofActs(t('actsIn'), forMe, false)}
      {ofReports(t('reportsOut'), sent)}
      {ofActs(t('actsOut'), byMe, true)}
    </>
  )
}
