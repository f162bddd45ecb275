import '../promises/promises.css'
import type { FamilyList } from '@velferdslab/core/family'
import type { OwedByMe } from '@velferdslab/core/promise'
import type { Stopped, StoppedForMe } from '@velferdslab/core/stopped'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { owedQuery } from '../../signing-api.ts'
import { page } from '../../paths.ts'
import { askedQuery } from '../../plan-api.ts'
import { atStart, countWord, dayAndClock, dayOf, longDay, nearDay } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import { stoppedQuery } from '../../work-home-api.ts'
import { PromiseItem } from '../promises/promise-item.tsx'

/** So many promises stand on the home; the rest one press away. */
const owedShown = 3
const meetingsShown = 3

/** What I owe and am asked, my next meetings, and what has been stopped for me: across families, each drawn when it has come. */
export function MyWork({ list, withMeetings }: { list: FamilyList; withMeetings: boolean }) {
  const owed = useQuery(owedQuery)
  const stopped = useQuery(stoppedQuery)
  return (
    <div className="work-home__cols">
      <div className="work-home__col">{owed.data && <Owed owed={owed.data} />}</div>
      <div className="work-home__col">
        <Asked />
        {withMeetings && <Meetings list={list} />}
        {stopped.data && stopped.data.stopped.length > 0 && <StoppedCard stopped={stopped.data} />}
      </div>
    </div>
  )
}

function Owed({ owed: { today, families, promises } }: { owed: OwedByMe }) {
  const { t } = useTranslation('workHome')
  const open = promises.filter(({ state }) => state !== 'done')
  const soon = open.filter(({ state }) => state !== 'later').slice(0, owedShown)
  const later = open.length - soon.length
  const familyOf = (id: string) => families.find((family) => family.id === id)?.name ?? ''
  return (
    <Card title={t('oweTitle')} className="promises">
      <div className="stack">
        {soon.length === 0 ? (
          <p>{t('oweNone')}</p>
        ) : (
          <ul className="promises__list">
            {soon.map((promise) => (
              <PromiseItem key={promise.id} promise={promise} today={today} family={familyOf(promise.familyId)} />
            ))}
          </ul>
        )}
        {later > 0 && <p className="small soft">{t('oweLater', { count: later, Words: atStart(countWord(later)) })}</p>}
        <div className="row">
          <ButtonLink look="second" icon="check" to={page.owe}>
            {t('oweAll')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}

/** Nothing where nobody asks. The nearest day stands in the sentence. */
function Asked() {
  const { t } = useTranslation('workHome')
  const { data } = useQuery(askedQuery)
  const first = data?.asked[0]
  if (!data || !first) return null
  const count = data.asked.length
  return (
    <Card title={t('askedTitle')}>
      <div className="stack">
        <p>{t('askedText', { count, Words: atStart(countWord(count)), day: longDay(first.by, data.today) })}</p>
        <div className="row">
          <ButtonLink icon="law" to={page.asked}>
            {t('askedOpen')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}

function Meetings({ list }: { list: FamilyList }) {
  const { t } = useTranslation('workHome')
  const meetings = list.families
    .flatMap(({ id, name, nextMeeting }) => (nextMeeting ? [{ id, name, ...nextMeeting }] : []))
    .sort((a, b) => Number(b.hasBegun) - Number(a.hasBegun) || (a.plannedAt ?? '9').localeCompare(b.plannedAt ?? '9'))
    .slice(0, meetingsShown)
  return (
    <Card title={t('meetingsTitle')}>
      {meetings.length === 0 ? (
        <p className="soft">{t('meetingsNone')}</p>
      ) : (
        <ul className="work-home__meetings">
          {meetings.map(({ id, name, plannedAt, hasBegun }) => (
            <li key={id}>
              <Link
                to={page.familyMeeting}
                params={{ familyId: id }}
                className="families__name"
                aria-label={t('meetingOpen', { family: name })}
              >
                <bdi>{name}</bdi>
              </Link>
              {hasBegun ? (
                <Tag look="ok">{t('meetingOn')}</Tag>
              ) : (
                plannedAt && (
                  <p>
                    {dayAndClock(plannedAt, list.today)}{' '}
                    <span className="small soft">{nearDay(dayOf(plannedAt), list.today)}</span>
                  </p>
                )
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function StoppedCard({ stopped: { today, stopped } }: { stopped: StoppedForMe }) {
  const { t } = useTranslation('workHome')
  const said = (each: Stopped) => {
    if (each.is === 'promise') return t('stoppedPromise', { text: each.text })
    const Service = atStart(each.service)
    const { family } = each
    if (each.partly) return family ? t('stoppedPartly', { Service, family }) : t('stoppedPartlyUnnamed', { Service })
    return family ? t('stoppedAll', { Service, family }) : t('stoppedAllUnnamed', { Service })
  }
  return (
    <Card title={t('stoppedTitle')}>
      <div className="stack">
        <p className="small soft">{t('stoppedLead')}</p>
        <ul className="work-home__stopped">
          {stopped.map((each, at) => (
            <li key={at}>
              <Icon name="stop" small />
              <div>
                <p dir="auto">{said(each)}</p>
                <p className="small soft">{nearDay(each.on, today)}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
