import type { Queue } from '../../live/command-queue.ts'
import type { Writing } from '../../live/writing.ts'
import { useTranslation } from 'react-i18next'
import { RefusedText, textOf } from './refused-text.tsx'
import { useTable } from './table-context.ts'
import { UnfinishedNote } from './unfinished-note.tsx'

/** Texts of mine that have no place on the cloth any more, or not yet: in sight until I have decided. */
export function KeptTexts({ refused, unfinished }: { refused: Queue; unfinished: readonly Writing[] }) {
  const { t } = useTranslation('cloth')
  const { me, person } = useTable()
  if (refused.length === 0 && unfinished.length === 0) return null
  return (
    <section className="kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{t('keptTitle')}</h2>
      <p className="small soft">{t('keptText')}</p>
      <ul className="notes">
        {refused.map((item) => (
          <li key={item.commandId}>
            <div className={`note note--here w${person(me).mark}`}>
              <p className="note__text" dir="auto">
                {textOf(item.deed)}
              </p>
              <RefusedText item={item} note={null} />
            </div>
          </li>
        ))}
        {unfinished.map((writing) => (
          <li key={writing.noteId}>
            <UnfinishedNote writing={writing} />
          </li>
        ))}
      </ul>
    </section>
  )
}
