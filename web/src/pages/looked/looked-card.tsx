import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lookedQuery } from '../../looked-api.ts'
import { page } from '../../paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { VisitList } from './visit-list.tsx'

const shownHere = 3

/** Below the picture of who may read: who did. */
export function LookedCard({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('looked')
  const { data } = useQuery(lookedQuery(familyId))
  if (!data) return null
  return (
    <Card title={t('title')} className="who__looked">
      {data.visits.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <VisitList visits={data.visits.slice(0, shownHere)} today={data.today} />
      )}
      <div className="row">
        <ButtonLink look="second" iconAfter="right" to={page.myLooked}>
          {t('all')}
        </ButtonLink>
      </div>
    </Card>
  )
}
