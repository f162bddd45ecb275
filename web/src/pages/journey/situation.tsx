import type { Situation as Code } from '@velferdslab/core/journey'
import { useTranslation } from 'react-i18next'

/** A situation as a word in its colour; the word alone says it. */
export function Situation({ situation }: { situation: Code }) {
  const { t } = useTranslation('journey')
  return <span className={`situation b-${situation}`}>{t(situation)}</span>
}
