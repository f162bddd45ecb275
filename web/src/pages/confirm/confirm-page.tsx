import { useTranslation } from 'react-i18next'
import { answerByCode, answerHelping, readByCode, readHelping } from '../../consent-code-api.ts'
import { QuickExit } from '../../shells/quick-exit.tsx'
import { Wordmark } from '../../ui/icon.tsx'
import { ByCode } from './by-code.tsx'

/** A plain page without a sign-in, for who has a code from a letter: one sentence, three answers, and nothing else. */
export function ConfirmPage() {
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
      <main className="page confirm" id="content">
        <ByCode helping={false} read={readByCode} answer={answerByCode} />
      </main>
    </div>
  )
}

/** At a counter: somebody who works here helps who has a code. What is said is marked with who helped; it opens nothing of the family. */
export function HelpPage() {
  const { t } = useTranslation(['confirm', 'shell'])
  return (
    <main className="page confirm" id="content">
      <title>{t('shell:labTitle', { page: t('confirm:titleHelping') })}</title>
      <ByCode helping read={readHelping} answer={answerHelping} />
    </main>
  )
}
