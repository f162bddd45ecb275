import type { CalendarDay } from '@velferdslab/core/dates'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { atStart } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Thing, type ShownThing } from './thing.tsx'

interface SureProps {
  open: boolean
  toOwn: boolean
  /** The services, as they stand inside a sentence. */
  from: string
  to: string
  things: readonly (ShownThing & { readonly id: string })[]
  today: CalendarDay
  pending: boolean
  error: Error | null
  onYes: () => void
  onClose: () => void
}

/** What goes to whom, before it goes. */
export function SureDialog({ open, toOwn, from, to, things, today, pending, error, onYes, onClose }: SureProps) {
  const { t } = useTranslation(['share', 'everywhere'])
  return (
    <Dialog
      open={open}
      title={toOwn ? t('share:sureTitleJournal') : t('share:sureTitle', { service: to })}
      onClose={onClose}
      closeLabel={t('everywhere:close')}
    >
      {!toOwn && <p>{t('share:sure', { count: things.length, From: atStart(from), to })}</p>}
      <ul className="share__things">
        {things.map((thing) => (
          <li key={`${thing.kind} ${thing.id}`}>
            <Thing thing={thing} speaker="work" today={today} />
          </li>
        ))}
      </ul>
      <p>
        {!toOwn && `${t('share:sureStays')} `}
        {t('share:sureFamily')}
      </p>
      <NotSent error={error} />
      <div className="row">
        <Button aria-busy={pending} onClick={onYes}>
          {t(toOwn ? 'share:nowJournal' : 'share:now')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('share:notNow')}
        </Button>
      </div>
    </Dialog>
  )
}
