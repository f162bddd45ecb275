import './form.css'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { IconName } from '../../ui/icon.tsx'

interface FormDialogProps {
  title: string
  /** What stands above the fields. */
  lead?: ReactNode
  /** What is missing, in words; null when it can be sent. */
  missing: string | null
  submitLabel: string
  submitIcon?: IconName
  sending: { isPending: boolean; error: Error | null }
  onSend: () => void
  onClose: () => void
  children: ReactNode
}

/** A form over the plan. Pressed too early it says what is missing; refused, it says why, and every word stays where it is. */
export function FormDialog(props: FormDialogProps) {
  const { t } = useTranslation('everywhere')
  const { missing, sending } = props
  const [tooEarly, setTooEarly] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTooEarly(missing !== null)
    if (missing === null && !sending.isPending) props.onSend()
  }
  return (
    <Dialog open title={props.title} onClose={props.onClose} closeLabel={t('close')} className="plan-form">
      <form className="stack" onSubmit={submit} noValidate>
        {props.lead}
        {props.children}
        <p role="status" className="plan-form__missing" hidden={!tooEarly || missing === null}>
          {tooEarly ? missing : ''}
        </p>
        <NotSent error={sending.error} />
        <Button
          type="submit"
          wide
          icon={props.submitIcon ?? 'check'}
          look={missing === null ? 'primary' : 'waiting'}
          aria-busy={sending.isPending}
        >
          {props.submitLabel}
        </Button>
      </form>
    </Dialog>
  )
}
