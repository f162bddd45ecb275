import './start.css'
import type { FamilyHome } from '@velferdslab/core/family'
import type { FamilyId } from '@velferdslab/core/ids'
import type { Qualification } from '@velferdslab/core/qualification'
import type { Seats } from '@velferdslab/core/seat'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { qualificationQuery } from '../../door-api.ts'
import { seatsQuery } from '../../seat-api.ts'
import { isRefused } from '../../api.ts'
import { Fetched } from '../../fetched.tsx'
import { familyQuery } from '../../queries.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { dayOf, longDay } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FetchFailed } from '../not-found/fetch-failed.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { Answered } from './answers.tsx'
import { BringTrusted } from './bring-trusted.tsx'
import { Children } from './children.tsx'
import { SeatToAnswer } from './seat-to-answer.tsx'
import { Steps } from './steps.tsx'
import { Table } from './table.tsx'

/** How it goes, for the family: what happens now, what I can answer, and every answer of the check list as it is given. */
export function StartPage() {
  const family = useMyFamily()
  return (
    <main className="page" id="content">
      {family ? <Read familyId={family.id} /> : <NotFound />}
    </main>
  )
}

function Read({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('start')
  const home = useQuery(familyQuery(familyId))
  const seats = useQuery(seatsQuery(familyId))
  const list = useQuery(qualificationQuery(familyId))
  // A family that was here before there was a check list has none. It is asked for again and again, and while it is there is neither an answer nor a
  // refusal: what stands on the page, and what somebody is writing there, stays.
  const known = list.isFetched && (!list.isError || isRefused(list.error, 'not-found'))
  if (list.isError && !known)
    return <FetchFailed titled={false} error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Fetched query={seats} what={t('what')}>
      {(table) => (
        <Fetched query={home} what={t('what')}>
          {(mine) => known && <Start home={mine} seats={table} list={list.data} />}
        </Fetched>
      )}
    </Fetched>
  )
}

function Start({ home, seats, list }: { home: FamilyHome; seats: Seats; list: Qualification | undefined }) {
  const { t } = useTranslation('start')
  const mine = seats.seats.filter(
    ({ state, mine: said }) => (state === 'waits-family' || state === 'waits-holder') && said === null,
  )
  const waits = seats.speaks ? mine : []
  const leader = seats.seats.find(({ role, state }) => role === 'leader' && state === 'active')
  const asked = seats.seats.find(({ role, state }) => role === 'leader' && state.startsWith('waits'))
  const outcome = list?.outcome
  return (
    <div className="start">
      <div className="hello">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      {outcome?.is === 'declined' && (
        <Card title={t('declinedTitle')}>
          <div className="stack">
            <h3>{t('declinedWhy')}</h3>
            <p dir="auto" className="start__words">
              {outcome.reason}
            </p>
            <h3>{t('declinedInstead')}</h3>
            <p dir="auto" className="start__words">
              {outcome.instead}
            </p>
            <p>{t('declinedAgain')}</p>
          </div>
        </Card>
      )}
      {waits.map((seat) => (
        <SeatToAnswer key={seat.seatId} familyId={home.family.id} seat={seat} today={seats.today} />
      ))}
      <div className="start__cols">
        <div className="start__main">
          {list && outcome?.is !== 'declined' && !leader && <Steps home={home} list={list} asked={asked} />}
          <Table familyId={home.family.id} seats={seats} />
          {outcome?.is !== 'declined' && <Children familyId={home.family.id} />}
          {seats.speaks && outcome?.is !== 'declined' && <BringTrusted familyId={home.family.id} />}
        </div>
        {list && (
          <Card title={t('listTitle')} className="check">
            <p>{t('listLead')}</p>
            {outcome?.is === 'accepted' && (
              <Notice icon="check">{t('accepted', { day: longDay(dayOf(outcome.at), list.today) })}</Notice>
            )}
            {list.questions.some(({ answer }) => answer) ? (
              <ol>
                {list.questions.map((question) => (
                  <li key={question.code}>
                    <Answered question={question} today={list.today} />
                  </li>
                ))}
              </ol>
            ) : (
              <p className="soft">{t('listNone')}</p>
            )}
          </Card>
        )}
      </div>
    </div>
  )
}
