import { useTranslation } from 'react-i18next'
import { atStart, countWord, inList } from '../../texts/format.ts'
import { useRoomPart } from '../../live/use-room.ts'
import { Face } from '../../ui/face.tsx'
import { useClothSettings } from './settings.ts'
import { useTable } from './table-context.ts'

/**
 * Who is here now, and who is writing. It always stands there and keeps its height, so that nothing moves when somebody comes,
 * goes or writes.
 */
export function Presence() {
  const { t } = useTranslation('cloth')
  const { room, me, person, place } = useTable()
  const live = useRoomPart(room, (state) => state.live)
  const link = useRoomPart(room, (state) => state.link)
  const { calm } = useClothSettings()
  const here = live?.here ?? []
  const drafts = live?.cloth.drafts ?? []
  const writers = calm
    ? []
    : [...new Map(drafts.filter((draft) => draft.writer !== me).map((draft) => [draft.writer, draft])).values()]
  const only = writers.length === 1 ? writers[0] : undefined
  const words = only
    ? t('writesIn', { name: person(only.writer).calledName, place: place(only.cell, only.area) })
    : writers.length > 1
      ? t('severalWrite', { names: inList(writers.map((draft) => person(draft.writer).calledName)) })
      : link !== 'open' && here.length === 0
        ? t('connecting')
        : here.length < 2
          ? t('onlyYou')
          : t('here', { number: atStart(countWord(here.length)) })
  const shown = only ? [only.writer] : here
  return (
    <div className={`presence${only ? ` presence--writing w${person(only.writer).mark}` : ''}`}>
      <ul className="presence__faces" aria-label={t('hereNow')}>
        {shown.slice(0, 8).map((id) => (
          <li key={id}>
            <Face small initials={person(id).initials} mark={person(id).mark} />
            <span className="hidden">{person(id).name}</span>
          </li>
        ))}
      </ul>
      <p className="small">{words}</p>
    </div>
  )
}
