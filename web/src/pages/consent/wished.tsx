import { useTranslation } from 'react-i18next'
import { Shape } from '../../ui/icon.tsx'

/** A wish is a mark and a word, never a tick. */
export function Wished() {
  const { t } = useTranslation('consent')
  return (
    <span className="wished">
      <Shape name="diamond" />
      {t('wished')}
    </span>
  )
}
