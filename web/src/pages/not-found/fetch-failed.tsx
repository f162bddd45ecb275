import { useTranslation } from 'react-i18next'
import { Refused } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'

interface FetchFailedProps {
  error: Error | null
  /** The page has a heading of its own above this. */
  titled?: boolean
  onRetry: () => void
}

/** The page could not be fetched: what happened, what was kept, what to do. */
export function FetchFailed({ error, titled = false, onRetry }: FetchFailedProps) {
  const { t } = useTranslation(['errors', 'refusals', 'everywhere'])
  const silent = !(error instanceof Refused) || error.refusal.refused === 'unavailable'
  const happened = silent ? t('errors:fetchWhat') : t(`refusals:${error.refusal.refused}`)
  return (
    <Card>
      <ErrorState
        icon={silent ? 'offline' : 'bell'}
        heading={titled ? 'h2' : 'h1'}
        title={t('errors:fetchTitle')}
        facts={[
          { term: t('errors:what'), words: happened },
          { term: t('errors:kept'), words: t('errors:fetchKept') },
          { term: t('errors:now'), words: t('errors:fetchNow') },
        ]}
        actions={
          <Button icon="undo" onClick={onRetry}>
            {t('everywhere:tryAgain')}
          </Button>
        }
      />
    </Card>
  )
}
