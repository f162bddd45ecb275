import type { Note } from '@velferdslab/core/cloth'
import type { RefusalReason } from '@velferdslab/core/refusal'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import type { Deed, Queued } from '../../live/command-queue.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CopyButton } from './copy-button.tsx'
import { useTable } from './table-context.ts'

/** The reason says that what my words were to stand in, or beside, is not there for me any more. */
const sharingEnded: readonly RefusalReason[] = ['not-found', 'note-area-not-open']

/**
 * A command the server has refused: the text stays, with the reason, until its writer has decided what becomes of it.
 * `note`: the note the text was meant for, where it still stands.
 */
export function RefusedText({ item, note }: { item: Queued; note: Note | null }) {
  const { t } = useTranslation(['cloth', 'refusals', 'everywhere'])
  const { room, tell } = useTable()
  const reason = item.refused?.refused ?? 'server-fault'
  const text = textOf(item.deed)
  const sentence = text !== null && sharingEnded.includes(reason) ? t('cloth:sharingStopped') : t(`refusals:${reason}`)
  const putBeside = () => {
    const content = 'content' in item.deed ? item.deed.content : null
    if (!content || !note) return
    const about = note.about.whole ? ({ whole: true } as const) : { persons: note.about.persons }
    const place = { cell: note.cell, area: note.area, privacy: note.privacy, about }
    // The text stands in its new command before the old one lets it go.
    room.give([{ noteId: newId<Note['id']>(), deed: { is: 'write', place, content, beside: note.id } }])
    room.takeAway(item.commandId)
  }
  return (
    <div className="refused">
      <p className="refused__why">
        <Icon name="bell" />
        {text === null && `${t('cloth:notDone')} `}
        {sentence}
      </p>
      {text !== null && note && (
        <p>
          <span className="soft small">{t('cloth:yourText')}</span> <span dir="auto">{text}</span>
        </p>
      )}
      <div className="row">
        {reason === 'note-locked' && note && text !== null && (
          <Button look="second" onClick={putBeside}>
            {t('cloth:putBeside')}
          </Button>
        )}
        {text !== null && (
          <Button look="second" icon="undo" onClick={() => room.tryAgain(item.commandId)}>
            {t('everywhere:tryAgain')}
          </Button>
        )}
        {text !== null && <CopyButton text={text} onCopied={() => tell(t('cloth:copied'))} />}
        <Button look="quiet" onClick={() => room.takeAway(item.commandId)}>
          {text === null ? t('cloth:understood') : t('cloth:throwAway')}
        </Button>
      </div>
    </div>
  )
}

export function textOf(deed: Deed): string | null {
  return 'content' in deed ? deed.content.words.text : null
}
