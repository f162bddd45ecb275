import './self-referral.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from '../../shells/language-choice.tsx'
import { selfDoorQuery } from '../../self-referral-api.ts'
import { PlainFrame } from '../../shells/plain-frame.tsx'
import { telephone } from '../../texts/format.ts'
import { ComeBack } from './come-back.tsx'
import { SelfForm } from './self-form.tsx'
import { YourCode } from './your-code.tsx'

/**
 * For who wants to refer herself: five fields and no account, and a code to come back with. Nothing of it is kept in the browser, and the page is called what any
 * page is called: others may use the same phone.
 */
export function SelfReferralPage() {
  const { t } = useTranslation('selfReferral')
  const told = useQuery(selfDoorQuery)
  const [code, setCode] = useState<string | null>(null)
  const [hasCode, setHasCode] = useState(false)
  return (
    <PlainFrame>
      <main className="page self" id="content">
        {code !== null ? (
          <YourCode
            code={code}
            onDone={() => {
              setCode(null)
              setHasCode(true)
            }}
          />
        ) : (
          <>
            {hasCode ? <ComeBack /> : <SelfForm onSent={setCode} />}
            <p className="self__other">
              <button type="button" className="link-button strong" onClick={() => setHasCode(!hasCode)}>
                {hasCode ? t('noCode') : t('haveCode')}
              </button>
            </p>
          </>
        )}
        {told.data && (
          <p>
            <a className="link-button" href={`tel:${told.data.phone.replaceAll(' ', '')}`}>
              {t('call', { municipality: told.data.municipality, phone: telephone(told.data.phone) })}
            </a>
          </p>
        )}
        <LanguageChoice />
      </main>
    </PlainFrame>
  )
}
