import { useTranslation } from 'react-i18next'
import { isUnfinished, type Writing } from '../../live/writing.ts'
import { Icon } from '../../ui/icon.tsx'
import { useTable } from './table-context.ts'

/** How safe the words are just now, and whether somebody else has taken the note. */
export function WriterState({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { cloth, state, me, person } = useTable()
  const other = cloth.drafts.find((draft) => draft.noteId === writing.noteId && draft.writer !== me)
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
  const waits = state.queue.some((item) => item.noteId === writing.noteId)
  const words = !writing.placed ? null : !isUnfinished(writing) && !waits ? t('saved') : t('savedHere')
  return words ? (
    <p className="meta writer__state">
      <Icon name="check" />
      {words}
    </p>
  ) : null
}
