import type { SelfReferralState } from '@velferdslab/core/self-referral'
import { readSelfCode, showSelfCode } from '@velferdslab/core/self-code'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { lookWithCode, signInWithCode, takeBackWithCode } from '../../self-referral-api.ts'
import { longDay } from '../../texts/format.ts'
import { Button, ButtonAnchor } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ShortText } from '../../ui/text-field.tsx'

/** Coming back with the code: that it came, or that it is answered, and nothing more; and taking it back. */
export function ComeBack() {
  const { t } = useTranslation('selfReferral')
  const [typed, setTyped] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const [isGone, setIsGone] = useState(false)
  const code = readSelfCode(typed)
  const looking = useMutation({ mutationFn: lookWithCode })
  const wrong = !tooEarly || code ? undefined : typed.trim() === '' ? t('codeMissing') : t('codeWrong')
  if (isGone)
    return (
      <div className="stack">
        <h1>{t('takenBack')}</h1>
        <p role="status">{t('takenBackText')}</p>
      </div>
    )
  return (
    <div className="stack">
      <form
        className="self__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(code === undefined)
          if (code && !looking.isPending) looking.mutate(code)
        }}
      >
        <h1>{t('backTitle')}</h1>
        <ShortText
          label={t('code')}
          help={t('codeHelp')}
          wrong={wrong}
          longest={30}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            looking.reset()
          }}
        />
        <NotSent error={looking.error} />
        <Button type="submit" wide look={code ? 'primary' : 'waiting'} aria-busy={looking.isPending}>
          {t('look')}
        </Button>
      </form>
      {looking.data && code && <Came state={looking.data} code={code} onGone={() => setIsGone(true)} />}
    </div>
  )
}

function Came({ state, code, onGone }: { state: SelfReferralState; code: string; onGone: () => void }) {
  const { t } = useTranslation(['selfReferral', 'everywhere'])
  const [asks, setAsks] = useState(false)
  const takingBack = useMutation({ mutationFn: () => takeBackWithCode(code), onSuccess: onGone })
  const day = longDay(state.receivedOn, state.today)
  return (
    <>
      <Notice icon={state.answered ? 'check' : 'clock'} role="status">
        <Tag look={state.answered ? 'ok' : 'plain'}>
          {state.answered ? t('selfReferral:answered') : t('selfReferral:received')}
        </Tag>
        <p>{state.answered ? t('selfReferral:answeredText', { day }) : t('selfReferral:receivedText', { day })}</p>
      </Notice>
      {!state.answered && (
        <div className="self__way">
          <p>{t('selfReferral:signInText')}</p>
          <ButtonAnchor wide look="second" iconAfter="right" href={signInWithCode(showSelfCode(code))}>
            {t('selfReferral:signIn')}
          </ButtonAnchor>
        </div>
      )}
      <NotSent error={takingBack.error} />
      {state.mayTakeBack && (
        <Button wide look="quiet" aria-busy={takingBack.isPending} onClick={() => setAsks(true)}>
          {t('selfReferral:takeBack')}
        </Button>
      )}
      {asks && (
        <Dialog
          open
          title={t('selfReferral:takeBackAsk')}
          onClose={() => setAsks(false)}
          closeLabel={t('everywhere:close')}
        >
          <p>{t('selfReferral:takeBackText')}</p>
          <div className="row">
            <Button
              onClick={() => {
                setAsks(false)
                takingBack.mutate()
              }}
            >
              {t('selfReferral:takeBackDo')}
            </Button>
            <Button look="quiet" onClick={() => setAsks(false)}>
              {t('selfReferral:takeBackKeep')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
