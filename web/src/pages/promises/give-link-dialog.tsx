import type { CalendarDay } from '@velferdslab/core/dates'
import type { TaskLinkId } from '@velferdslab/core/ids'
import type { PromiseCard } from '@velferdslab/core/promise'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { familyKey } from '../../queries.ts'
import { giveTaskLink } from '../../task-api.ts'
import { inList, longDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LongText, ShortText } from '../../ui/text-field.tsx'
import { FormDialog } from '../plan/form.tsx'
import { PrivacyAsk } from '../privacy/privacy-ask.tsx'

/** To whom, and exactly what they are to read. Nothing is filled in: the words of the promise were written for the family. */
export function GiveLinkDialog(props: { promise: PromiseCard; today: CalendarDay; onClose: () => void }) {
  const { promise, today, onClose } = props
  const { t } = useTranslation('promises')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const linkId = useRef(newId<TaskLinkId>())
  const [name, setName] = useState(
    promise.owes.is === 'party' ? (promise.owes.name ?? '') : (promise.owes.name.split(',')[0] ?? ''),
  )
  const [text, setText] = useState('')
  const giving = useMutation({
    mutationFn: () => {
      const input = { linkId: linkId.current, name: name.trim(), words: { text: text.trim() } }
      return giveTaskLink(promise.familyId, promise.id, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: familyKey(promise.familyId) }),
  })
  if (giving.data) return <Address name={name.trim()} address={giving.data.address} onClose={onClose} />
  const missing = [name.trim().length < 2 && t('linkMissingName'), text.trim() === '' && t('linkMissingText')].filter(
    (each) => each !== false,
  )
  return (
    <FormDialog
      title={t('linkTitle')}
      lead={<p>{t('linkLead')}</p>}
      missing={missing.length > 0 ? t('linkMissing', { what: inList(missing) }) : null}
      submitLabel={t('linkMake')}
      submitIcon="mail"
      sending={giving}
      onSend={() => giving.mutate()}
      onClose={onClose}
    >
      <ShortText label={t('linkName')} help={t('linkNameHelp')} longest={80} value={name} onChange={setName} />
      <LongText label={t('linkText')} help={t('linkTextHelp')} brief longest={300} value={text} onChange={setText}>
        <PrivacyAsk text={text} />
      </LongText>
      <p className="small soft">
        {promise.to.length > 0
          ? t('linkAlsoNames', { names: inList(promise.to), day: longDay(promise.due, today) })
          : t('linkAlsoFamily', { day: longDay(promise.due, today) })}
      </p>
    </FormDialog>
  )
}

/** The address stands here this once. It is opened once, on one phone. */
function Address({ name, address, onClose }: { name: string; address: string; onClose: () => void }) {
  const { t } = useTranslation(['promises', 'everywhere'])
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(address).then(() => setCopied(true))
  return (
    <Dialog open title={t('promises:linkReady', { name })} onClose={onClose} closeLabel={t('everywhere:close')}>
      <div className="stack">
        <p>{t('promises:linkReadyText', { name })}</p>
        <p className="promise__address" dir="ltr">
          <bdi>{address}</bdi>
        </p>
        <p role="status" className="small">
          {isCopied && t('promises:linkCopied')}
        </p>
        <div className="row">
          {/* Browsers offer it only on TLS and localhost; elsewhere the address is marked by hand. */}
          {'clipboard' in navigator && (
            <Button icon="copy" onClick={copy}>
              {t('promises:linkCopy')}
            </Button>
          )}
          <Button look="second" onClick={onClose}>
            {t('everywhere:close')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
