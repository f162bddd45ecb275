import { useTranslation } from 'react-i18next'
import { Loading } from '../ui/loading.tsx'

/** The page is on its way. */
export function PageLoading() {
  const { t } = useTranslation()
  return (
    <main className="page" id="content">
      <h1 className="hidden">{t('loading')}</h1>
      <Loading what={t('loading')} />
    </main>
  )
}
