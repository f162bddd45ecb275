import type { Note } from '@velferdslab/core/cloth'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTable } from './table-context.ts'

/** Erasing cannot be undone, so it is asked about once. */
export function EraseDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation(['cloth', 'everywhere'])
  const { room, tell } = useTable()
  return (
    <Dialog open title={t('cloth:eraseTitle')} closeLabel={t('everywhere:close')} onClose={onClose}>
      <blockquote dir="auto">{note.words.text}</blockquote>
      <p>{t('cloth:eraseText')}</p>
      <div className="row">
        <Button
          look="second"
          onClick={() => {
            onClose()
            room.erase(note.id)
            tell(t('cloth:erased'))
          }}
        >
          {t('cloth:eraseYes')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cloth:eraseNo')}
        </Button>
      </div>
    </Dialog>
  )
}
