import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Wordmark } from '../ui/icon.tsx'
import { QuickExit } from './quick-exit.tsx'

/** A page that belongs to no family and to no work: a neutral title, a way out, and nothing to go to. */
export function PlainFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell')
  return (
    <div data-shell="family" data-size="lg">
      <title>{t('neutralTitle')}</title>
      <header className="bar">
        <span className="bar__mark">
          <Wordmark label="Velferdslab" />
        </span>
        <div className="bar__end">
          <QuickExit />
        </div>
      </header>
      {children}
    </div>
  )
}
