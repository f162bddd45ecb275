import { useTranslation } from 'react-i18next'
import { answerByCode, answerHelping, readByCode, readHelping } from '../../consent-code-api.ts'
import { PlainFrame } from '../../shells/plain-frame.tsx'
import { ByCode } from './by-code.tsx'

/** A plain page without a sign-in, for who has a code from a letter: one sentence, three answers, and nothing else. */
export function ConfirmPage() {
  return (
    <PlainFrame>
      <main className="page confirm" id="content">
        <ByCode helping={false} read={readByCode} answer={answerByCode} />
      </main>
    </PlainFrame>
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
