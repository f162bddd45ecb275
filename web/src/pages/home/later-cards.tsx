import '../promises/promises.css'
import './later-cards.css'
import type { FamilyHome } from '@velferdslab/core/family'
import { lineOf } from '@velferdslab/core/journey'
import type { FamilyPromises, PromiseCard } from '@velferdslab/core/promise'
import type { Wellbeing } from '@velferdslab/core/wellbeing'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { journeyQuery, wellbeingQuery } from '../../journey-api.ts'
import { promisesQuery } from '../../signing-api.ts'
import { meetingQuery } from '../../meeting-api.ts'
import { page } from '../../paths.ts'
import { atStart, countWord, dayAndClock, dayOf, inList, longDay, nearDay } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Face } from '../../ui/face.tsx'
import { Trip, TripKey } from '../families/trip.tsx'
import { PromiseItem } from '../promises/promise-item.tsx'
import { waitsForMe } from './waits.ts'

export { MembersCard } from './members-card.tsx'
export { PlanCard } from './plan-card.tsx'
export { TeamCard } from './team-card.tsx'
export { WhoCard } from './who-card.tsx'

/** What comes to the home behind the first page, so that nobody waits for it: each draws itself when it has something to say. */

/** The next meeting, when there is one: when, where, what about and with whom; a way in while it is on. */
export function NextMeeting({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('homeLater')
  const { data } = useQuery({ ...meetingQuery(home.family.id), refetchInterval: 30_000 })
  const meeting = data?.meeting
  if (!meeting) return null
  const { today, seats } = home
  const at = meeting.plannedAt
  return (
    <div className="next__meeting">
      <h3>{t('meetingTitle')}</h3>
      {meeting.startedAt ? (
        <p className="strong">{t('meetingOn')}</p>
      ) : (
        at && (
          <p>
            <span className="strong">{dayAndClock(at, today)}</span>
            <br />
            {nearDay(dayOf(at), today)}
            {meeting.words?.place && (
              <>
                {', '}
                <bdi>{meeting.words.place}</bdi>
              </>
            )}
          </p>
        )
      )}
      {meeting.words?.agenda && <p dir="auto">{meeting.words.agenda}</p>}
      {seats.length > 0 && (
        <>
          <div className="next__faces">
            {seats.map((seat) => (
              <Face key={seat.seatId} initials={seat.initials} mark={seat.mark} small />
            ))}
          </div>
          <p>{t('meetingWho', { names: inList(seats.map(({ calledName }) => calledName)) })}</p>
        </>
      )}
      <ButtonLink look="second" iconAfter="right" to={page.myMeeting}>
        {t(meeting.startedAt ? 'meetingGo' : 'meetingOpen')}
      </ButtonLink>
    </div>
  )
}

/** What else waits for my answer, below the one thing that stands first. */
export function AlsoWaits({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('homeLater')
  const others = new Set(waitsForMe(home).slice(1))
  if (others.size === 0 && home.cameOfAge === null) return null
  const words = (count: number) => ({ count, Words: atStart(countWord(count)) })
  return (
    <Card title={t('waitsTitle')}>
      <ul className="waits">
        {home.cameOfAge !== null && (
          <li>
            <p>{t('waitsAge', { count: home.cameOfAge })}</p>
            <ButtonLink look="second" to={page.myPeople} aria-label={t('waitsAgeOpen')}>
              {t('waitsOpen')}
            </ButtonLink>
          </li>
        )}
        {others.has('start') && (
          <li>
            <p>{t('waitsStart')}</p>
            <ButtonLink look="second" to={page.myStart} aria-label={t('waitsStartOpen')}>
              {t('waitsOpen')}
            </ButtonLink>
          </li>
        )}
        {others.has('services') && (
          <li>
            <p>{t('waitsServices', words(home.unanswered.length))}</p>
            <ButtonLink look="second" to={page.consents} aria-label={t('waitsServicesOpen')}>
              {t('waitsOpen')}
            </ButtonLink>
          </li>
        )}
        {others.has('sign') && (
          <li>
            <p>{t('waitsSign')}</p>
            <ButtonLink look="second" to={page.mySigning} aria-label={t('waitsSignOpen')}>
              {t('waitsOpen')}
            </ButtonLink>
          </li>
        )}
        {others.has('decide') && (
          <li>
            <p>{t('waitsDecide', words(home.decisionsToAnswer))}</p>
            <ButtonLink look="second" to={page.myPlan} aria-label={t('waitsDecideOpen')}>
              {t('waitsOpen')}
            </ButtonLink>
          </li>
        )}
      </ul>
    </Card>
  )
}

/** All that is late stands here, and so many of what is ahead. */
const aheadShown = 3

/** What the municipality and its partners owe, late ones first; and what I promised myself. */
export function Promises({ home, me }: { home: FamilyHome; me: string }) {
  const { data } = useQuery(promisesQuery(home.family.id))
  const { t } = useTranslation(['homeLater', 'promises'])
  const mine = data?.promises.filter(({ owes }) => owes.is === 'member' && owes.personId === me) ?? []
  const owed = data?.promises.filter(({ owes }) => owes.is !== 'member') ?? []
  return (
    <>
      <Card title={t(home.family.onePerson ? 'promises:owedOne' : 'promises:owedMany')} className="promises">
        <div className="stack">
          {data && owed.length > 0 ? <Some of={data} promises={owed} tellsWho /> : <p>{t('homeLater:owedNone')}</p>}
          <div className="row">
            <ButtonLink look="second" icon="check" to={page.myPromises}>
              {t('homeLater:promisesSee')}
            </ButtonLink>
          </div>
        </div>
      </Card>
      {data && mine.length > 0 && (
        <Card title={t('promises:mine')} className="promises">
          <Some of={data} promises={mine} />
        </Card>
      )}
    </>
  )
}

/** Late ones, the nearest ahead, and the last that was done: that something is kept is worth seeing. */
function Some({
  of: { today },
  promises,
  tellsWho = false,
}: {
  of: FamilyPromises
  promises: readonly PromiseCard[]
  tellsWho?: boolean
}) {
  const late = promises.filter(({ state }) => state === 'late')
  const ahead = promises.filter(({ state }) => state === 'this_week' || state === 'later').slice(0, aheadShown)
  const done = promises.filter(({ state }) => state === 'done').slice(0, 1)
  return (
    <ul className="promises__list">
      {[...late, ...ahead, ...done].map((promise) => (
        <PromiseItem key={promise.id} promise={promise} today={today} tellsWho={tellsWho} />
      ))}
    </ul>
  )
}

/** What is only about me: how I am doing, and the way to everything about me. */
export function Doing({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('homeLater')
  return (
    <>
      <DoingCard home={home} />
      <ButtonLink look="quiet" icon="copy" to={page.aboutMe}>
        {t('aboutMe')}
      </ButtonLink>
    </>
  )
}

/** How I am doing: my last answer beside my own words, and where the journey has come. Grown people only: a child is shown no number. */
function DoingCard({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('homeLater')
  const { data: wellbeing } = useQuery(wellbeingQuery(home.family.id))
  const { data: journey } = useQuery(journeyQuery(home.family.id))
  if (!wellbeing || wellbeing.isChild) return null
  const line = journey && lineOf(journey.placements, { subject: 'whole', view: 'family' })
  return (
    <Card title={t('doingTitle')}>
      <div className="stack">
        <LastAnswer wellbeing={wellbeing} />
        {line?.now && (
          <div className="doing__trip">
            <Trip
              journey={{
                start: line.start?.situation ?? null,
                now: line.now.situation,
                goal: line.goal?.situation ?? null,
              }}
            />
            <TripKey />
          </div>
        )}
        <ButtonLink look="second" wide to={page.myJourney}>
          {t('doingOpen')}
        </ButtonLink>
      </div>
    </Card>
  )
}

function LastAnswer({ wellbeing: { mine, mayAnswer, today } }: { wellbeing: Wellbeing }) {
  const { t } = useTranslation('homeLater')
  const last = mine.findLast(({ answer, words }) => answer.kind === 'score' || words !== null)
  if (!last) return mayAnswer ? <p>{t('doingNone')}</p> : null
  const day = longDay(last.onDay, today)
  return (
    <div>
      <p>
        {last.answer.kind === 'score' ? t('doingScore', { score: last.answer.score, day }) : t('doingWords', { day })}
      </p>
      {last.words && (
        <blockquote className="own-words" dir="auto">
          {last.words}
        </blockquote>
      )}
    </div>
  )
}
