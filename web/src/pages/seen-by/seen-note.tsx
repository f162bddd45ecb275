import type { Note } from '@velferdslab/core/cloth'
import type { PersonCard } from '@velferdslab/core/people'
import { useTranslation } from 'react-i18next'
import { dayOf, inList, plainDay } from '../../texts/format.ts'
import { By } from '../../ui/face.tsx'
import { Icon } from '../../ui/icon.tsx'

interface SeenNoteProps {
  note: Note
  people: readonly PersonCard[]
}

/** A note as it stands on the cloth of the service, to be read and not to be changed. */
export function SeenNote({ note, people }: SeenNoteProps) {
  const { t } = useTranslation('seenBy')
  const person = (id: string) => people.find((each) => each.id === id)
  const author = person(note.author)
  const others = note.about.persons.every((id) => id === note.author) ? [] : note.about.persons
  const about = others.flatMap((id) => person(id)?.calledName ?? [])
  const { words, due } = note
  return (
    <div className={`note w${author?.mark ?? 1}${note.voided ? ' note--void' : ''}`}>
      {note.voided && (
        <p className="note__void">
          <Icon name="stop" small />
          <strong>{t('voided')}</strong>
        </p>
      )}
      <p className="note__text" dir="auto">
        {note.voided ? <s>{words.text}</s> : words.text}
      </p>
      {note.corrections.map((correction) => (
        <p key={correction.id} className="small" dir="auto">
          {t('disagrees', { name: person(correction.by)?.calledName ?? '' })} {correction.text}
        </p>
      ))}
      <div className="note__foot">
        {author && <By {...author} />}
        {about.length > 0 && <span className="meta">{t('about', { names: inList(about) })}</span>}
        {words.relation && (
          <span className="meta">
            <bdi>{words.relation}</bdi>
          </span>
        )}
        {words.who && (
          <span className="meta">
            <Icon name="person" />
            <bdi>{words.who}</bdi>
          </span>
        )}
        {due && (
          <span className="meta">
            <Icon name="calendar" />
            <time dateTime={due}>{plainDay(due, dayOf(new Date()))}</time>
          </span>
        )}
      </div>
    </div>
  )
}
