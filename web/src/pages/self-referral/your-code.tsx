import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

/** The code, once: it lies nowhere else. */
export function YourCode({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation('selfReferral')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="stack">
      <h1 ref={heading} tabIndex={-1}>
        {t('sentTitle')}
      </h1>
      <p>{t('sentText')}</p>
      <section className="self__code" aria-labelledby="self-code">
        <h2 id="self-code">{t('codeTitle')}</h2>
        <p className="self__signs" dir="ltr">
          {code}
        </p>
        <p>{t('codeText')}</p>
      </section>
      <p className="soft">{t('codeSafe')}</p>
      <Button wide onClick={onDone}>
        {t('codeHide')}
      </Button>
    </div>
  )
}
