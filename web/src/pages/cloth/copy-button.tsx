import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

/** Takes a text along. Browsers offer it only on TLS and localhost; elsewhere the text can still be marked by hand. */
export function CopyButton({ text, onCopied }: { text: string; onCopied?: () => void }) {
  const { t } = useTranslation('cloth')
  if (!('clipboard' in navigator)) return null
  return (
    <Button look="quiet" icon="copy" onClick={() => void navigator.clipboard.writeText(text).then(onCopied)}>
      {t('copyText')}
    </Button>
  )
}
