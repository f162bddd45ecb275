import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** The way to goals and decisions, to signing them, and to what they cost. */
export function PlanCard() {
  const { t } = useTranslation('homeLater')
  return (
    <Card title={t('planTitle')}>
      <div className="stack">
        <p>{t('planText')}</p>
        <div className="row">
          <ButtonLink look="second" icon="goal" to={page.myPlan}>
            {t('planOpen')}
          </ButtonLink>
          <ButtonLink look="second" icon="pen" to={page.mySigning}>
            {t('planSign')}
          </ButtonLink>
          <ButtonLink look="quiet" icon="economy" to={page.myAccount}>
            {t('accountOpen')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}
