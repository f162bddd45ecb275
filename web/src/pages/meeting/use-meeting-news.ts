import type { FamilyId } from '@velferdslab/core/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Room } from '../../live/room.ts'
import { useRoomPart } from '../../live/use-room.ts'
import { meetingQuery } from '../../meeting-api.ts'

/** The stream says that something about the meeting has changed: it is asked for anew, so that every page follows. */
export function useMeetingNews(family: FamilyId, room: Room | null): void {
  const queryClient = useQueryClient()
  const news = useRoomPart(room, (state) => state.meetingNews)
  const isGone = useRoomPart(room, (state) => state.phase === 'not-found')
  useEffect(() => {
    if (news || isGone) void queryClient.invalidateQueries({ queryKey: meetingQuery(family).queryKey })
  }, [queryClient, family, news, isGone])
}
