import { useTranslation } from 'react-i18next'
import { neutralPage } from '../paths.ts'
import { ButtonAnchor } from '../ui/button.tsx'

/**
 * "Skjul siden": blank at once, then another page in this one's place, so that the back button does not return here.
 * Without script it is still a link away.
 */
export function QuickExit() {
  const { t } = useTranslation('shell')
  return (
    <ButtonAnchor
      look="quiet"
      icon="exit"
      href={neutralPage}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault()
        document.body.hidden = true
        document.title = ''
        window.location.replace(neutralPage)
      }}
    >
      {t('hide')}
    </ButtonAnchor>
  )
}
