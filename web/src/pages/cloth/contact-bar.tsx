import { useTranslation } from 'react-i18next'
import { countWord } from '../../texts/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useTable } from './table-context.ts'

/** Without contact: what happened, what is kept, what comes. It lies over the foot of the page, so that nothing moves. */
export function ContactBar() {
  const { t } = useTranslation('cloth')
  const { state } = useTable()
  const waiting = state.queue.filter((item) => !item.refused).length
  const out = state.contact !== 'yes'
  return (
    <div role="status" className="contact">
      {out && (
        <div className="contact__bar">
          <Icon name="offline" />
          <p>
            {state.contact === 'offline' ? t('offline') : t('noAnswer')}
            {waiting > 0 && ` ${t('waiting', { count: waiting, number: countWord(waiting) })}`}
          </p>
        </div>
      )}
    </div>
  )
}
