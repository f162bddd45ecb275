import type { PartyId } from '@velferdslab/core/ids'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { useStop } from './use-stop.ts'

interface StopDialogProps {
  open: boolean
  title: string
  /** What it means, before one decides. */
  children: ReactNode
  stop: ReturnType<typeof useStop>
  parties: readonly PartyId[]
  label: string
  done: string
  nameOf: (party: PartyId) => string
  onClose: () => void
}

/** The one confirmation before sharing stops, and the answer to it in the same place. */
export function StopDialog({ open, title, children, stop, parties, label, done, nameOf, onClose }: StopDialogProps) {
  const { t } = useTranslation(['stop', 'everywhere'])
  const failed = stop.data?.failed ?? []
  const finished = stop.isSuccess && failed.length === 0
  const close = () => {
    onClose()
    stop.reset()
  }
  return (
    <Dialog open={open} title={title} onClose={close} closeLabel={t('everywhere:close')}>
      {finished ? (
        <Notice icon="check" role="status">
          {done}
        </Notice>
      ) : (
        children
      )}
      {failed.length > 0 && (
        <Notice icon="bell" look="need" role="alert">
          {t('stop:failed', { services: inList(failed.map(nameOf)) })}
        </Notice>
      )}
      <div className="row">
        {finished || parties.length === 0 ? (
          <Button look="quiet" onClick={close}>
            {t('everywhere:close')}
          </Button>
        ) : (
          <>
            <Button
              look="stop"
              icon="stop"
              aria-busy={stop.isPending}
              onClick={() => stop.isPending || stop.mutate(failed.length > 0 ? failed : parties)}
            >
              {stop.isPending ? t('stop:stopping') : label}
            </Button>
            <Button look="quiet" onClick={close}>
              {t('stop:notNow')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  )
}
