import { useTranslation } from 'react-i18next'
import { areaName } from '../../areas.ts'
import { plainDay } from '../../texts/format.ts'
import { useRegisters } from './editing.ts'
import { RegisterCard, RegisterLine } from './register-card.tsx'

/** Ages in law, with their source: who consents alone, and what those see who answer for a child. */
export function Ages() {
  const { t } = useTranslation(['administration', 'everywhere'])
  const { registers, edit } = useRegisters()
  const { today, consentAges, childRules } = registers
  return (
    <>
      <RegisterCard title={t('administration:consentAgesTitle')} text={t('administration:consentAgesText')}>
        {consentAges.map(({ area, source, ...rule }) => (
          <RegisterLine
            key={area}
            name={areaName(area, 'work')}
            lines={[t('administration:fromAge', { age: rule.age }), source, begins(rule.from)]}
            changeLabel={t('administration:changeOf', { name: areaName(area, 'work') })}
            onChange={() => {
              edit({ kind: 'consent_age', subject: area, before: rule, start: { ...rule, from: today } })
            }}
          />
        ))}
      </RegisterCard>
      <RegisterCard title={t('administration:childRulesTitle')} text={t('administration:childRulesText')}>
        {childRules.map(({ area, about, source, ...rule }) => {
          const name = t(about === 'life' ? 'administration:life' : 'administration:wordsOfChild', {
            area: areaName(area, 'work'),
          })
          return (
            <RegisterLine
              key={`${area} ${about}`}
              name={name}
              lines={[t('administration:untilAge', { age: rule.age }), source, begins(rule.from)]}
              changeLabel={t('administration:changeOf', { name })}
              onChange={() => {
                edit({ kind: 'child_rule', subject: `${area}:${about}`, before: rule, start: { ...rule, from: today } })
              }}
            />
          )
        })}
      </RegisterCard>
    </>
  )

  function begins(from: typeof today) {
    return from > today && t('administration:since', { day: plainDay(from, today) })
  }
}
