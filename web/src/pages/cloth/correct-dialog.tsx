import type { Note } from '@velferdslab/core/cloth'
import type { CorrectionId } from '@velferdslab/core/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { correctNote } from '../../beside-api.ts'
import { useCommandId } from '../../command-id.ts'
import { FormDialog } from '../plan/form.tsx'
import { SharedText } from '../privacy/shared-text.tsx'
import { useTable } from './table-context.ts'

/** "I do not agree", in my own words, beside what somebody else has written about me. */
export function CorrectDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation('cloth')
  const { familyId, person, tell } = useTable()
  const [text, setText] = useState('')
  const [correctionId] = useState(() => crypto.randomUUID() as CorrectionId)
  const command = useCommandId()
  const send = useMutation({
    mutationFn: (input: { text: string }) =>
      correctNote(familyId, note.id, {
        ...input,
        commandId: command.idFor(input),
        correctionId,
        baseVersion: note.version,
      }),
    onSuccess: () => {
      onClose()
      tell(t('correctDone'))
    },
  })
  return (
    <FormDialog
      title={t('correctTitle')}
      lead={
        <>
          <p className="soft">{t('correctWrote', { name: person(note.changedBy ?? note.author).calledName })}</p>
          <blockquote dir="auto">{note.words.text}</blockquote>
        </>
      }
      missing={text.trim() === '' ? t('correctMissing') : null}
      submitLabel={t('correctYes')}
      sending={send}
      onSend={() => send.mutate({ text: text.trim() })}
      onClose={onClose}
    >
      <SharedText label={t('correctLabel')} help={t('correctHelp')} value={text} onChange={setText} />
    </FormDialog>
  )
}
