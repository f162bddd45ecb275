import type { FamilyId } from '@velferdslab/core/ids'
import type { TableState } from '@velferdslab/core/table'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoom, useRoomPart } from '../../live/use-room.ts'
import { meetingQuery, tableQuery } from '../../meeting-api.ts'
import { meQuery } from '../../queries.ts'
import { PlainFrame } from '../../shells/plain-frame.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ClothInRoom } from '../cloth/cloth-page.tsx'
import { MeetingTop } from './meeting-top.tsx'
import { useMeetingNews } from './use-meeting-news.ts'

/** A guest with a pen: what is open, their own notes to change, and a way out. */
export function GuestAtTable({ table }: { table: TableState }) {
  const { t } = useTranslation('meeting')
  const queryClient = useQueryClient()
  const familyId = table.familyId as FamilyId
  const me = useQuery(meQuery).data?.person.id
  const room = useRoom(familyId, me)
  const query = useQuery(meetingQuery(familyId))
  useMeetingNews(familyId, room)
  const isGone = useRoomPart(room, (state) => state.phase === 'not-found')
  const meeting = query.data?.meeting
  const isOut = isGone || (meeting && meeting.me !== 'in') || (query.data && !meeting)
  useEffect(() => {
    if (isOut || query.isError) void queryClient.invalidateQueries({ queryKey: tableQuery.queryKey })
  }, [isOut, query.isError, queryClient])
  return (
    <PlainFrame>
      {query.data && meeting ? (
        <>
          <section className="guest__pen" aria-label={t('pen')}>
            <p className="strong">{t('pen')}</p>
            <p>{t('penText')}</p>
          </section>
          <MeetingTop page={query.data} meeting={meeting} familyId={familyId} shell="table" />
          <Suspense fallback={<Loading what={t('what')} />}>
            <ClothInRoom familyId={familyId} shell="table" me={me} room={room} />
          </Suspense>
        </>
      ) : (
        <main className="page" id="content">
          <Loading what={t('what')} />
        </main>
      )}
    </PlainFrame>
  )
}
