import type { Note } from '@velferdslab/core/cloth'
import type { VoidReason } from '@velferdslab/core/correction'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { voidNote } from '../../beside-api.ts'
import { useCommandId } from '../../command-id.ts'
import { TickTile } from '../../ui/tick-tile.tsx'
import { FormDialog } from '../plan/form.tsx'
import { useTable } from './table-context.ts'

const reasons = [
  'wrong_words',
  'wrong_person',
  'wrong_family',
  'written_twice',
] as const satisfies readonly VoidReason[]

/** A note that should not have stood there: it stays, folded, with who struck it, when and why. */
export function VoidDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation('cloth')
  const { familyId, tell } = useTable()
  const [reason, setReason] = useState<VoidReason | null>(null)
  const command = useCommandId()
  const send = useMutation({
    mutationFn: (input: { reason: VoidReason }) =>
      voidNote(familyId, note.id, { ...input, commandId: command.idFor(input) }),
    onSuccess: () => {
      onClose()
      tell(t('voidDone'))
    },
  })
  return (
    <FormDialog
      title={t('voidTitle')}
      lead={
        <>
          <blockquote dir="auto">{note.words.text}</blockquote>
          <p>{t('voidText')}</p>
        </>
      }
      missing={reason === null ? t('voidMissing') : null}
      submitLabel={t('voidYes')}
      sending={send}
      onSend={() => reason && send.mutate({ reason })}
      onClose={onClose}
    >
      <fieldset>
        <legend className="strong">{t('voidWhy')}</legend>
        <div className="choices">
          {reasons.map((each) => (
            <TickTile
              key={each}
              type="radio"
              name="void-reason"
              value={each}
              checked={reason === each}
              onChange={() => setReason(each)}
            >
              <span>{t(`voidReason.${each}`)}</span>
            </TickTile>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}
