import type { StatuteRule } from '@velferdslab/core/act'
import { useTranslation } from 'react-i18next'
import { TickTile } from '../../ui/tick-tile.tsx'
import { ruleName, ruleTitle } from './rule-words.ts'

/** The rules of law one may choose among, in plain words with the law's own name, and the way to its text. None is chosen beforehand. */
export function RuleTiles(props: {
  rules: readonly StatuteRule[]
  chosen: string | null
  onChoose: (code: string) => void
}) {
  const { t } = useTranslation('law')
  const chosen = props.rules.find(({ code }) => code === props.chosen)
  return (
    <fieldset>
      <legend>{t('whichRule')}</legend>
      <div className="law__rules">
        {props.rules.map((rule) => (
          <TickTile
            key={rule.code}
            type="radio"
            name="rule"
            value={rule.code}
            checked={rule.code === props.chosen}
            onChange={() => props.onChoose(rule.code)}
          >
            <span className="law__rule-text">
              <span>{ruleTitle(rule)}</span>
              <span className="small soft">{ruleName(rule)}</span>
            </span>
          </TickTile>
        ))}
      </div>
      {chosen && (
        <p className="small">
          <a href={chosen.source} rel="noreferrer" target="_blank">
            {t('readLaw', { law: ruleName(chosen) })}
          </a>
        </p>
      )}
    </fieldset>
  )
}
