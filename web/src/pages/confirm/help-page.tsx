import { useTranslation } from 'react-i18next'
import { answerHelping, readHelping } from '../../consent-code-api.ts'
import { ByCode } from './by-code.tsx'

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
