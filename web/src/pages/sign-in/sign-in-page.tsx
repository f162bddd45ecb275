import './sign-in.css'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { page, signInAt } from '../../paths.ts'
import { meQuery } from '../../queries.ts'
import { LanguageChoice } from '../../shells/language-choice.tsx'
import { SignOut } from '../../shells/sign-out.tsx'
import { mayOpenLab, mayOpenMy } from '../../shells/which-shell.ts'
import { Icon, Wordmark, type IconName } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'

/**
 * What Velferdslab is, and two doors in. Shown at once, without waiting for the server; who turns out to be signed in is sent on.
 */
export function SignInPage() {
  const { t } = useTranslation('signIn')
  const { return: place, message } = useSearch({ from: '/' })
  const { data: me } = useQuery({ ...meQuery, retry: false })

  const mayMy = me !== undefined && mayOpenMy(me)
  const mayLab = me !== undefined && mayOpenLab(me)
  if (place?.startsWith(page.home) && mayMy) return <Navigate to={place} replace />
  if (place?.startsWith(page.families) && mayLab) return <Navigate to={place} replace />
  if (mayMy && !mayLab) return <Navigate to={page.home} replace />
  if (mayLab && !mayMy) return <Navigate to={page.families} replace />

  return (
    <main className="sign-in" id="content" data-shell="family" data-size="lg">
      <title>{t('title')}</title>
      <div className="sign-in__top">
        <p className="sign-in__mark">
          <Wordmark label={t('title')} />
        </p>
        <LanguageChoice />
      </div>
      <div className="sign-in__words">
        <h1>{t('heading')}</h1>
        <p>{t('lead')}</p>
        {!me && (message ?? place) && (
          <Notice icon={message === 'signed-out' ? 'check' : 'clock'} role="status">
            {message === 'signed-out' ? t('signedOut') : message === 'cancelled' ? t('cancelled') : t('keptPlace')}
          </Notice>
        )}
      </div>
      {me === undefined ? (
        <nav className="sign-in__doors" aria-label={t('choose')}>
          <a className="door door--first" href={signInAt('citizen', place?.startsWith(page.home) ? place : page.home)}>
            <Door icon="family" name={t('citizen')} note={t('citizenNote')} />
          </a>
          <a className="door" href={signInAt('staff', place?.startsWith(page.families) ? place : page.families)}>
            <Door icon="public" name={t('staff')} note={t('staffNote')} />
          </a>
          <Link to={page.selfReferral}>{t('self')}</Link>
        </nav>
      ) : mayMy && mayLab ? (
        <nav className="sign-in__doors" aria-label={t('whereTo')}>
          <Link className="door door--first" to={page.home}>
            <Door icon="home" name={t('toMy')} note={t('citizenNote')} />
          </Link>
          <Link className="door" to={page.families}>
            <Door icon="public" name={t('toLab')} note={t('staffNote')} />
          </Link>
        </nav>
      ) : (
        <div className="sign-in__doors">
          <Notice icon="clock">{t('nothingYet')}</Notice>
          <SignOut />
        </div>
      )}
    </main>
  )
}

function Door({ icon, name, note }: { icon: IconName; name: string; note: ReactNode }) {
  return (
    <>
      <span className="door__round">
        <Icon name={icon} />
      </span>
      <span className="door__name">{name}</span>
      <span className="door__note">{note}</span>
      <Icon name="right" />
    </>
  )
}
