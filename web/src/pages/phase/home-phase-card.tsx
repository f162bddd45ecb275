import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { phaseQuery } from '../../phase-api.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** Where we are in the work, in one line; and that a question about it waits for me. Comes after the first page, so that nobody waits for it. */
export function HomePhaseCard({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('phase')
  const { data } = useQuery(phaseQuery(familyId))
  if (!data) return null
  const waits = data.speaks && data.asked && data.asked.mine !== 'yes'
  return (
    <Card title={t('title')}>
      <div className="stack">
        <p className="strong">{t('nowIs', { phase: t(data.phase) })}</p>
        {waits && (
          <>
            <p>{t('homeAsks')}</p>
            <div className="row">
              <ButtonLink look="amber" iconAfter="right" to={page.myJourney}>
                {t('homeDo')}
              </ButtonLink>
            </div>
          </>
        )}
      </div>
    </Card>
  )
}
