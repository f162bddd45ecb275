import '../law/law.css'
import './break-glass.css'
import type { BreakGlass } from '@velferdslab/core/break-glass'
import { useQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { breakGlassQuery } from '../../break-glass-api.ts'
import { Fetched } from '../../fetched.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OpenForm } from './open-form.tsx'
import { GlassReviews } from './glass-reviews.tsx'

/** Break-glass: opened here by who may, and looked at afterwards by the manager who answers for it. */
export function BreakGlassPage() {
  const { t } = useTranslation(['breakGlass', 'shell'])
  const { me } = useRouteContext({ from: '/lab' })
  const query = useQuery(breakGlassQuery)
  const isManager = me.roles.includes('manager')
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('breakGlass:title') })}</title>
      <div className="law">
        <div className="hello">
          <h1>{t('breakGlass:title')}</h1>
          <p>{t(me.roles.includes('break_glass') || !isManager ? 'breakGlass:lead' : 'breakGlass:leadManager')}</p>
        </div>
        <Fetched query={query} titled what={t('breakGlass:what')}>
          {(glass: BreakGlass) => <Parts glass={glass} isManager={isManager} />}
        </Fetched>
      </div>
    </main>
  )
}

function Parts({ glass, isManager }: { glass: BreakGlass; isManager: boolean }) {
  const { t } = useTranslation('breakGlass')
  const { mayOpen, open, reviews, today } = glass
  const looksAfter = isManager || reviews.length > 0
  if (!mayOpen && !looksAfter)
    return (
      <Card>
        <EmptyState icon="law" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      </Card>
    )
  return (
    <>
      {mayOpen && (
        <Card title={t('openTitle')}>
          {open ? (
            <Notice icon="bell" look="need">
              {t('openNow', { name: open.family.name })}
            </Notice>
          ) : (
            <OpenForm mayOpen={mayOpen} today={today} />
          )}
        </Card>
      )}
      {looksAfter && <GlassReviews reviews={reviews} today={today} />}
    </>
  )
}
