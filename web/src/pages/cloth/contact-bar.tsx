import { useTranslation } from 'react-i18next'
import { atStart, countWord } from '../../texts/format.ts'
import { useRoomPart } from '../../live/use-room.ts'
import { Icon } from '../../ui/icon.tsx'
import { useTable } from './table-context.ts'

/** Without contact: what happened, what is kept, what comes. It lies over the foot of the page, so that nothing moves. */
export function ContactBar() {
  const { t } = useTranslation('cloth')
  const { room } = useTable()
  const contact = useRoomPart(room, (state) => state.contact)
  const waiting = useRoomPart(room, (state) => state.queue.filter((item) => !item.refused).length)
  const isSafe = useRoomPart(room, (state) => state.isSafe)
  const out = contact !== 'yes' || !isSafe
  return (
    <div role="status" className="contact">
      {out && (
        <div className="contact__bar">
          <Icon name="offline" />
          <p>
            {!isSafe ? t('notSafe') : contact === 'offline' ? t('offline') : t('noAnswer')}
            {waiting > 0 && ` ${t('waiting', { count: waiting, number: atStart(countWord(waiting)) })}`}
          </p>
        </div>
      )}
    </div>
  )
}
