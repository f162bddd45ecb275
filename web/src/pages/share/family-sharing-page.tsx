import './share.css'
import type { Shares, Sharing } from '@velferdslab/core/share'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRefused } from '../../api.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { sharesQuery, sharingQuery } from '../../law-api.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeptShareItem } from './kept-share.tsx'
import { ShareForm } from './share-form.tsx'

/** Where somebody at the table hands something to a service, or takes it along to their own journal; and what was handed over there. */
export function FamilySharingPage() {
  const { t } = useTranslation(['share', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  const journal = useLocation({ select: ({ hash }) => hash === 'journal' })
  const [own, setOwn] = useState(journal)
  const sharing = useQuery(sharingQuery(familyId))
  const shares = useQuery(sharesQuery(familyId))
  // Who received something by law alone hands nothing on: for them the page is what they received.
  const onlyReceives = isRefused(sharing.error, 'not-found') && shares.data !== undefined
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('share:title') })}</title>
      <div className="share">
        <div className="hello">
          <Link to={page.family} params={{ familyId }} className="link-button small">
            <Icon name="left" small />
            {t('share:back')}
          </Link>
          <h1>{t(onlyReceives ? 'share:keptTitle' : own ? 'share:titleJournal' : 'share:title')}</h1>
          {!onlyReceives && <p>{t(own ? 'share:leadJournal' : 'share:lead')}</p>}
        </div>
        {!onlyReceives && (
          <Fetched query={sharing} titled what={t('share:what')}>
            {(standing: Sharing) => (
              <ShareForm key={String(journal)} sharing={standing} journal={journal} onOwn={setOwn} />
            )}
          </Fetched>
        )}
        {shares.data && <Kept shares={shares.data} titleHidden={onlyReceives} />}
      </div>
    </main>
  )
}

function Kept({ shares: { shares, today, family }, titleHidden }: { shares: Shares; titleHidden: boolean }) {
  const { t } = useTranslation('share')
  return (
    <Card title={t('keptTitle')} titleHidden={titleHidden}>
      {shares.length === 0 ? (
        <EmptyState icon="mail" title={t('keptNone')}>
          {t('keptNoneText')}
        </EmptyState>
      ) : (
        <ul className="share__list">
          {shares.map((share) => (
            <KeptShareItem key={share.id} share={share} family={family} today={today} />
          ))}
        </ul>
      )}
    </Card>
  )
}
