import './rests-on.css'
import type { RestsOn as Rules } from '@velferdslab/core/decision'
import { useTranslation } from 'react-i18next'
import { lawInLine, plainDay } from '../../texts/format.ts'
import { usePlan } from './plan-names.ts'

/** Which version of the law something was decided by; said so where that was not kept. */
export function RestsOn({ rules }: { rules: Rules | null }) {
  const { t } = useTranslation('deciding')
  const { plan } = usePlan()
  if (rules === null) return <p className="small soft">{t('rulesNotKept')}</p>
  return (
    <details className="rules">
      <summary>{t('rulesTitle')}</summary>
      <ul>
        {rules.map(({ rule, law, age, from }) => (
          <li key={`${rule} ${law}`} className="small">
            {t(`rule_${rule}`, { law: lawInLine(law), day: plainDay(from, plan.today), age: age ?? 0 })}
          </li>
        ))}
      </ul>
    </details>
  )
}
