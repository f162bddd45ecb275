import type { FamilyHome } from '@velferdslab/core/family'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meetingQuery } from '../../meeting-api.ts'
import { page } from '../../paths.ts'
import { dayAndClock, dayOf, nearDay } from '../../texts/format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** The next meeting, when there is one; a way in while it is on. Comes after the first page, so that nobody waits for it. */
export function MeetingCard({ home }: { home: FamilyHome }) {
  const { t } = useTranslation('meeting')
  const { data } = useQuery({ ...meetingQuery(home.family.id), refetchInterval: 30_000 })
  const meeting = data?.meeting
  if (!meeting) return null
  const { today } = home
  return (
    <Card title={t('next')}>
      <div className="stack">
        {meeting.startedAt ? (
          <p className="strong">{t('going')}</p>
        ) : (
          meeting.plannedAt && (
            <div>
              <p className="strong">{dayAndClock(meeting.plannedAt, today)}</p>
              <p className="small soft">
                {nearDay(dayOf(meeting.plannedAt), today)}
                {meeting.words?.place && (
                  <>
                    {', '}
                    <bdi>{meeting.words.place}</bdi>
                  </>
                )}
              </p>
            </div>
          )
        )}
        <div className="row">
          <ButtonLink look="second" icon="calendar" to={page.myMeeting}>
            {t('title')}
          </ButtonLink>
        </div>
      </div>
    </Card>
  )
}
