import { useTranslation } from 'react-i18next'
import type { Writing } from '../../live/writing.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useTable } from './table-context.ts'

/** A text from before a crash, or one that has no place yet: only its writer sees it, on this device. */
export function UnfinishedNote({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { me, person, goOn, room } = useTable()
  return (
    <div className={`note note--here w${person(me).mark}`}>
      <p className="note__text" dir="auto">
        {writing.content.words.text}
      </p>
      <p className="meta">
        <Icon name="clock" />
        {writing.placed ? t('unfinished') : t('unplaced')}
      </p>
      <div className="row">
        <Button look="second" onClick={() => goOn(writing.noteId)}>
          {t('goOn')}
        </Button>
        <Button look="quiet" onClick={() => room.forgetUnfinished(writing.noteId)}>
          {t('throwAway')}
        </Button>
      </div>
    </div>
  )
}
