import type { FamilyHome } from '@velferdslab/core/family'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ClothWords } from './cloth-words.tsx'

/** The cloth at a glance, while the next step is another. */
export function ClothCard({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('home')
  return (
    <Card title={t('clothTitle')}>
      <div className="stack">
        {home.notes.count === 0 ? (
          <EmptyState icon="pen" title={t('clothNone')}>
            {t('clothNoneText')}
          </EmptyState>
        ) : (
          <div>
            <ClothWords home={home} />
          </div>
        )}
        <div className="row">
          <ButtonLink look="second" icon="pen" to={page.myCloth}>
            {t('clothOpen')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}
