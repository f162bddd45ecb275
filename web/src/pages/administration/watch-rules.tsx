import { useTranslation } from 'react-i18next'
import { plainDay } from '../../texts/format.ts'
import { Tag } from '../../ui/tag.tsx'
import { useRegisters } from './editing.ts'
import { RegisterCard, RegisterLine } from './register-card.tsx'

/** What in the trace is worth a look (REQ-66). What the rules have found is the privacy officer's alone. */
export function WatchRules() {
  const { t } = useTranslation(['administration', 'trace'])
  const { registers, edit } = useRegisters()
  const { today, reviewRules } = registers
  return (
    <RegisterCard title={t('administration:rules.watchTitle')} text={t('administration:rules.watchText')}>
      {reviewRules.map(({ code, ...rule }) => (
        <RegisterLine
          key={code}
          name={t(`trace:${code}`)}
          lines={[
            rule.fromHour !== null &&
              rule.toHour !== null &&
              t('administration:rules.hours', { from: rule.fromHour, to: rule.toHour }),
            rule.above !== null &&
              t(code === 'volume' ? 'administration:rules.aboveVolume' : 'administration:rules.aboveAsked', {
                count: rule.above,
              }),
            t('administration:rules.origin', { origin: rule.origin }),
          ]}
          tags={
            <>
              <Tag look={rule.counts ? 'ok' : 'plain'}>
                {t(rule.counts ? 'administration:rules.inUse' : 'administration:rules.notInUse')}
              </Tag>
              {rule.from > today && (
                <Tag look="need">{t('administration:rules.begins', { day: plainDay(rule.from, today) })}</Tag>
              )}
            </>
          }
          changeLabel={t('administration:changeOf', { name: t(`trace:${code}`) })}
          onChange={() => {
            edit({ kind: 'review_rule', subject: code, before: rule, start: { ...rule, from: today } })
          }}
        />
      ))}
    </RegisterCard>
  )
}
