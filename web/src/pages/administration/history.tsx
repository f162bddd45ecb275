import { useTranslation } from 'react-i18next'
import { dayAndClock } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useRegisters } from './editing.ts'
import { ShownChange } from './shown-change.tsx'

const look = { effective: 'ok', turned_down: 'plain', withdrawn: 'plain', overtaken: 'need' } as const

/** What was changed, by whom, and what came of it. */
export function History() {
  const { t } = useTranslation('administration')
  const { history, today } = useRegisters().registers
  return (
    <Card title={t('parts.history')}>
      {history.length === 0 && <p className="soft">{t('historyNone')}</p>}
      <ul className="admin__history">
        {history.map((change) => (
          <li key={change.id}>
            <ShownChange change={change} heading="h3" />
            <p className="admin__role">
              <Tag look={look[change.outcome ?? 'effective']}>{t(`outcome.${change.outcome ?? 'effective'}`)}</Tag>
              {change.needsTwo && change.settledBy && change.settledAt && (
                <span className="small soft">
                  {t('answeredBy', { name: change.settledBy, when: dayAndClock(change.settledAt, today) })}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
