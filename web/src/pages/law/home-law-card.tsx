import { daysBetween } from '@velferdslab/core/dates'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sharedQuery } from '../../law-api.ts'
import { page } from '../../paths.ts'
import { dayOf } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

const shownDays = 30

/** One line at home, for some weeks, when somebody got to read by law. Comes after the first page, so that nobody waits for it. */
export function HomeLawCard({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('law')
  const { data } = useQuery(sharedQuery(familyId))
  const [newest] =
    data?.acts.filter(({ toldAt }) => toldAt && daysBetween(dayOf(toldAt), data.today) <= shownDays) ?? []
  if (!newest) return null
  const byGlass = newest.kind === 'break_glass'
  return (
    <Card title={t(byGlass ? 'glassHomeTitle' : 'homeTitle')}>
      <div className="stack">
        <p>{t(byGlass ? 'glassHomeText' : 'homeText')}</p>
        <div className="row">
          <ButtonLink look="second" iconAfter="right" to={page.myShared}>
            {t('homeDo')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}
