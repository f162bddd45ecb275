import { useTranslation } from 'react-i18next'
import type { Room } from '../../live/room.ts'
import { useRoomPart } from '../../live/use-room.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { CopyButton } from './copy-button.tsx'
import { textOf } from './refused-text.tsx'

/**
 * No longer mine to see, or never was: the same words as for any page that is not there, and nothing of what was shown. What I
 * have written myself and not sent is still mine to copy.
 */
export function AfterAccess({ room }: { room: Room }) {
  const { t } = useTranslation(['cloth', 'shell'])
  const queue = useRoomPart(room, (state) => state.queue)
  const unfinished = useRoomPart(room, (state) => state.unfinished)
  const texts = [
    ...queue.flatMap((item) => {
      const text = textOf(item.deed)
      return text === null ? [] : [{ key: item.commandId, text, forget: () => room.takeAway(item.commandId) }]
    }),
    ...unfinished.map((one) => ({
      key: one.noteId,
      text: one.content.words.text,
      forget: () => room.forgetUnfinished(one.noteId),
    })),
  ]
  return (
    <main className="page page--middle stack" id="content">
      <title>{t('shell:neutralTitle')}</title>
      <NotFound />
      {texts.length > 0 && (
        <Card title={t('keptTitle')} className="stack">
          <p>{t('sharingStopped')}</p>
          {texts.map(({ key, text, forget }) => (
            <div key={key} className="stack">
              <blockquote dir="auto">{text}</blockquote>
              <div className="row">
                <CopyButton text={text} />
                <Button look="quiet" onClick={forget}>
                  {t('throwAway')}
                </Button>
              </div>
            </div>
          ))}
        </Card>
      )}
    </main>
  )
}
