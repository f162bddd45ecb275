import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { BothTexts } from './both-texts.tsx'
import type { CellView, Item } from './cloth-view.ts'
import { GrowingNote, NoteCard } from './note-card.tsx'
import { NoteWriter } from './note-writer.tsx'
import { useSight, useTable } from './table-context.ts'
import { UnfinishedNote } from './unfinished-note.tsx'

/** The notes of one cell as a list, and the place to write the next one. */
export function CellNotes({
  cell,
  empty,
  slim = false,
  only,
}: {
  cell: CellView
  empty?: string
  slim?: boolean
  only?: 'notes' | 'writing'
}) {
  const { t } = useTranslation('cloth')
  const { place } = useTable()
  const { inSheet } = useSight()
  const where = place(cell.cell, cell.area)
  const isWritten = cell.items.some(
    (item) => item.is === 'mine' || (item.is === 'note' && item.inHands && item.isOnlyHere),
  )
  return (
    <div className="cell-notes" data-cell={cell.cell} data-area={cell.area}>
      {only !== 'writing' && cell.items.length > 0 && (
        <ul className="notes" aria-label={t('notesIn', { where })}>
          {cell.items.map((item) => (
            <li
              key={item.key}
              data-note={item.key}
              className={item.is === 'note' && item.beside.length > 0 ? 'both' : undefined}
            >
              <OneItem item={item} inSheet={inSheet} />
            </li>
          ))}
        </ul>
      )}
      {cell.items.length === 0 && empty && <p className="cell-notes__empty">{empty}</p>}
      {only !== 'notes' && cell.mayWrite && !(isWritten && !inSheet) && <WriteHere cell={cell} slim={slim} />}
      {only !== 'notes' && !cell.mayWrite && (
        // A place to write that cannot be written in, for whoever comes to it by keyboard (REQ-95).
        <p
          className="cell-notes__shut"
          role="textbox"
          aria-readonly="true"
          aria-label={t('readOnlyIn', { where })}
          tabIndex={0}
        >
          <Icon name="lock" small />
          {t('readOnly')}
        </p>
      )}
    </div>
  )
}

function OneItem({ item, inSheet }: { item: Item; inSheet: boolean }) {
  const inHands = item.is === 'mine' || (item.is === 'note' && item.inHands)
  // Always the same part for the note in my hands, so that it keeps its focus while it becomes a word.
  const first =
    inHands && !inSheet ? (
      <NoteWriter key="writer" />
    ) : item.is === 'note' ? (
      <NoteCard view={item} />
    ) : item.is === 'growing' ? (
      <GrowingNote draft={item.draft} />
    ) : item.is === 'unfinished' ? (
      <UnfinishedNote writing={item.writing} />
    ) : null
  if (item.is !== 'note' || item.beside.length === 0) return first
  return (
    <>
      {first}
      {item.beside.map((other) => (
        <div key={other.key} data-note={other.key}>
          {other.inHands && !inSheet ? <NoteWriter key="writer" /> : <NoteCard view={other} />}
        </div>
      ))}
      <BothTexts view={item} />
    </>
  )
}

function WriteHere({ cell, slim }: { cell: CellView; slim: boolean }) {
  const { t } = useTranslation('cloth')
  const { write, place } = useTable()
  const person = cell.cell === 'around_me'
  return (
    <button
      type="button"
      className={`add${slim && cell.items.length > 0 ? ' add--slim' : ''}`}
      aria-label={person ? undefined : t('writeHereIn', { where: place(cell.cell, cell.area) })}
      onClick={() => write(cell.cell, cell.area)}
    >
      <Icon name="plus" />
      <span>{person ? t('addPerson') : t('writeHere')}</span>
    </button>
  )
}
