import type { CoreTeamHome } from '@velferdslab/core/core-team'
import { daysBetween } from '@velferdslab/core/dates'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { atStart, countWord, longDay, nearDay } from '../../texts/format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { coreTeamQuery, type HomeParts } from '../../work-home-api.ts'

/** The core team's home: who waits and for what, the longest first; who leads how many; and what the last were answered. */
export function CoreTeam() {
  const { t } = useTranslation('workHome')
  const [parts, setParts] = useState<HomeParts>({ waiting: 1, leaders: 1 })
  const query = useQuery(coreTeamQuery(parts))
  return (
    <Fetched query={query} titled what={t('coreWhat')}>
      {(home: CoreTeamHome) => (
        <div className="work-home__cols">
          <div className="work-home__col">
            <LeftBehind home={home} />
            <Waiting
              home={home}
              onMore={() => {
                setParts({ ...parts, waiting: parts.waiting + 1 })
              }}
            />
            <Answered home={home} />
          </div>
          <Leaders
            home={home}
            onMore={() => {
              setParts({ ...parts, leaders: parts.leaders + 1 })
            }}
          />
        </div>
      )}
    </Fetched>
  )
}

/** What nobody has in hand since somebody left: it stands first, and is not there when there is nothing. */
function LeftBehind({ home: { today, leftBehind } }: { home: CoreTeamHome }) {
  const { t } = useTranslation('workHome')
  if (leftBehind.length === 0) return null
  return (
    <Card title={t('behindTitle')}>
      <ul className="work-home__list work-home__list--two">
        {leftBehind.map((each) => (
          <li key={`${each.familyId} ${each.service ?? ''}`}>
            <div>
              <Link to={page.doorFamily} params={{ familyId: each.familyId }} className="families__name">
                <bdi>{each.name}</bdi>
              </Link>
              <p className="small soft">{longDay(each.since, today)}</p>
            </div>
            <div>
              <Tag look="need" icon="clock">
                {each.service === null
                  ? each.asked === null
                    ? t('behindLeader')
                    : t('behindAsked', { name: each.asked })
                  : t('behindPromises', { count: each.count, service: each.service })}
              </Tag>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Waiting({ home, onMore }: { home: CoreTeamHome; onMore: () => void }) {
  const { today, waiting, questions } = home
  const { t } = useTranslation('workHome')
  const oldest = questions[0]
  const count = home.waitingCount
  return (
    <Card title={t('waitingTitle', { count, Words: atStart(countWord(count)) })}>
      <div className="stack">
        {count === 0 ? (
          <EmptyState icon="home" title={t('waitingNone')}>
            {t('waitingNoneText')}
          </EmptyState>
        ) : (
          <ul className="work-home__list">
            {waiting.map((each) => (
              <li key={each.familyId}>
                <div>
                  <Link to={page.doorFamily} params={{ familyId: each.familyId }} className="families__name">
                    <bdi>{each.name}</bdi>
                  </Link>
                  <p className="small soft">
                    {each.service === null
                      ? t('sentBySelf', { near: nearDay(each.sentOn, today) })
                      : t('sentBy', { service: each.service, near: nearDay(each.sentOn, today) })}
                  </p>
                </div>
                <p>
                  <span className="small soft">{t('waitsFor')}</span>
                  <span>{t(`waits.${each.waitsFor}`, { leader: each.leader ?? '' })}</span>
                </p>
                <p>
                  <span className="small soft">{t('waited')}</span>
                  <Tag look={each.waitsFor === 'family' ? 'plain' : 'need'} icon="clock">
                    {t('waitedDays', { count: daysBetween(each.since, today) })}
                  </Tag>
                </p>
              </li>
            ))}
          </ul>
        )}
        {home.moreWaiting && <More onPress={onMore} />}
        {oldest && (
          <Notice icon="chat">
            {t('questions', {
              count: questions.length,
              Words: atStart(countWord(questions.length)),
              near: nearDay(oldest.since, today),
            })}
          </Notice>
        )}
        <div className="row">
          <ButtonLink look="second" icon="home" to={page.door}>
            {t('toDoor')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}

function More({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation('workHome')
  return (
    <div className="row">
      <Button look="second" onClick={onPress}>
        {t('more')}
      </Button>
    </div>
  )
}

function Answered({ home: { today, answered } }: { home: CoreTeamHome }) {
  const { t } = useTranslation('workHome')
  return (
    <Card title={t('answeredTitle')}>
      {answered.length === 0 ? (
        <p className="soft">{t('answeredNone')}</p>
      ) : (
        <ul className="work-home__list work-home__list--two">
          {answered.map((each) => (
            <li key={`${each.familyId}${each.on}`}>
              <div>
                <Link to={page.doorFamily} params={{ familyId: each.familyId }} className="families__name">
                  <bdi>{each.name}</bdi>
                </Link>
                <p className="small soft">{longDay(each.on, today)}</p>
              </div>
              <div>
                <Tag look={each.accepted ? 'ok' : 'plain'} {...(each.accepted ? { icon: 'check' as const } : {})}>
                  {t(each.accepted ? 'accepted' : 'declined')}
                </Tag>
                {each.instead && (
                  <p className="work-home__instead" dir="auto">
                    {t('instead', { instead: each.instead })}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The same number as a bar for the eye, on one scale for all, and in words. */
function Leaders({ home: { leaders, moreLeaders }, onMore }: { home: CoreTeamHome; onMore: () => void }) {
  const { t } = useTranslation('workHome')
  const most = Math.max(1, ...leaders.map(({ leads }) => leads))
  return (
    <Card title={t('leadersTitle')}>
      <ul className="leads">
        {leaders.map(({ id, name, leads }) => (
          <li key={id}>
            <span className="strong">
              <bdi>{name}</bdi>
            </span>
            <span className="small soft">{t('leads', { count: leads, Words: atStart(countWord(leads)) })}</span>
            <span className="leads__bar" aria-hidden="true">
              {Array.from({ length: most }, (_, at) => (
                <i key={at} className={at < leads ? 'leads__one' : undefined} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {moreLeaders && <More onPress={onMore} />}
    </Card>
  )
}
