import { useId, useState, type FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Writing } from '../../live/writing.ts'
import { useRoomPart } from '../../live/use-room.ts'
import { PrivacyAsk } from '../privacy/privacy-ask.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { writableIn } from './about-whom.ts'
import { MayRead } from './may-read.tsx'
import { NoteText } from './note-text.tsx'
import { AboutWhom, Bright, OnlyMine, PersonAround, WhoAndWhen } from './writer-fields.tsx'
import { useTable } from './table-context.ts'
import { WriterState } from './writer-state.tsx'

/** A note being written where it stands on the cloth. Leaving it, by key or by press, makes it a word; nothing is asked. */
export function NoteWriter() {
  const writing = useRoomPart(useTable().room, (state) => state.writing)
  return writing ? <Fields writing={writing} /> : null
}

function Fields({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { room, place, me, person, cloth } = useTable()
  const id = useId()
  const [more, setMore] = useState(writing.place.privacy === 'own')
  const { cell, area } = writing.place
  const choices = writing.mayMove && (cloth.mayWriteOwn || (writableIn(cloth, area)?.persons.length ?? 0) > 0)

  const leaveByKey = () => {
    const { noteId } = writing
    room.leave()
    requestAnimationFrame(() => focusAfter(noteId, cell, area))
  }
  const leaveByGoing = (event: FocusEvent) => {
    // The window losing its focus is no leaving; going to another place on the page is.
    if (!document.hasFocus() || event.currentTarget.contains(event.relatedTarget)) return
    room.leave()
  }
  return (
    <div
      className={`note note--mine w${person(me).mark}`}
      onBlur={leaveByGoing}
      onKeyDown={(event) => {
        // Escape also ends a choice of letters in languages that are written so.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) leaveByKey()
      }}
    >
      {choices ? (
        <button type="button" className="readers" aria-expanded={more} onClick={() => setMore(!more)}>
          <Icon name={writing.place.privacy === 'own' ? 'lock' : 'eye'} small />
          <span className="hidden">{t('aboutAndReaders')}: </span>
          <span>
            <MayRead writing={writing} />
          </span>
          <Icon name="down" small />
        </button>
      ) : (
        <p className="readers">
          <Icon name="eye" small />
          <span>
            <MayRead writing={writing} />
          </span>
        </p>
      )}
      {more && (
        <div className="note__more-fields">
          <OnlyMine writing={writing} />
          <AboutWhom writing={writing} />
        </div>
      )}
      {cell === 'around_me' ? (
        <div className="field">
          <label htmlFor={id}>{t('firstName')}</label>
          <NoteText id={id} writing={writing} takesFocus />
        </div>
      ) : (
        <NoteText writing={writing} label={t('noteIn', { where: place(cell, area) })} takesFocus />
      )}
      {writing.place.privacy === 'table' && <PrivacyAsk text={writing.content.words.text} />}
      <PersonAround writing={writing} />
      <WhoAndWhen writing={writing} />
      {cell !== 'around_me' && <Bright writing={writing} />}
      <div className="writer__end">
        <WriterState writing={writing} />
        <Button onClick={leaveByKey}>{t('done')}</Button>
      </div>
    </div>
  )
}

/** After leaving by key the focus goes to the note that was written, else to the place where it would be written. */
function focusAfter(noteId: string, cell: string, area: string): void {
  const note = document.querySelector<HTMLElement>(`[data-note='${noteId}'] .note__more`)
  const add = document.querySelector<HTMLElement>(`[data-cell='${cell}'][data-area='${area}'] .add`)
  ;(note ?? add)?.focus({ preventScroll: true })
}
