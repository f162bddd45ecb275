import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Writing } from '../../live/writing.ts'
import { writableIn } from './about-whom.ts'
import { longestNote } from './cells.ts'
import { useTable } from './table-context.ts'

/** Where the caret stood, should the field have to be drawn anew in another place (a text that came to stand beside another). */
let lastCaret: { at: number; caret: number } | null = null

/** The field for the words. What is typed is on the device at once, with the others in a moment. */
export function NoteText({
  writing,
  label,
  id,
  takesFocus,
}: {
  writing: Writing
  label?: string
  id?: string
  takesFocus: boolean
}) {
  const { t } = useTranslation('cloth')
  const { room, person, me, cloth } = useTable()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const box = field.current
    if (!box) return
    const again = lastCaret && performance.now() - lastCaret.at < 500
    if (takesFocus || again) {
      box.focus({ preventScroll: Boolean(again) })
      const caret = again && lastCaret ? lastCaret.caret : box.value.length
      box.setSelectionRange(caret, caret)
    }
    return () => {
      lastCaret = document.activeElement === box ? { at: performance.now(), caret: box.selectionEnd } : null
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when it appears: nothing may take the focus afterwards
  }, [])
  const { words } = writing.content
  const left = longestNote - words.text.length
  const isPerson = writing.place.cell === 'around_me'
  const shut = writing.placed && !writableIn(cloth, writing.place.area)
  return (
    <>
      <textarea
        ref={field}
        id={id}
        className={`note-text w${person(me).mark}`}
        dir="auto"
        rows={isPerson ? 1 : 3}
        maxLength={longestNote}
        aria-label={label}
        readOnly={shut}
        aria-readonly={shut || undefined}
        value={words.text}
        onChange={(event) => room.type({ content: { words: { ...words, text: event.target.value } } })}
      />
      {left < 100 && (
        <span className="small soft" role="status">
          {t('lettersLeft', { count: left })}
        </span>
      )}
    </>
  )
}
