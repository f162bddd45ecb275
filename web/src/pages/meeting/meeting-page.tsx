import './meeting.css'
import type { FamilyId } from '@velferdslab/core/ids'
import type { MeetingPage as Page } from '@velferdslab/core/meeting'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { useRoom } from '../../live/use-room.ts'
import { meetingQuery } from '../../meeting-api.ts'
import { page } from '../../paths.ts'
import { meQuery } from '../../queries.ts'
import { familyName } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ClothInRoom } from '../cloth/cloth-page.tsx'
import { HoursCard } from './hours-card.tsx'
import { MeetingTop } from './meeting-top.tsx'
import { PlanForm } from './plan-form.tsx'
import { Planned } from './planned.tsx'
import { useMeetingNews } from './use-meeting-news.ts'

/** A meeting from the day it is planned until its hours are booked: one page, that is always where the meeting is. */
export function MeetingPage({ familyId, shell }: { familyId: FamilyId; shell: 'family' | 'work' }) {
  const { t } = useTranslation(['meeting', 'shell'])
  const me = useQuery(meQuery).data?.person.id
  const room = useRoom(familyId, me)
  const query = useQuery({ ...meetingQuery(familyId), refetchInterval: 20_000 })
  useMeetingNews(familyId, room)
  const { data } = query
  const title = shell === 'work' && data && (
    <title>{t('shell:labTitle', { page: `${t('meeting:title')}, ${familyName(data.family)}` })}</title>
  )
  if (data?.meeting?.startedAt) {
    const { meeting } = data
    return (
      <>
        {title}
        <MeetingTop key={meeting.id} page={data} meeting={meeting} familyId={familyId} shell={shell} />
        <ClothInRoom familyId={familyId} shell={shell} me={me} room={room} />
      </>
    )
  }
  return (
    <main className="page meeting" id="content">
      {title}
      <Back familyId={familyId} shell={shell} />
      <Fetched query={query} what={t('meeting:what')}>
        {(found: Page) => <Before found={found} familyId={familyId} shell={shell} />}
      </Fetched>
    </main>
  )
}

function Back({ familyId, shell }: { familyId: FamilyId; shell: 'family' | 'work' }) {
  const { t } = useTranslation('meeting')
  return shell === 'work' ? (
    <Link to={page.family} params={{ familyId }} className="link-button small">
      <Icon name="left" small />
      {t('back')}
    </Link>
  ) : (
    <Link to={page.home} className="link-button small">
      <Icon name="left" small />
      {t('backHome')}
    </Link>
  )
}

function Before({ found, familyId, shell }: { found: Page; familyId: FamilyId; shell: 'family' | 'work' }) {
  const { t } = useTranslation('meeting')
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      {found.last && <HoursCard key={found.last.id} last={found.last} familyId={familyId} today={found.today} />}
      {found.meeting ? (
        <Planned page={found} meeting={found.meeting} familyId={familyId} />
      ) : found.iLead ? (
        <PlanForm familyId={familyId} today={found.today} />
      ) : (
        <Card className="meeting__card">
          <EmptyState icon="calendar" title={t('none')}>
            {t(shell === 'family' ? 'noneFamily' : 'noneTeam')}
          </EmptyState>
        </Card>
      )}
    </div>
  )
}
