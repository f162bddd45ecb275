import type { Administration } from '@velferdslab/core/administration'
import { useTranslation } from 'react-i18next'
import { plainDay } from '../../texts/format.ts'
import { Tag } from '../../ui/tag.tsx'
import { labelsInLine } from './change-words.ts'
import { useRegisters } from './editing.ts'
import { RegisterCard, RegisterLine } from './register-card.tsx'
import { LawLink, useReviewLine } from './rule-lines.tsx'

type Rule = Administration['statuteRules'][number]

/** When somebody may, or must, tell without a yes: the law in versions, for a lawyer to correct (REQ-08). */
export function LawRules() {
  const { t, i18n } = useTranslation(['administration', 'everywhere'])
  const { registers, edit } = useRegisters()
  const { today, statuteRules } = registers
  const reviewLine = useReviewLine()
  return (
    <RegisterCard
      title={t('administration:rules.lawTitle')}
      text={t('administration:rules.lawText')}
      add={t('administration:add.statute_rule')}
      onAdd={() => {
        // A rule has a name of its own that nobody reads; a random one is as good.
        const code = `own_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`
        edit({ kind: 'statute_rule', subject: code, before: null, start: { from: today } })
      }}
    >
      {statuteRules.map(({ code, ...rule }) => {
        const name = i18n.language === 'en' ? rule.titleEn : rule.titleNb
        return (
          <RegisterLine
            key={code}
            name={name}
            lines={[
              t('administration:rules.basis', { statute: rule.statute, paragraph: rule.paragraph }),
              [t(`administration:lawEffects.${rule.effect}`), time(rule), forWhom(rule)].filter(Boolean).join('. '),
              reviewLine(rule),
            ]}
            tags={
              <>
                <LawLink to={rule.link} of={name} />
                {rule.from > today && (
                  <Tag look="need">{t('administration:rules.begins', { day: plainDay(rule.from, today) })}</Tag>
                )}
                {rule.to && (
                  <Tag look={rule.to < today ? 'plain' : 'need'}>
                    {t(rule.to < today ? 'administration:rules.ended' : 'administration:rules.ends', {
                      day: plainDay(rule.to, today),
                    })}
                  </Tag>
                )}
              </>
            }
            changeLabel={t('administration:changeOf', { name })}
            onChange={() => {
              // A new version has been checked by nobody until somebody says so.
              const start = { ...rule, reviewedBy: null, reviewedOn: null, from: today }
              edit({ kind: 'statute_rule', subject: code, before: rule, start })
            }}
          />
        )
      })}
    </RegisterCard>
  )

  function time(rule: Omit<Rule, 'code'>) {
    return rule.longestDays !== null && t('administration:rules.days', { count: rule.longestDays })
  }

  function forWhom(rule: Omit<Rule, 'code'>) {
    if (!rule.lawSectors) return t('administration:rules.forNobody')
    return t('administration:rules.forSectors', {
      sectors: labelsInLine(rule.lawSectors.map((sector) => t(`administration:lawSectors.${sector}`))),
    })
  }
}
