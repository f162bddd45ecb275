import './phase.css'
import type { Phase } from '@velferdslab/core/family'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'

const phases = ['capture', 'invest', 'maintain', 'exit'] as const satisfies readonly Phase[]

/** The four phases in their order, and where the work is: in the family's words, or in the words of those who work. */
export function PhaseSteps({ phase, reader }: { phase: Phase; reader: 'family' | 'work' }) {
  const { t } = useTranslation('phase')
  return (
    <ol className="phase-steps">
      {phases.map((each) => {
        const name = t(reader === 'work' ? `${each}Work` : each)
        return (
          <li key={each} aria-current={each === phase ? 'step' : undefined}>
            {each === phase && <Icon name="goal" small />}
            {each === phase ? t('nowIs', { phase: name }) : name}
          </li>
        )
      })}
    </ol>
  )
}
