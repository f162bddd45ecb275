import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refused, Unreachable } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FetchFailed } from './fetch-failed.tsx'

/** The page itself broke, or what it needs first did not come. Never a stack trace: it says nothing to a family. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation(['errors', 'shell'])
  const reload = () => window.location.reload()
  return (
    <main className="page page--middle" id="content" data-shell="family" data-size="lg">
      <title>{t('shell:neutralTitle')}</title>
      {error instanceof Refused || error instanceof Unreachable ? (
        <FetchFailed error={error} onRetry={reload} />
      ) : (
        <Card>
          <ErrorState
            heading="h1"
            title={t('errors:brokenTitle')}
            facts={[
              { term: t('errors:what'), words: t('errors:brokenWhat') },
              { term: t('errors:kept'), words: t('errors:brokenKept') },
              { term: t('errors:now'), words: t('errors:brokenNow') },
            ]}
            actions={
              <Button icon="undo" onClick={reload}>
                {t('errors:reload')}
              </Button>
            }
          />
        </Card>
      )}
    </main>
  )
}
