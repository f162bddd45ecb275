import type { Administration } from '@velferdslab/core/administration'
import { useTranslation } from 'react-i18next'
import { atStart, lawInLine, plainDay } from '../../texts/format.ts'
import { Tag } from '../../ui/tag.tsx'
import { useRegisters } from './editing.ts'
import { RegisterCard, RegisterLine } from './register-card.tsx'
import { LawLink, useReviewLine } from './rule-lines.tsx'

/** How long things are kept (REQ-28). What becomes of them then is not changed here: what the archive is to have is never deleted by a number. */
export function KeptRules() {
  const { t } = useTranslation(['administration', 'retention'])
  const { registers, edit } = useRegisters()
  const { today, retentionRules } = registers
  const reviewLine = useReviewLine()
  return (
    <RegisterCard title={t('administration:rules.keptTitle')} text={t('administration:rules.keptText')}>
      {retentionRules.map(({ category, action, ...rule }) => {
        const name = t(`retention:${category}`)
        return (
          <RegisterLine
            key={category}
            name={name}
            lines={[
              howLong({ action, ...rule }),
              atStart(lawInLine(t('administration:rules.basis', { statute: rule.statute, paragraph: rule.paragraph }))),
              reviewLine(rule),
            ]}
            tags={
              <>
                <LawLink to={rule.link} of={name} />
                {rule.from > today && (
                  <Tag look="need">{t('administration:rules.begins', { day: plainDay(rule.from, today) })}</Tag>
                )}
              </>
            }
            changeLabel={t('administration:changeOf', { name })}
            onChange={() => {
              const start = { ...rule, reviewedBy: null, reviewedOn: null, from: today }
              edit({ kind: 'retention_rule', subject: category, before: rule, start })
            }}
          />
        )
      })}
    </RegisterCard>
  )

  function howLong(rule: Pick<Administration['retentionRules'][number], 'amount' | 'unit' | 'action'>) {
    if (rule.amount === null || rule.unit === null) return t('retention:archiveInUse')
    return t(`retention:${rule.action}`, { period: t(`retention:${rule.unit}`, { count: rule.amount }) })
  }
}
