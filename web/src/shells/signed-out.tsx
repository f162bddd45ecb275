import { useTranslation } from 'react-i18next'
import { page, signInAt } from '../paths.ts'
import { ButtonAnchor } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/**
 * Stands instead of the page when nobody is signed in any more. The page itself is taken down, so that its words are nowhere for the next
 * person at this screen; what was written and not sent is kept on the device, and the address leads back.
 */
export function SignedOut({ door }: { door: 'citizen' | 'staff' }) {
  const { t } = useTranslation('session')
  const here = window.location.pathname + window.location.search
  return (
    <Dialog open cover title={t('endedTitle')}>
      <p>{t('endedText')}</p>
      <div className="row">
        <ButtonAnchor href={signInAt(door, here)}>{t('signInAgain')}</ButtonAnchor>
        <ButtonAnchor look="quiet" href={page.signIn}>
          {t('toFront')}
        </ButtonAnchor>
      </div>
    </Dialog>
  )
}
