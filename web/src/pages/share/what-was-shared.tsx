import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { page } from '../../paths.ts'

/** From who may read to what was handed on. */
export function WhatWasShared() {
  const { t } = useTranslation('share')
  return (
    <section className="stack" aria-labelledby="what-was-shared">
      <h2 id="what-was-shared">{t('lookTitle')}</h2>
      <p className="small soft">{t('lookText')}</p>
      <Link to={page.myShares} className="link-button">
        {t('lookLink')}
      </Link>
    </section>
  )
}
