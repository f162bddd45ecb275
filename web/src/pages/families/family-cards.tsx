import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyHome, FamilyList } from '@velferdslab/core/family'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meetingQuery } from '../../meeting-api.ts'
import { page } from '../../paths.ts'
import { dayAndClock, dayOf, longDay, nearDay } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Trip } from './trip.tsx'

/** The four rooms of a family's work, side by side: each with where it stands now, and the way in. */

type Row = FamilyList['families'][number] | undefined

/** @param sits whether the reader has a seat here: who comes by an act reads, and is offered no pen */
export function ClothCard({ home, sits }: { home: FamilyHome; sits: boolean }) {
  const { t } = useTranslation('families')
  const { count, lastChangedAt } = home.notes
  return (
    <Card title={t('clothTitle')} className="family__room">
      <div>
        <p className="strong">{count === 0 ? t('notes_zero') : t('notes', { count })}</p>
        <p className="small soft">
          {lastChangedAt
            ? t('changedLong', {
                near: nearDay(dayOf(lastChangedAt), home.today),
                day: longDay(dayOf(lastChangedAt), home.today),
              })
            : t('clothNoneText')}
        </p>
      </div>
      <div className="row">
        <ButtonLink icon={sits ? 'pen' : 'eye'} to={page.familyCloth} params={{ familyId: home.family.id }}>
          {t('openCloth')}
        </ButtonLink>
      </div>
    </Card>
  )
}

/** When and where, as far as the reader may know; the way in stands also while it is fetched, or could not be. */
export function MeetingCard({ familyId, today }: { familyId: FamilyId; today: CalendarDay }) {
  const { t } = useTranslation('families')
  const { data } = useQuery(meetingQuery(familyId))
  const meeting = data?.meeting
  const at = meeting?.plannedAt
  return (
    <Card title={t('meetingTitle')} className="family__room">
      <div>
        {meeting?.startedAt ? (
          <Tag look="ok">{t('meetingOn')}</Tag>
        ) : at ? (
          <>
            <p className="strong">{dayAndClock(at, today)}</p>
            <p className="small soft">
              {nearDay(dayOf(at), today)}
              {meeting.words?.place && (
                <>
                  {', '}
                  <bdi>{meeting.words.place}</bdi>
                </>
              )}
            </p>
          </>
        ) : (
          <p>{data ? t('meetingNotYet') : t('meetingText')}</p>
        )}
      </div>
      <div className="row">
        <ButtonLink look="second" icon="calendar" to={page.familyMeeting} params={{ familyId }}>
          {t('openMeeting')}
        </ButtonLink>
      </div>
    </Card>
  )
}

export function PlanCard({ familyId, row, sits }: { familyId: FamilyId; row: Row; sits: boolean }) {
  const { t } = useTranslation('families')
  const waiting = row?.decisionsWaiting ?? 0
  const notBegun = row?.notBegun ?? 0
  return (
    <Card title={t('planTitle')} className="family__room">
      <div className="stack">
        <p>{t('planText')}</p>
        {waiting > 0 && (
          <div>
            <Tag look="need" icon="check">
              {t('planWaiting', { count: waiting })}
            </Tag>
          </div>
        )}
        {notBegun > 0 && (
          <div>
            <Tag look="need" icon="clock">
              {t('planNotBegun', { count: notBegun })}
            </Tag>
          </div>
        )}
      </div>
      <div className="row">
        <ButtonLink look="second" icon="goal" to={page.familyPlan} params={{ familyId }}>
          {t('openPlan')}
        </ButtonLink>
        {sits && (
          <ButtonLink look="second" icon="pen" to={page.familySigning} params={{ familyId }}>
            {t('openSigning')}
          </ButtonLink>
        )}
        <ButtonLink look="quiet" icon="economy" to={page.familyAccount} params={{ familyId }}>
          {t('openAccount')}
        </ButtonLink>
      </div>
    </Card>
  )
}

export function JourneyCard({ familyId, row }: { familyId: FamilyId; row: Row }) {
  const { t } = useTranslation('families')
  return (
    <Card title={t('journeyTitle')} className="family__room">
      <div className="stack">
        {row && <Trip journey={row.journey} />}
        <p>{t('journeyText')}</p>
      </div>
      <div className="row">
        <ButtonLink look="second" icon="goal" to={page.familyJourney} params={{ familyId }}>
          {t('openJourney')}
        </ButtonLink>
      </div>
    </Card>
  )
}
