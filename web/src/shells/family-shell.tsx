import { SkipLink } from '@digdir/designsystemet-react'
import { Link, Outlet, useRouteContext } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { page } from '../paths.ts'
import { Icon, Wordmark } from '../ui/icon.tsx'
import { PageLoading } from './page-loading.tsx'
import { QuickExit } from './quick-exit.tsx'
import { SessionWatch } from './session-watch.tsx'
import { SignedOut } from './signed-out.tsx'
import { useSendKept } from './use-send-kept.ts'
import { useSignedOut } from './use-signed-out.ts'

const here = { 'aria-current': 'page' } as const

/** The family's own pages: large type, one column, few choices, and always a way out. */
export function FamilyShell() {
  const { t } = useTranslation('shell')
  const { me } = useRouteContext({ from: '/my' })
  useSendKept(me.person.id)
  if (useSignedOut()) return <SignedOut door="citizen" />
  return (
    <div data-shell="family" data-size="lg">
      <title>{t('neutralTitle')}</title>
      <SkipLink href="#content">{t('skip')}</SkipLink>
      <header className="bar">
        <Link to={page.home} className="bar__mark">
          <Wordmark label={t('toFront')} />
        </Link>
        <nav className="nav" aria-label={t('mainMenu')}>
          <Link to={page.home} activeOptions={{ exact: true }} activeProps={here}>
            {t('myPlan')}
          </Link>
          <Link to={page.myCloth} activeProps={here}>
            {t('cloth')}
          </Link>
          <Link to={page.myJourney} activeProps={here}>
            {t('journey')}
          </Link>
          <Link to={page.consents} activeProps={here}>
            {t('consents')}
          </Link>
        </nav>
        <div className="bar__end">
          <QuickExit />
        </div>
      </header>
      <Suspense fallback={<PageLoading />}>
        <Outlet />
      </Suspense>
      <nav className="tabs" aria-label={t('mainMenu')}>
        <Link to={page.home} activeOptions={{ exact: true }} activeProps={here}>
          <Icon name="home" />
          {t('myPlan')}
        </Link>
        <Link to={page.myCloth} activeProps={here}>
          <Icon name="pen" />
          {t('cloth')}
        </Link>
        <Link to={page.myJourney} activeProps={here}>
          <Icon name="goal" />
          {t('journey')}
        </Link>
        <Link to={page.consents} activeProps={here}>
          <Icon name="eye" />
          {t('consentsShort')}
        </Link>
      </nav>
      <SessionWatch door="citizen" />
    </div>
  )
}
