import type { Draft, Note } from '@velferdslab/core/cloth'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, inList, plainDay } from '../../texts/format.ts'
import { By } from '../../ui/face.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Corrections, VoidedNote } from './beside-note.tsx'
import { rings } from './cells.ts'
import { looksTheSame, type NoteView } from './cloth-view.ts'
import { NoteActions } from './note-actions.tsx'
import { RefusedText } from './refused-text.tsx'
import { useTable } from './table-context.ts'

/** One note: its words, who wrote it, and what there is to know about it. */
export const NoteCard = memo(
  function NoteCard({ view }: { view: NoteView }) {
    const { t } = useTranslation('cloth')
    const { person } = useTable()
    const { note, lockedBy, waiting, refused, isOnlyHere } = view
    const author = person(note.author)
    const edge = lockedBy ? person(lockedBy.writer) : author
    const onlyRefused = isOnlyHere && refused
    return (
      <div
        className={`note w${edge.mark}${lockedBy ? ' note--live' : ''}${isOnlyHere ? ' note--here' : ''}${note.voided ? ' note--void' : ''}`}
      >
        {note.voided ? (
          <VoidedNote note={note} />
        ) : (
          <p className="note__text" dir="auto">
            {lockedBy ? <Growing text={lockedBy.text} /> : note.words.text}
          </p>
        )}
        <Corrections note={note} />
        {view.isNew && (
          <span className="dot">
            <span className="hidden">{t('newSince')}</span>
          </span>
        )}
        <div className="note__foot">
          <By {...author} />
          <NoteFacts note={note} />
          {waiting && <Waiting view={view} />}
          {note.bright && (
            <span className="meta bright">
              <Icon name="star" />
              <span className="hidden">{t('bright')}</span>
            </span>
          )}
        </div>
        {lockedBy && <Lock draft={lockedBy} />}
        {refused && <RefusedText item={refused} note={onlyRefused ? null : note} />}
        {!onlyRefused && <NoteActions view={view} />}
      </div>
    )
  },
  (before, after) => looksTheSame(before.view, after.view),
)

/** Somebody is writing a note that is not a word yet. */
export function GrowingNote({ draft }: { draft: Draft }) {
  const { t } = useTranslation('cloth')
  const writer = useTable().person(draft.writer)
  return (
    <div className={`note note--live w${writer.mark}`}>
      <p className="note__text" dir="auto">
        <Growing text={draft.text} />
      </p>
      <div className="note__foot">
        <By {...writer} />
        <span className="meta">{t('writing', { name: writer.calledName })}</span>
      </div>
    </div>
  )
}

function NoteFacts({ note }: { note: Note }) {
  const { t } = useTranslation('cloth')
  const { person, cloth } = useTable()
  const { about, words, due, privacy, changedBy } = note
  const ring = note.ring === null ? undefined : rings[note.ring - 1]
  // Whoever writes about themselves needs no label; nor does a note about all.
  const others = about.whole || about.persons.every((id) => id === note.author) ? [] : about.persons
  return (
    <>
      {changedBy && (
        <span className="meta">
          {t('changedBy')} <By {...person(changedBy)} />
        </span>
      )}
      {others.length > 0 && cloth.members.length > 1 && (
        <span className="meta">{t('about', { names: inList(others.map((id) => person(id).calledName)) })}</span>
      )}
      {words.relation && (
        <span className="meta">
          <span>
            <bdi>{words.relation}</bdi>
            {ring && `, ${t(`rings.${ring}`)}`}
          </span>
        </span>
      )}
      {words.who && (
        <span className="meta">
          <Icon name="person" />
          <span className="hidden">{t('who')} </span>
          <bdi>{words.who}</bdi>
        </span>
      )}
      {due && (
        <span className="meta">
          <Icon name="calendar" />
          <span className="hidden">{t('when')} </span>
          <time dateTime={due} dir="auto">
            {plainDay(due, dayOf(new Date()))}
          </time>
        </span>
      )}
      {privacy !== 'table' && (
        <span className="meta">
          <Icon name="lock" />
          {privacy === 'own' ? t('own') : t('child')}
        </span>
      )}
    </>
  )
}

function Waiting({ view: { waiting, isLate } }: { view: NoteView }) {
  const { t } = useTranslation('cloth')
  if (!waiting || !isLate) return null
  const words =
    waiting.deed.is === 'erase'
      ? t('goesWhenOnline')
      : waiting.deed.is === 'move'
        ? t('movesWhenOnline')
        : t('notSentYet')
  return (
    <span className="meta">
      <Icon name="clock" />
      {words}
    </span>
  )
}

function Lock({ draft }: { draft: Draft }) {
  const { t } = useTranslation('cloth')
  return (
    <p className="meta note__lock">
      <Icon name="lock" />
      {t('locked', { name: useTable().person(draft.writer).calledName })}
    </p>
  )
}

function Growing({ text }: { text: string }) {
  return (
    <>
      {text}
      <span className="caret" aria-hidden="true" />
    </>
  )
}
