import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'

/**
 * The same words for what never was, what is gone and what one may not know of: this page must not tell them apart.
 */
export function NotFound() {
  const { t } = useTranslation('errors')
  return (
    <Card>
      <div className="stack">
        <span className="state__round">
          <Icon name="goal" />
        </span>
        <h1>{t('notFoundTitle')}</h1>
        <p>{t('notFoundText')}</p>
        <div className="row">
          <ButtonLink to={page.signIn}>{t('notFoundHome')}</ButtonLink>
        </div>
      </div>
    </Card>
  )
}

export function NotFoundPage() {
  const { t } = useTranslation('shell')
  return (
    <main className="page page--middle" id="content" data-shell="family" data-size="lg">
      <title>{t('neutralTitle')}</title>
      <NotFound />
    </main>
  )
}
