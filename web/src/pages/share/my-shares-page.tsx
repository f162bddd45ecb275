import './share.css'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { KeptShare, Shares } from '@velferdslab/core/share'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouteContext } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { sharesQuery } from '../../law-api.ts'
import { atStart, dayAndClock, longDay, telephone } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { ruleName, ruleTitle } from '../law/rule-words.ts'
import { Thing } from './thing.tsx'

/** What was handed over of what is mine: what, to whom, when and on what. It stays when a yes is stopped (REQ-03). */
export function MySharesPage() {
  const { t } = useTranslation('share')
  const family = useMyFamily()
  const query = useQuery({ ...sharesQuery(family?.id as never), enabled: family !== undefined })
  return (
    <main className="page" id="content">
      {family ? (
        <div className="share">
          <div className="hello">
            <h1>{t('familyTitle')}</h1>
            <p>{t(query.data?.family.onePerson ? 'familyLeadOne' : 'familyLead')}</p>
          </div>
          <Fetched query={query} titled what={t('whatKept')}>
            {(shares: Shares) => <List shares={shares} />}
          </Fetched>
          <p className="row">
            <Link to={page.consents} className="link-button small">
              {t('toConsents')}
            </Link>
            <Link to={page.myShared} className="link-button small">
              {t('toLaw')}
            </Link>
          </p>
        </div>
      ) : (
        <NotFound />
      )}
    </main>
  )
}

function List({ shares: { shares, today } }: { shares: Shares }) {
  const { t } = useTranslation('share')
  const { me } = useRouteContext({ from: '/my' })
  if (shares.length === 0)
    return (
      <Card>
        <EmptyState icon="check" title={t('familyNone')}>
          {t('familyNoneText')}
        </EmptyState>
      </Card>
    )
  return (
    <Card title={t('familyTitle')} titleHidden>
      <ul className="share__list">
        {shares.map((share) => (
          <li key={share.id}>
            <h2 className="card__title">{whoToWhom(t, share)}</h2>
            <p className="small soft">{dayAndClock(share.at, today)}</p>
            <ul className="share__things">
              {share.things.map((thing) => (
                <li key={thing.id}>
                  <Thing thing={thing} speaker="family" today={today} />
                </li>
              ))}
            </ul>
            <p>{onWhat(t, share, today)}</p>
            <p className="small soft">{t('whyAsk', { phone: telephone(me.municipality.phone) })}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function whoToWhom(t: TFunction<'share'>, { by, from, to }: KeptShare): string {
  const values = { Name: by ?? '', From: atStart(from.inSentence), from: from.inSentence, to: to.inSentence }
  if (from.partyId === to.partyId) return by ? t('familyTook', values) : t('familyTookNobody', values)
  return by ? t('familyShared', values) : t('familySharedNobody', values)
}

function onWhat(t: TFunction<'share'>, { ground, to }: KeptShare, today: CalendarDay): string {
  if (ground.by === 'act')
    return ground.rule ? t('byLaw', { title: ruleTitle(ground.rule), law: ruleName(ground.rule) }) : ''
  const day = ground.on ? longDay(ground.on, today) : ''
  const yes = ground.isMine
    ? t('onMyYes', { day })
    : ground.givenBy
      ? t('onYesOf', { name: ground.givenBy, day })
      : t('onAYes', { service: to.inSentence })
  const over = ground.overOn && t('over', { day: longDay(ground.overOn, today), Service: atStart(to.inSentence) })
  return over ? `${yes} ${over}` : yes
}
