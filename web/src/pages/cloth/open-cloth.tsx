import type { AreaCode } from '@velferdslab/core/areas'
import type { Cloth, Note } from '@velferdslab/core/cloth'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { areaName } from '../../areas.ts'
import { summaryOfHeld } from '../../live/held-back.ts'
import type { Room } from '../../live/room.ts'
import { useRoomPart } from '../../live/use-room.ts'
import { familyName } from '../../texts/format.ts'
import { useWide } from '../../ui/use-wide.ts'
import { aboutAtFirst } from './about-whom.ts'
import { isAreaCell } from './cells.ts'
import { ClothDesk } from './cloth-desk.tsx'
import { viewOf, type Hands } from './cloth-view.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { GoalDialog } from './goal-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { NoteSheet } from './note-sheet.tsx'
import { SightProvider, TableProvider, type Shell, type StillCloth, type Table } from './table-context.ts'
import type { Told } from './toast.tsx'
import { useCalm } from './use-calm.ts'
import { useKeepPlace } from './use-keep-place.ts'
import { useSeenUntil } from './use-seen.ts'
import { VoidDialog } from './void-dialog.tsx'

interface OpenClothProps {
  familyId: FamilyId
  shell: Shell
  me: PersonId
  room: Room
  desk?: ReactNode
}

/** The cloth is here: what is drawn, and what a press does. Nothing here is drawn anew by a key pressed in a note. */
export function OpenCloth({ room, ...props }: OpenClothProps) {
  const cloth = useRoomPart(room, (state) => state.live?.cloth)
  return cloth ? <OnTheTable {...props} room={room} cloth={cloth} /> : null
}

function OnTheTable({ familyId, shell, me, room, cloth, desk }: OpenClothProps & { cloth: Cloth }) {
  const wide = useWide()
  const [opened, setOpened] = useState<readonly AreaCode[]>([])
  const [sheet, setSheet] = useState<{ knowsPlace: boolean } | null>(null)
  const [asking, setAsking] = useState<{ what: 'goal' | 'move' | 'erase' | 'void' | 'correct'; note: Note } | null>(
    null,
  )
  const [told, setTold] = useState<Told | null>(null)
  const forgetTold = useCallback(() => setTold(null), [])
  const queue = useRoomPart(room, (state) => state.queue)
  const unfinished = useRoomPart(room, (state) => state.unfinished)
  const inContact = useRoomPart(room, (state) => state.contact === 'yes')
  const hands = useHands(room)
  useKeepPlace(room)
  const { since, showNew } = useCalm(cloth)
  const { seenUntil, markSeen } = useSeenUntil(familyId, me, cloth)
  const view = useMemo(
    () => viewOf({ cloth, me, queue, hands, unfinished, opened, calm: since, seenUntil, inContact }),
    [cloth, me, queue, hands, unfinished, opened, since, seenUntil, inContact],
  )
  const held = useMemo(() => (since ? summaryOfHeld(cloth.notes, since, me) : null), [cloth.notes, since, me])
  const inSheet = hands !== null && (!wide || sheet !== null)
  const sight = useMemo(() => ({ view, inSheet }), [view, inSheet])

  const still = useStillCloth(cloth)
  const words = usePlaceNames(still)
  const table = useMemo((): Table => {
    const isChild = still.members.find((member) => member.id === me)?.isChild ?? false
    return {
      ...words,
      familyId,
      shell,
      me,
      room,
      wide,
      cloth: still,
      write(cell, area) {
        // Before a child writes, the note is theirs alone; they open it to others themselves.
        const privacy = isChild && still.mayWriteOwn ? 'own' : 'table'
        const about = aboutAtFirst(still, me, area ?? 'common')
        const placed = cell !== undefined && area !== undefined
        const person = cell === 'around_me' ? { sector: 'family' as const, ring: 1 } : {}
        setSheet(placed && wide ? null : { knowsPlace: placed })
        room.startNote({ cell: cell ?? 'good_at', area: area ?? 'common', privacy, about }, placed, person)
      },
      change(note) {
        setSheet(wide ? null : { knowsPlace: false })
        room.startChange(note)
      },
      goOn(noteId) {
        const kept = room.getState().unfinished.find((one) => one.noteId === noteId)
        setSheet(wide && kept?.placed ? null : { knowsPlace: false })
        room.goOn(noteId)
      },
      askGoal: (note) => setAsking({ what: 'goal', note }),
      askMove: (note) => setAsking({ what: 'move', note }),
      askErase: (note) => setAsking({ what: 'erase', note }),
      askVoid: (note) => setAsking({ what: 'void', note }),
      askCorrect: (note) => setAsking({ what: 'correct', note }),
      openArea(area) {
        setOpened((before) => [...before, area])
        // The press itself asked to go there.
        requestAnimationFrame(() => document.getElementById(`area-${area}`)?.focus())
      },
      tell: (text, undo) => setTold({ text, undo, at: Date.now() }),
    }
  }, [words, familyId, shell, me, room, wide, still])
  const closeSheet = () => {
    setSheet(null)
    room.leave()
  }
  return (
    <TableProvider value={table}>
      <SightProvider value={sight}>
        {desk ?? (
          <ClothDesk held={held} onShowNew={showNew} onMarkSeen={markSeen} told={told} onToldGone={forgetTold} />
        )}
      </SightProvider>
      {inSheet && <NoteSheet key="sheet" knowsPlace={sheet?.knowsPlace ?? true} onClose={closeSheet} />}
      {asking?.what === 'goal' && <GoalDialog note={asking.note} onClose={() => setAsking(null)} />}
      {asking?.what === 'move' && <MoveDialog note={asking.note} onClose={() => setAsking(null)} />}
      {asking?.what === 'erase' && <EraseDialog note={asking.note} onClose={() => setAsking(null)} />}
      {asking?.what === 'void' && <VoidDialog note={asking.note} onClose={() => setAsking(null)} />}
      {asking?.what === 'correct' && <CorrectDialog note={asking.note} onClose={() => setAsking(null)} />}
    </TableProvider>
  )
}

/** Which note is in my hands and where it stands; the same object until that changes. */
function useHands(room: Room): Hands | null {
  const key = useRoomPart(room, ({ writing }) => {
    if (!writing) return null
    const { noteId, place, placed } = writing
    return JSON.stringify({ noteId, place, placed } satisfies Hands)
  })
  return useMemo(() => (key ? (JSON.parse(key) as Hands) : null), [key])
}

/** The cloth without what changes while people write; the same object until something of it changes. */
function useStillCloth(cloth: Cloth): StillCloth {
  const { family, startedOn, areas, mayWrite, members, people, mayWriteOwn, leads } = cloth
  return useMemo(
    () => ({ family, startedOn, areas, mayWrite, members, people, mayWriteOwn, leads }),
    [family, startedOn, areas, mayWrite, members, people, mayWriteOwn, leads],
  )
}

/** Cells, places and persons in words. */
function usePlaceNames(cloth: StillCloth): Pick<Table, 'familyName' | 'cellTitle' | 'place' | 'person'> {
  const { t, i18n } = useTranslation('cloth')
  return useMemo(() => {
    const cellTitle: Table['cellTitle'] = (cell) =>
      cloth.family.onePerson ? t(`cellsAlone.${cell}`) : t(`cells.${cell}`)
    return {
      familyName: familyName(cloth.family),
      cellTitle,
      place(cell, area) {
        const title = cellTitle(cell)
        if (!isAreaCell(cell)) return title
        const inSentence = title.charAt(0).toLocaleLowerCase(i18n.language) + title.slice(1)
        return t('areaAndCell', { area: areaName(area, 'work'), cell: inSentence })
      },
      person(id) {
        const card = cloth.people.find((each) => each.id === id) ?? cloth.members.find((each) => each.id === id)
        return card ?? { name: t('somebody'), calledName: t('somebody'), initials: '?', mark: 1 }
      },
    }
  }, [cloth, t, i18n.language])
}
