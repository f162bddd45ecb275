import { Details } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { atStart } from '../../texts/format.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Service } from './consent-words.ts'

/** Whether it was read on this visit. Whoever comes anew, or loads the page again, reads it again. */
let wasRead = false

/** Whoever answers, or takes time to think, has had it before them. */
export function markWhatItMeansAsRead(): void {
  wasRead = true
}

/** Where it comes from, with whom they may talk about it, and what stays mine: the same for each service, so it is folded once it was read. */
export function WhatItMeans({ service }: { service: Service }) {
  const { t } = useTranslation('consent')
  const words = (
    <>
      <p className="small soft ask__note">
        {t('from')} {t('onlyWith', { Service: atStart(service.inSentence) })}
      </p>
      <p className="small ask__own">
        <Icon name="eye-off" small />
        <span>{t('own')}</span>
      </p>
    </>
  )
  if (!wasRead) return words
  return (
    <Details className="more">
      <Details.Summary>
        {t('more')}
        <Icon name="down" small />
      </Details.Summary>
      {words}
    </Details>
  )
}
