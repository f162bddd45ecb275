import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../live/room.ts'
import { useRoom, useRoomPart } from '../../live/use-room.ts'
import { meQuery } from '../../queries.ts'
import { Loading } from '../../ui/loading.tsx'
import { FetchFailed } from '../not-found/fetch-failed.tsx'
import { AfterAccess } from './after-access.tsx'
import './cloth.css'
import './list.css'
import './note.css'
import './toolbar.css'
import './writer.css'
import { OpenCloth } from './open-cloth.tsx'
import type { Shell } from './table-context.ts'

/** The Mapping Tool: read, written and heard by everybody who may see it. */
export function ClothPage({ familyId, shell }: { familyId: FamilyId; shell: 'family' | 'work' }) {
  const { data } = useQuery(meQuery)
  const me = data?.person.id
  const room = useRoom(familyId, me)
  return <ClothInRoom familyId={familyId} shell={shell} me={me} room={room} />
}

interface InRoomProps {
  familyId: FamilyId
  shell: Shell
  me: PersonId | undefined
  room: Room | null
  /** What lies on the table instead of the desk with its tools: the large screen has none. */
  desk?: ReactNode
}

/** The cloth in a room that somebody else has opened too: a meeting's page hears of the meeting by the same stream. */
export function ClothInRoom({ familyId, shell, me, room, desk }: InRoomProps) {
  const { t } = useTranslation('cloth')
  const phase = useRoomPart(room, (state) => state.phase)
  const failure = useRoomPart(room, (state) => state.failure)
  const isHere = useRoomPart(room, (state) => state.live !== null)
  if (room && phase === 'not-found') return <AfterAccess room={room} />
  if (room && phase === 'failed') {
    return (
      <main className="page" id="content">
        <FetchFailed error={failure ?? null} onRetry={room.fetchAgain} />
      </main>
    )
  }
  if (!me || !room || !isHere) {
    return (
      <main className="page" id="content">
        <Loading what={t('loading')} />
      </main>
    )
  }
  return <OpenCloth key={familyId} familyId={familyId} shell={shell} me={me} room={room} desk={desk} />
}
