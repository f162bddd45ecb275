import type { AreaCode } from '@velferdslab/core/areas'
import type { CellCode, Note } from '@velferdslab/core/cloth'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaName } from '../../areas.ts'
import { summaryOfHeld } from '../../live/held-back.ts'
import type { Room, RoomState } from '../../live/room.ts'
import { useRoom } from '../../live/use-room.ts'
import { meQuery } from '../../queries.ts'
import { Loading } from '../../ui/loading.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { FetchFailed } from '../not-found/fetch-failed.tsx'
import { AfterAccess } from './after-access.tsx'
import { isAreaCell } from './cells.ts'
import { ClothDesk } from './cloth-desk.tsx'
import { viewOf } from './cloth-view.ts'
import './cloth.css'
import './list.css'
import './note.css'
import './toolbar.css'
import './writer.css'
import { MoveDialog } from './move-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { NoteSheet } from './note-sheet.tsx'
import { TableProvider, type Table } from './table-context.ts'
import type { Told } from './toast.tsx'
import { useCalm } from './use-calm.ts'
import { useSeenUntil } from './use-seen.ts'

/** The Mapping Tool: read, written and heard by everybody who may see it. */
export function ClothPage({ familyId, shell }: { familyId: FamilyId; shell: 'family' | 'work' }) {
  const { t } = useTranslation('cloth')
  const { data } = useQuery(meQuery)
  const me = data?.person.id
  const open = useRoom(familyId, me)
  if (open?.state.phase === 'not-found') return <AfterAccess {...open} />
  if (open?.state.phase === 'failed') {
    return (
      <main className="page" id="content">
        <FetchFailed error={open.state.failure} onRetry={open.room.fetchAgain} />
      </main>
    )
  }
  if (!me || !open?.state.live) {
    return (
      <main className="page" id="content">
        <Loading what={t('loading')} />
      </main>
    )
  }
  return <OpenCloth key={familyId} familyId={familyId} shell={shell} me={me} {...open} />
}

export default ClothPage

interface OpenClothProps {
  familyId: FamilyId
  shell: 'family' | 'work'
  me: PersonId
  room: Room
  state: RoomState
}

/** The cloth is here: what is drawn, and what a press does. */
function OpenCloth({ familyId, shell, me, room, state }: OpenClothProps) {
  const { t } = useTranslation('cloth')
  const wide = useWide()
  const cloth = state.live!.cloth
  const [opened, setOpened] = useState<readonly AreaCode[]>([])
  const [sheet, setSheet] = useState<{ knowsPlace: boolean } | null>(null)
  const [asking, setAsking] = useState<{ what: 'move' | 'erase'; note: Note } | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const { since, showNew } = useCalm(cloth)
  const { seenUntil, markSeen } = useSeenUntil(familyId, me, cloth)
  const { queue, writing, unfinished } = state
  const view = useMemo(
    () => viewOf({ cloth, me, queue, writing, unfinished, opened, calm: since, seenUntil }),
    [cloth, me, queue, writing, unfinished, opened, since, seenUntil],
  )
  const held = useMemo(() => (since ? summaryOfHeld(cloth.notes, since, me) : []), [cloth.notes, since, me])
  const forgetTold = useCallback(() => setTold(null), [])

  const alone = cloth.family.onePerson
  const cellTitle = (cell: CellCode) => (alone ? t(`cellsAlone.${cell}`) : t(`cells.${cell}`))
  const inSheet = writing !== null && (!wide || sheet !== null)
  const isChild = cloth.members.find((member) => member.id === me)?.isChild ?? false

  const table: Table = {
    familyId,
    shell,
    me,
    cloth,
    view,
    room,
    state,
    wide,
    inSheet,
    cellTitle,
    person(id) {
      const card = cloth.people.find((each) => each.id === id) ?? cloth.members.find((each) => each.id === id)
      return card ?? { name: t('somebody'), calledName: t('somebody'), initials: '?', mark: 1 }
    },
    place(cell, area) {
      if (!isAreaCell(cell)) return cellTitle(cell)
      const title = cellTitle(cell)
      return t('areaAndCell', { area: areaName(area, 'work'), cell: title.charAt(0).toLocaleLowerCase() + title.slice(1) })
    },
    write(cell, area) {
      // Before a child writes, the note is theirs alone; they open it to others themselves.
      const privacy = isChild && cloth.mayWriteOwn ? 'own' : 'table'
      const about = isChild ? { persons: [me] } : ({ whole: true } as const)
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
      const kept = unfinished.find((one) => one.noteId === noteId)
      setSheet(wide && kept?.placed ? null : { knowsPlace: false })
      room.goOn(noteId)
    },
    askMove: (note) => setAsking({ what: 'move', note }),
    askErase: (note) => setAsking({ what: 'erase', note }),
    openArea(area) {
      setOpened([...opened, area])
      // The press itself asked to go there.
      requestAnimationFrame(() => document.getElementById(`area-${area}`)?.focus())
    },
    tell: (text, undo) => setTold({ text, undo, at: Date.now() }),
  }
  const closeSheet = () => {
    setSheet(null)
    room.leave()
  }
  return (
    <TableProvider value={table}>
      <ClothDesk held={since ? held : null} onShowNew={showNew} onMarkSeen={markSeen} told={told} onToldGone={forgetTold} />
      {inSheet && writing && <NoteSheet key="sheet" writing={writing} knowsPlace={sheet?.knowsPlace ?? true} onClose={closeSheet} />}
      {asking?.what === 'move' && <MoveDialog note={asking.note} onClose={() => setAsking(null)} />}
      {asking?.what === 'erase' && <EraseDialog note={asking.note} onClose={() => setAsking(null)} />}
    </TableProvider>
  )
}
