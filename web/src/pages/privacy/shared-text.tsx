import { LongText } from '../../ui/text-field.tsx'
import { PrivacyAsk } from './privacy-ask.tsx'

interface SharedTextProps {
  label: string
  help?: string | undefined
  wrong?: string | undefined
  value: string
  onChange: (value: string) => void
}

/** A sentence or two that more people will read: what looks private in it is asked about while it is written. */
export function SharedText(props: SharedTextProps) {
  return (
    <LongText {...props} brief>
      <PrivacyAsk text={props.value} />
    </LongText>
  )
}
