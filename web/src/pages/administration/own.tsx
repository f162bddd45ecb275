import { ownWordKeys } from '@velferdslab/core/own-word-rules'
import { useTranslation } from 'react-i18next'
import { money } from '../../texts/format.ts'
import { labelsInLine } from './change-words.ts'
import { useRegisters } from './editing.ts'
import { RegisterCard, RegisterLine } from './register-card.tsx'

/** The municipality's own words, its choices, and what two must say yes to. */
export function Own() {
  const { t } = useTranslation('administration')
  const { registers, edit } = useRegisters()
  const { today, words, settings, approvals } = registers
  return (
    <>
      <RegisterCard title={t('ownTitle')} text={t('ownText')}>
        {ownWordKeys.map((key) => {
          const stood = words.find((word) => word.key === key)
          const { key: _key, ...before } = stood ?? { key }
          return (
            <RegisterLine
              key={key}
              name={t(`ownKeys.${key}`)}
              lines={[stood?.nb ? `${stood.nb}, ${stood.nbDefinite ?? ''} (${stood.en ?? ''})` : t('ownAsIs')]}
              changeLabel={t('changeOf', { name: t(`ownKeys.${key}`) })}
              onChange={() => {
                edit({ kind: 'word', subject: key, before: before, start: { ...before, from: today } })
              }}
            />
          )
        })}
      </RegisterCard>
      <RegisterCard title={t('settingsTitle')}>
        {settings.map(({ key, ...setting }) => (
          <RegisterLine
            key={key}
            name={t('settingNames')}
            lines={[setting.value ? t('namesShown') : t('namesHidden')]}
            changeLabel={t('changeOf', { name: t('settingNames') })}
            onChange={() => {
              edit({ kind: 'setting', subject: key, before: setting, start: { ...setting, from: today } })
            }}
          />
        ))}
      </RegisterCard>
      <RegisterCard title={t('approvalsTitle')}>
        {approvals.map(({ kind, ...rule }) => (
          <RegisterLine
            key={kind}
            name={t(`kinds.${kind}`)}
            lines={[
              t(`needs.${rule.needs}`),
              rule.aboveOre !== null && t('aboveLine', { amount: money(rule.aboveOre) }),
              rule.roles && t('rolesLine', { roles: labelsInLine(rule.roles.map((role) => t(`roles.${role}`))) }),
            ]}
            changeLabel={t('changeOf', { name: t(`kinds.${kind}`) })}
            onChange={() => {
              edit({ kind: 'approval', subject: kind, before: rule, start: { ...rule, from: today } })
            }}
          />
        ))}
      </RegisterCard>
    </>
  )
}
