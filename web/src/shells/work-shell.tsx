import { SkipLink } from '@digdir/designsystemet-react'
import { Link, Outlet, useRouteContext } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { hasToDoWithGlass } from '../break-glass-api.ts'
import { page } from '../paths.ts'
import { withTexts } from '../texts/i18n.ts'
import { Icon, Wordmark } from '../ui/icon.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { PageLoading } from './page-loading.tsx'
import { SessionWatch } from './session-watch.tsx'
import { SignedOut } from './signed-out.tsx'
import { SignOut } from './sign-out.tsx'
import { useSendKept } from './use-send-kept.ts'
import { useSignedOut } from './use-signed-out.ts'
import { isAtDoor, mayOpenMy, overviewOf } from './which-shell.ts'

const here = { 'aria-current': 'page' } as const

// Few have to do with it, and it comes behind the page.
const GlassBanner = lazy(async () => ({
  default: (await withTexts(['breakGlass'], () => import('../pages/break-glass/glass-banner.tsx'))).GlassBanner,
}))

/** The pages of those who work with families: dense but calm, one navigation. */
export function WorkShell() {
  const { t } = useTranslation('shell')
  const { me } = useRouteContext({ from: '/lab' })
  useSendKept(me.person.id)
  if (useSignedOut()) return <SignedOut door="staff" />
  const overview = overviewOf(me)
  const service = me.parties[0]?.name ?? me.municipality.name
  return (
    <div data-shell="work" data-size="md">
      <SkipLink href="#content">{t('skip')}</SkipLink>
      <header className="bar">
        <Link to={page.families} className="bar__mark">
          <Wordmark label={t('toFront')} />
        </Link>
        <nav className="nav" aria-label={t('mainMenu')}>
          {(me.parties.length > 0 || !overview) && (
            <Link to={page.families} activeOptions={{ exact: true }} activeProps={here}>
              <Icon name="family" />
              {t(isAtDoor(me) ? 'today' : 'families')}
            </Link>
          )}
          {me.parties.length > 0 && (
            <Link to={page.owe} activeProps={here}>
              <Icon name="check" />
              {t('owe')}
            </Link>
          )}
          {me.roles.includes('core_team') && (
            <Link to={page.door} activeProps={here}>
              <Icon name="home" />
              {t('door')}
            </Link>
          )}
          {overview && (
            <Link to={page[overview]} activeProps={here}>
              <Icon name="public" />
              {t(overview)}
            </Link>
          )}
          {overview === 'trace' && (
            <Link to={page.retention} activeProps={here}>
              <Icon name="calendar" />
              {t('retention')}
            </Link>
          )}
          {me.parties.length > 0 && (
            <Link to={page.asked} activeProps={here}>
              <Icon name="law" />
              {t('asked')}
            </Link>
          )}
          {me.roles.includes('administrator') && overview !== 'administration' && (
            <Link to={page.administration} activeProps={here}>
              <Icon name="scale" />
              {t('administration')}
            </Link>
          )}
          {hasToDoWithGlass(me) && (
            <Link to={page.breakGlass} activeProps={here}>
              <Icon name="bell" />
              {t('glass')}
            </Link>
          )}
          {me.roles.length > 0 && (
            <Link to={page.refer} activeProps={here}>
              <Icon name="plus" />
              {t('refer')}
            </Link>
          )}
          {mayOpenMy(me) && (
            <Link to={page.home} activeProps={here}>
              <Icon name="home" />
              {t('toMy')}
            </Link>
          )}
        </nav>
        <LanguageChoice />
        <div className="bar__end">
          <span className="signed-in">
            <span>
              <span className="strong">{me.person.name}</span>
              <span className="small soft">
                {me.roles.includes('investment_leader') ? t('leader') : <bdi>{service}</bdi>}
              </span>
            </span>
          </span>
          <SignOut />
        </div>
      </header>
      {hasToDoWithGlass(me) && (
        <Suspense fallback={null}>
          <GlassBanner />
        </Suspense>
      )}
      <Suspense fallback={<PageLoading />}>
        <Outlet />
      </Suspense>
      <SessionWatch door="staff" />
    </div>
  )
}
