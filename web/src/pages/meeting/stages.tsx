import type { Stage } from '@velferdslab/core/meeting'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { stageCodes } from './lists.ts'

/** Where we are in the meeting: what is behind us, what is now, what comes. */
export function Stages({ stage }: { stage: Stage }) {
  const { t } = useTranslation('meeting')
  const now = stageCodes.indexOf(stage)
  return (
    <ol className="stages" aria-label={t('stages')}>
      {stageCodes.map((each, at) => (
        <li key={each} aria-current={at === now ? 'step' : undefined}>
          {at < now && <Icon name="check" small />}
          {t(`stage.${each}`)}
        </li>
      ))}
    </ol>
  )
}
