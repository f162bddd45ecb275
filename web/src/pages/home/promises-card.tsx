import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** The way to what is signed, and to what is owed. */
export function PromisesCard() {
  const { t } = useTranslation('home')
  return (
    <Card title={t('promisesTitle')}>
      <div className="stack">
        <p>{t('promisesText')}</p>
        <div className="row">
          <ButtonLink look="second" icon="check" to={page.myPromises}>
            {t('promisesSee')}
          </ButtonLink>
          <ButtonLink look="second" icon="pen" to={page.mySigning}>
            {t('promisesSign')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}
