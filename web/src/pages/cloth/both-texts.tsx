import type { Note } from '@velferdslab/core/cloth'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { lastWriter } from '../../live/held-back.ts'
import { contentOf, placeOf } from '../../live/writing.ts'
import { Button } from '../../ui/button.tsx'
import type { NoteView } from './cloth-view.ts'
import { useTable } from './table-context.ts'

/** Two people wrote on the same note at once: both texts stand, and the one whose text came beside chooses. */
export function BothTexts({ view }: { view: NoteView }) {
  const { t } = useTranslation('cloth')
  const { me, room, person } = useTable()
  const mine = view.beside.find((other) => other.isMine)
  if (!mine) return <p className="both__why small soft">{t('bothWroteOthers')}</p>
  const chooseMine = () => {
    const [first] = room.give([
      { noteId: view.key, deed: { is: 'change', base: view.note.version, content: contentOf(mine.note) } },
    ])
    room.give([{ noteId: mine.key, deed: { is: 'erase' }, ...(first ? { after: first } : {}) }])
  }
  // A note of its own instead of one beside another: written first, and only then is the one beside erased.
  const keepBoth = () => {
    const [first] = room.give([
      {
        noteId: newId<Note['id']>(),
        deed: { is: 'write', place: placeOf(mine.note), content: contentOf(mine.note), beside: null },
      },
    ])
    room.give([{ noteId: mine.key, deed: { is: 'erase' }, ...(first ? { after: first } : {}) }])
  }
  const other = lastWriter(view.note)
  return (
    <div className="both__why">
      <p>{t('bothWrote')}</p>
      <div className="row">
        <Button look="second" onClick={keepBoth}>
          {t('keepBoth')}
        </Button>
        <Button look="quiet" onClick={chooseMine}>
          {t('chooseMine')}
        </Button>
        {other !== me && (
          <Button look="quiet" onClick={() => room.erase(mine.key)}>
            {t('chooseTheirs', { name: person(other).calledName })}
          </Button>
        )}
      </div>
    </div>
  )
}
