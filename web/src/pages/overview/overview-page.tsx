import './overview.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'

const report = { flow: 'goal', wellbeing: 'star', invested: 'economy', promises: 'check' } as const satisfies Record<
  string,
  IconName
>
const figures = {
  prices: 'economy',
  assumptions: 'think',
  benefits: 'scale',
  exports: 'copy',
} as const satisfies Record<string, IconName>

/** Management's page: what the human report will say and what it is made of. Nothing is shown that is not counted from real rows. */
export function ReportPage() {
  const { t } = useTranslation(['overview', 'shell'])
  return (
    <Overview title={t('overview:reportTitle')} lead={t('overview:reportLead')}>
      {(Object.keys(report) as (keyof typeof report)[]).map((part) => (
        <Part
          key={part}
          icon={report[part]}
          title={t(`overview:report.${part}.title`)}
          text={t(`overview:report.${part}.text`)}
          source={t(`overview:report.${part}.source`)}
        />
      ))}
    </Overview>
  )
}

/** The economist's page: what will be worked out, and from what. */
export function FiguresPage() {
  const { t } = useTranslation(['overview', 'shell'])
  return (
    <Overview title={t('overview:figuresTitle')} lead={t('overview:figuresLead')}>
      {(Object.keys(figures) as (keyof typeof figures)[]).map((part) => (
        <Part
          key={part}
          icon={figures[part]}
          title={t(`overview:figures.${part}.title`)}
          text={t(`overview:figures.${part}.text`)}
          source={t(`overview:figures.${part}.source`)}
        />
      ))}
    </Overview>
  )
}

function Overview({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation(['overview', 'shell'])
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: title })}</title>
      <div className="overview">
        <div className="overview__lead">
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        <Notice icon="eye-off">{t('overview:none')}</Notice>
        <ul className="overview__parts">{children}</ul>
        <Card title={t('overview:rulesTitle')}>
          <ul className="overview__rules">
            {t('overview:rules', { returnObjects: true }).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Card>
      </div>
    </main>
  )
}

function Part({ icon, title, text, source }: { icon: IconName; title: string; text: string; source: string }) {
  const { t } = useTranslation('overview')
  return (
    <li>
      <Card>
        <Icon name={icon} />
        <h2>{title}</h2>
        <p>{text}</p>
        <p className="small soft">{t('from', { source })}</p>
      </Card>
    </li>
  )
}
