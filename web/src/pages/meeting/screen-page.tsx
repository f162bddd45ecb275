import './meeting.css'
import './screen.css'
import type { FamilyId } from '@velferdslab/core/ids'
import type { TableState } from '@velferdslab/core/table'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRefused } from '../../api.ts'
import { useRoom } from '../../live/use-room.ts'
import { meetingQuery, openScreen, tableQuery } from '../../meeting-api.ts'
import { meQuery } from '../../queries.ts'
import { ClothInRoom } from '../cloth/cloth-page.tsx'
import { ScreenBlank } from './screen-blank.tsx'
import { ScreenCloth } from './screen-cloth.tsx'
import { ScreenHead } from './screen-head.tsx'
import { Stages } from './stages.tsx'
import { useMeetingNews } from './use-meeting-news.ts'

/** The large screen of the room. It is a session of its own, with nobody behind it: it shows what is open to the table, and can do nothing. */
export function ScreenPage() {
  const { t } = useTranslation(['meeting', 'shell'])
  const [opening, setOpening] = useState<'asking' | 'done' | 'old'>(() =>
    location.hash.length > 1 ? 'asking' : 'done',
  )
  useEffect(() => {
    const link = location.hash.slice(1)
    if (!link) return
    history.replaceState(history.state, '', location.pathname)
    openScreen(link).then(
      () => setOpening('done'),
      () => setOpening('old'),
    )
  }, [])
  const table = useQuery({ ...tableQuery, enabled: opening === 'done', refetchInterval: 3000 })
  const hasEnded = isRefused(table.error, 'not-signed-in')
  return (
    <div data-shell="family" data-size="lg" className="screen">
      <title>{t('shell:neutralTitle')}</title>
      {opening === 'old' || (hasEnded && !table.data) ? (
        <ScreenBlank icon="clock" title={t('meeting:screenOld')} text={t('meeting:screenOldText')} />
      ) : hasEnded ? (
        <ScreenBlank icon="check" title={t('meeting:thanks')} text={t('meeting:screenOver')} />
      ) : table.data?.familyId ? (
        <Screen table={table.data} onGone={() => void table.refetch()} />
      ) : (
        <ScreenBlank icon="screen" title={t('meeting:screenTitle')} text={t('meeting:screenWhat')} />
      )}
    </div>
  )
}

function Screen({ table, onGone }: { table: TableState; onGone: () => void }) {
  const { t } = useTranslation('meeting')
  const familyId = table.familyId as FamilyId
  const me = useQuery(meQuery).data?.person.id
  const room = useRoom(familyId, me)
  const query = useQuery(meetingQuery(familyId))
  useMeetingNews(familyId, room)
  const meeting = query.data?.meeting
  const isGone = query.isError || (query.data !== undefined && !meeting)
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone, onGone])
  if (!query.data || !meeting || isGone)
    return <ScreenBlank icon="screen" title={t('screenTitle')} text={t('screenWhat')} />
  if (meeting.pause?.state === 'on')
    return <ScreenBlank icon="pause" title={t('aPause')} text={t('aPauseText')} kept={t('allKept')} />
  return (
    <>
      <ScreenHead page={query.data} meeting={meeting} familyId={familyId} />
      <nav aria-label={t('title')}>
        <Stages stage={meeting.stage} />
      </nav>
      <ClothInRoom
        familyId={familyId}
        shell="table"
        me={me}
        room={room}
        desk={<ScreenCloth stage={meeting.stage} open={meeting.open} />}
      />
      <footer className="screen__foot">{t('screenOnly')}</footer>
    </>
  )
}
