import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSignOut } from './use-sign-out.ts'

/** Signing out, as a link in the bar or as a button in a dialog's row (`label`). Asks when something written is not sent yet. */
export function SignOut({ label }: { label?: string }) {
  const { t } = useTranslation(['shell', 'session', 'everywhere'])
  const { step, ask, leave, stay } = useSignOut()
  return (
    <>
      {label ? (
        <Button look="quiet" icon="exit" onClick={ask} aria-busy={step === 'leaving'}>
          {label}
        </Button>
      ) : (
        <button type="button" className="link-button" onClick={ask} aria-busy={step === 'leaving'}>
          <Icon name="exit" small />
          {t('shell:signOut')}
        </button>
      )}
      <Dialog
        open={step === 'asking'}
        title={t('session:unsentTitle')}
        onClose={stay}
        closeLabel={t('everywhere:close')}
      >
        <p>{t('session:unsentText')}</p>
        <div className="row">
          <Button onClick={stay}>{t('session:unsentStay')}</Button>
          <Button look="quiet" icon="exit" onClick={leave}>
            {t('session:unsentLeave')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
