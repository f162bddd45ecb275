import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { useSignOut } from './use-sign-out.ts'

export function SignOut() {
  const { t } = useTranslation('shell')
  const { leaving, leave } = useSignOut()
  return (
    <button type="button" className="link-button" onClick={leave} aria-busy={leaving}>
      <Icon name="exit" small />
      {t('signOut')}
    </button>
  )
}
