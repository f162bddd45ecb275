import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
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

/** The Mapping Tool: read, written and heard by everybody who may see it. */
export function ClothPage({ familyId, shell }: { familyId: FamilyId; shell: 'family' | 'work' }) {
  const { t } = useTranslation('cloth')
  const { data } = useQuery(meQuery)
  const me = data?.person.id
  const room = useRoom(familyId, me)
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
  return <OpenCloth key={familyId} familyId={familyId} shell={shell} me={me} room={room} />
}
