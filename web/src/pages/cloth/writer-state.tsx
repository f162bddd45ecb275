import { useTranslation } from 'react-i18next'
import { isUnfinished, type Writing } from '../../live/writing.ts'
import { useRoomPart } from '../../live/use-room.ts'
import { Icon } from '../../ui/icon.tsx'
import { useTable } from './table-context.ts'

/** How safe the words are just now, and whether somebody else has taken the note. */
export function WriterState({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { room, me, person } = useTable()
  const { noteId } = writing
  const other = useRoomPart(room, ({ live }) =>
    live?.cloth.drafts.find((draft) => draft.noteId === noteId && draft.writer !== me),
  )
  const waits = useRoomPart(room, ({ queue }) => queue.some((item) => item.noteId === noteId))
  if (other) {
    return (
      <p className="meta writer__state" role="status">
        <Icon name="lock" />
        {t('locked', { name: person(other.writer).calledName })}
      </p>
    )
  }
  const text = writing.content.words.text.trim()
  if (!text) return writing.given ? <p className="small soft">{t('emptied')}</p> : null
  const words = !writing.placed ? null : !isUnfinished(writing) && !waits ? t('saved') : t('savedHere')
  return words ? (
    <p className="meta writer__state">
      <Icon name="check" />
      {words}
    </p>
  ) : null
}
